/// Reads the markup of an XML file piece by piece (XML 1.0), in UTF-8 and without entities of its own.
///
/// It is stricter than a parser has to be: what it doesn't know for certain it refuses, so that no later reader of the same
/// bytes finds in them what wasn't seen here.
struct XMLScanner {
  struct Attribute {
    var name: String
    /// Entities and references are replaced.
    var value: String
    var range: Range<Int>
  }

  enum Piece {
    case open(name: String, [Attribute], isEmpty: Bool)
    case close(name: String)
    /// Text or a CDATA section, as it is written.
    case text(String)
    case instruction(name: String)
  }

  private let bytes: [UInt8]
  private(set) var offset = 0

  init(_ bytes: [UInt8]) throws(SVGFault) {
    self.bytes = bytes
    guard String(validating: bytes, as: UTF8.self) != nil else {
      throw SVGFault("the drawing isn't in UTF-8", 0..<0, hint: "save it as UTF-8")
    }
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { offset = 3 }
  }

  /// The next piece, and where it stands; nil at the end.
  mutating func next() throws(SVGFault) -> (piece: Piece, range: Range<Int>)? {
    while offset < bytes.count {
      let start = offset
      if bytes[offset] != UInt8(ascii: "<") {
        offset = bytes[offset...].firstIndex(of: UInt8(ascii: "<")) ?? bytes.count
        return (.text(string(start..<offset)), start..<offset)
      }
      if starts("<!--") {
        try skip(past: "-->", "a comment", from: start + 4)
      } else if starts("<![CDATA[") {
        try skip(past: "]]>", "a CDATA section", from: start + 9)
        return (.text(string(start + 9..<offset - 3)), start..<offset)
      } else if starts("<!DOCTYPE") {
        try skipDoctype()
      } else if starts("<?") {
        try skip(past: "?>", "an instruction", from: start + 2)
        let words = bytes[start + 2..<offset - 2].prefix { !Self.isSpace($0) }
        let name = String(decoding: words, as: UTF8.self)
        if name == "xml" { try checkEncoding(start..<offset) }
        return (.instruction(name: name), start..<offset)
      } else if starts("</") {
        offset += 2
        let name = try name(from: start)
        skipSpaces()
        try expect(">", from: start)
        return (.close(name: name), start..<offset)
      } else {
        offset += 1
        return (try open(from: start), start..<offset)
      }
    }
    return nil
  }

  // MARK: Tags

  private mutating func open(from start: Int) throws(SVGFault) -> Piece {
    let name = try name(from: start)
    var attributes: [Attribute] = []
    while true {
      let isParted = skipSpaces()
      if starts("/>") {
        offset += 2
        return .open(name: name, attributes, isEmpty: true)
      }
      if starts(">") {
        offset += 1
        return .open(name: name, attributes, isEmpty: false)
      }
      guard isParted else { throw malformed(from: start) }
      attributes.append(try attribute(from: start))
    }
  }

  private mutating func attribute(from start: Int) throws(SVGFault) -> Attribute {
    let begin = offset
    let name = try name(from: start)
    skipSpaces()
    try expect("=", from: start)
    skipSpaces()
    guard offset < bytes.count, [UInt8(ascii: "\""), UInt8(ascii: "'")].contains(bytes[offset]),
      let end = bytes[(offset + 1)...].firstIndex(of: bytes[offset])
    else { throw malformed(from: start) }
    let value = try unescaped(offset + 1..<end)
    offset = end + 1
    return Attribute(name: name, value: value, range: begin..<offset)
  }

  private mutating func name(from start: Int) throws(SVGFault) -> String {
    let begin = offset
    while offset < bytes.count, Self.isName(bytes[offset]) { offset += 1 }
    guard offset > begin else { throw malformed(from: start) }
    return string(begin..<offset)
  }

