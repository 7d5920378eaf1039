/// Reads PDF values from a file's bytes (ISO 32000-1, 7.2 and 7.3).
struct PDFParser {
  private let bytes: [UInt8]
  private(set) var offset: Int
  private static let deepest = 32

  init(_ bytes: [UInt8], at offset: Int) {
    self.bytes = bytes
    self.offset = min(max(offset, 0), bytes.count)
  }

  mutating func value(depth: Int = 0) throws(PDFFault) -> PDFValue {
    guard depth <= Self.deepest else { throw PDFFault("values are nested too deep") }
    skipSpace()
    guard let byte = peek() else { throw PDFFault("a value is cut off") }
    switch byte {
    case 0x2F:
      offset += 1
      return .name(word())
    case 0x28: return .string(try literal())
    case 0x3C where peek(1) == 0x3C: return .dictionary(try dictionary(depth))
    case 0x3C: return .string(try hexadecimal())
    case 0x5B: return .array(try array(depth))
    default: return try numberOrKeyword()
    }
  }

  /// Passes over white space and comments.
  mutating func skipSpace() {
    while let byte = peek() {
      if byte == 0x25 {
        while let next = peek(), next != 0x0A, next != 0x0D { offset += 1 }
      } else if Self.isSpace(byte) {
        offset += 1
      } else {
        return
      }
    }
  }

  /// Takes a keyword if it stands here.
  mutating func take(_ keyword: String) -> Bool {
    skipSpace()
    let length = keyword.utf8.count
    guard offset + length <= bytes.count,
      bytes[offset..<offset + length].elementsEqual(keyword.utf8)
    else { return false }
    offset += length
    return true
  }

  mutating func integer() throws(PDFFault) -> Int {
    skipSpace()
    guard let value = Int(word()) else { throw PDFFault("a whole number is missing") }
    return value
  }

  private func peek(_ ahead: Int = 0) -> UInt8? {
    offset + ahead < bytes.count ? bytes[offset + ahead] : nil
  }

  /// The regular characters from here on.
  private mutating func word() -> String {
    let start = offset
    while let byte = peek(), !Self.isSpace(byte), !Self.isDelimiter(byte) { offset += 1 }
    return String(decoding: bytes[start..<offset], as: UTF8.self)
  }

  private mutating func numberOrKeyword() throws(PDFFault) -> PDFValue {
    let text = word()
    switch text {
    case "true": return .bool(true)
    case "false": return .bool(false)
    case "null": return .null
    default: break
    }
    guard let first = text.utf8.first, text.utf8.allSatisfy({ "0123456789+-.".utf8.contains($0) })
    else { throw PDFFault("the unknown word \"\(text)\" stands where a value should") }
    // A whole number may begin a reference.
    if (0x30...0x39).contains(first), let number = Int(text) {
      let after = offset
      skipSpace()
      if word() == "0" {
        skipSpace()
        if word() == "R" { return .reference(number) }
      }
      offset = after
    }
    return .number(text)
  }

  private mutating func array(_ depth: Int) throws(PDFFault) -> [PDFValue] {
    offset += 1
    var items: [PDFValue] = []
    while true {
      skipSpace()
      if peek() == 0x5D {
        offset += 1
        return items
      }
      items.append(try value(depth: depth + 1))
    }
  }

  private mutating func dictionary(_ depth: Int) throws(PDFFault) -> PDFDictionary {
    offset += 2
    var dictionary = PDFDictionary()
    while true {
      skipSpace()
      if peek() == 0x3E, peek(1) == 0x3E {
        offset += 2
        return dictionary
      }
      guard peek() == 0x2F else { throw PDFFault("a dictionary has a key that is no name") }
      offset += 1
      let key = word()
      dictionary.entries.append(.init(key: key, value: try value(depth: depth + 1)))
    }
  }

  private mutating func literal() throws(PDFFault) -> [UInt8] {
    offset += 1
    var out: [UInt8] = []
    var open = 1
    while let byte = peek() {
      offset += 1
      switch byte {
      case 0x28: open += 1
      case 0x29:
        open -= 1
        if open == 0 { return out }
      case 0x5C:
        guard let escaped = peek() else { throw PDFFault("a string is cut off") }
        offset += 1
        switch escaped {
        case 0x6E: out.append(0x0A)
        case 0x72: out.append(0x0D)
        case 0x74: out.append(0x09)
        case 0x62: out.append(0x08)
        case 0x66: out.append(0x0C)
        case 0x0A: break
        case 0x30...0x37:
          var code = Int(escaped - 0x30)
          for _ in 0..<2 {
            guard let next = peek(), (0x30...0x37).contains(next) else { break }
            code = code * 8 + Int(next - 0x30)
            offset += 1
          }
          out.append(UInt8(truncatingIfNeeded: code))
        default: out.append(escaped)
        }
        continue
      default: break
      }
      out.append(byte)
    }
    throw PDFFault("a string is cut off")
  }

  private mutating func hexadecimal() throws(PDFFault) -> [UInt8] {
    offset += 1
    var digits: [UInt8] = []
    while let byte = peek() {
      offset += 1
      switch byte {
      case 0x3E:
        if digits.count % 2 == 1 { digits.append(0) }
        return stride(from: 0, to: digits.count, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
      case 0x30...0x39: digits.append(byte - 0x30)
      case 0x41...0x46: digits.append(byte - 0x37)
      case 0x61...0x66: digits.append(byte - 0x57)
      default:
        guard Self.isSpace(byte) else { throw PDFFault("a hexadecimal string has an odd digit") }
      }
    }
    throw PDFFault("a string is cut off")
  }

  static func isSpace(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x00, 0x09, 0x0A, 0x0C, 0x0D, 0x20: true
    default: false
    }
  }

  static func isDelimiter(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x28, 0x29, 0x3C, 0x3E, 0x5B, 0x5D, 0x7B, 0x7D, 0x2F, 0x25: true
    default: false
    }
  }
}
