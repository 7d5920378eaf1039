/// Writes PDF values in their shortest form.
enum PDFSyntax {
  static func append(_ value: PDFValue, to out: inout [UInt8]) {
    switch value {
    case .null: appendToken("null", to: &out)
    case .bool(let flag): appendToken(flag ? "true" : "false", to: &out)
    case .number(let text): appendToken(text, to: &out)
    case .string(let bytes): appendString(bytes, to: &out)
    case .name(let name):
      out.append(0x2F)
      out += name.utf8
    case .array(let items):
      out.append(0x5B)
      for item in items { append(item, to: &out) }
      out.append(0x5D)
    case .dictionary(let dictionary): append(dictionary, to: &out)
    case .reference(let number):
      appendToken(String(number), to: &out)
      out += " 0 R".utf8
    }
  }

  static func append(_ dictionary: PDFDictionary, to out: inout [UInt8]) {
    out += "<<".utf8
    for entry in dictionary.entries {
      out.append(0x2F)
      out += entry.key.utf8
      append(entry.value, to: &out)
    }
    out += ">>".utf8
  }

  /// The most bytes that a string may have (ISO 19005-3, 6.1.13).
  private static let longestString = 32_767

  /// A text as PDF keeps it for people (7.9.2.2): ASCII as it is, all else as UTF-16; the end of a very long one is cut off.
  static func text(_ text: String) -> PDFValue { .string(textBytes(text)) }

  static func textBytes(_ text: String) -> [UInt8] {
    if text.utf8.allSatisfy({ (0x20...0x7E).contains($0) || $0 == 0x0A || $0 == 0x09 }) {
      return Array(text.utf8.prefix(longestString))
    }
    let units = (longestString - 2) / 2
    guard text.utf16.count <= units else {
      var shorter = ""
      var count = 1
      for scalar in text.unicodeScalars {
        count += UTF16.width(scalar)
        guard count <= units else { break }
        shorter.unicodeScalars.append(scalar)
      }
      return textBytes(shorter + "…")
    }
    return [0xFE, 0xFF]
      + text.utf16.flatMap { [UInt8(truncatingIfNeeded: $0 >> 8), UInt8($0 & 0xFF)] }
  }

  /// A name of any characters: those that would end it are written as their code (7.3.5).
  static func name(_ text: String) -> PDFValue {
    var name = ""
    for byte in text.utf8 {
      let isRegular =
        (0x21...0x7E).contains(byte) && byte != 0x23 && !PDFParser.isDelimiter(byte)
      if isRegular {
        name.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        name += "#" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
      }
    }
    return .name(name)
  }

  /// Keywords and numbers need a space between them, delimiters none.
  private static func appendToken(_ token: String, to out: inout [UInt8]) {
    if let last = out.last, !"[]<>()/ \n".utf8.contains(last) { out.append(0x20) }
    out += token.utf8
  }

  /// Printable strings in parentheses, others in hexadecimal.
  private static func appendString(_ bytes: [UInt8], to out: inout [UInt8]) {
    guard bytes.allSatisfy({ (0x20...0x7E).contains($0) }) else {
      out.append(0x3C)
      for byte in bytes {
        out.append(hexDigits[Int(byte >> 4)])
        out.append(hexDigits[Int(byte & 15)])
      }
      out.append(0x3E)
      return
    }
    out.append(0x28)
    for byte in bytes {
      if byte == 0x28 || byte == 0x29 || byte == 0x5C { out.append(0x5C) }
      out.append(byte)
    }
    out.append(0x29)
  }

  private static let hexDigits = Array("0123456789ABCDEF".utf8)
}