  private static func isName(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x3A, 0x41...0x5A, 0x61...0x7A, 0x80...0xFF: true  // 0-9 : A-Z a-z, beyond ASCII
    case UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "."): true
    default: false
    }
  }

  /// The five entities of XML, and references by number.
  private func unescaped(_ range: Range<Int>) throws(SVGFault) -> String {
    guard bytes[range].contains(UInt8(ascii: "&")) else { return string(range) }
    var text = String.UnicodeScalarView()
    var rest = string(range)[...]
    while let ampersand = rest.firstIndex(of: "&") {
      text.append(contentsOf: rest[..<ampersand].unicodeScalars)
      rest = rest[ampersand...].dropFirst()
      guard let end = rest.firstIndex(of: ";"), let scalar = Self.scalar(named: rest[..<end]) else {
        throw SVGFault(
          "the drawing uses an entity that XML doesn't have", range, hint: SVGFault.export)
      }
      text.append(scalar)
      rest = rest[end...].dropFirst()
    }
    text.append(contentsOf: rest.unicodeScalars)
    return String(text)
  }

  private static func scalar(named name: Substring) -> Unicode.Scalar? {
    switch name {
    case "amp": return "&"
    case "lt": return "<"
    case "gt": return ">"
    case "quot": return "\""
    case "apos": return "'"
    default:
      guard name.first == "#", name.utf8.count < 12 else { return nil }
      let number = name.dropFirst()
      let value =
        number.first == "x" ? UInt32(number.dropFirst(), radix: 16) : UInt32(number, radix: 10)
      return value.flatMap(Unicode.Scalar.init)
    }
  }

  // MARK: What isn't drawn

  /// A document type may be named, but not extended: that is how entities grow without end.
  private mutating func skipDoctype() throws(SVGFault) {
    let start = offset
    let end = bytes[start...].firstIndex(of: UInt8(ascii: ">")) ?? bytes.count
    guard end < bytes.count, !bytes[start..<end].contains(UInt8(ascii: "[")) else {
      throw SVGFault(
        "the drawing declares entities of its own", start..<min(start + 9, bytes.count),
        hint: SVGFault.export)
    }
    offset = end + 1
  }

  private func checkEncoding(_ range: Range<Int>) throws(SVGFault) {
    let text = string(range).lowercased()
    guard text.contains("encoding"), !text.contains("utf-8"), !text.contains("us-ascii") else {
      return
    }
    throw SVGFault("the drawing isn't in UTF-8", range, hint: "save it as UTF-8")
  }

  private mutating func skip(
    past end: StaticString, _ what: String, from begin: Int
  ) throws(SVGFault) {
    let start = offset
    offset = begin
    while offset < bytes.count {
      if starts(end) {
        offset += end.utf8CodeUnitCount
        return
      }
      offset += 1
    }
    throw SVGFault("the drawing ends inside \(what)", start..<start + 2)
  }

  @discardableResult
  private mutating func skipSpaces() -> Bool {
    let start = offset
    while offset < bytes.count, Self.isSpace(bytes[offset]) { offset += 1 }
    return offset > start
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
  }

  private func starts(_ text: StaticString) -> Bool {
    let count = text.utf8CodeUnitCount
    guard offset + count <= bytes.count else { return false }
    return text.withUTF8Buffer { $0.elementsEqual(bytes[offset..<offset + count]) }
  }

  private mutating func expect(_ text: StaticString, from start: Int) throws(SVGFault) {
    guard starts(text) else { throw malformed(from: start) }
    offset += text.utf8CodeUnitCount
  }

  private func malformed(from start: Int) -> SVGFault {
    SVGFault(
      offset < bytes.count ? "a tag of the drawing is malformed" : "the drawing ends inside a tag",
      start..<start + 1, hint: offset < bytes.count ? nil : "is the file complete?")
  }

  private func string(_ range: Range<Int>) -> String {
    String(decoding: bytes[range], as: UTF8.self)
  }
}
