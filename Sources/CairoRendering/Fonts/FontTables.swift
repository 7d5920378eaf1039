/// The tables of one font in a font file (OpenType 1.9, "Organization of an OpenType font"), read on demand.
struct FontTables {
  /// Why a file isn't a font that can be used.
  struct Fault: Error {
    var reason: String
  }

  private var ranges: [UInt32: Range<Int>] = [:]
  /// The bytes that say which tables there are, where, and with which checksums.
  let directory: [UInt8]

  /// Offsets of the fonts in a file: one, or several in a collection.
  static func fontOffsets(_ file: borrowing FileReader) throws(Fault) -> [Int] {
    guard let head = file.bytes(at: 0, count: 12) else { throw Fault(reason: "it is too short") }
    switch head.big32(at: 0) {
    case 0x0001_0000, tag("OTTO"), tag("true"): return [0]
    case tag("ttcf"):
      let count = Int(head.big32(at: 8) ?? 0)
      guard count > 0, count <= 256, let list = file.bytes(at: 12, count: 4 * count) else {
        throw Fault(reason: "its list of fonts is cut off")
      }
      return (0..<count).map { Int(list.big32(at: 4 * $0) ?? 0) }
    case tag("wOFF"), tag("wOF2"):
      throw Fault(reason: "it is a web font; OpenType (.otf, .ttf, .ttc) is needed")
    default: throw Fault(reason: "it doesn't begin like an OpenType font")
    }
  }

  /// Reads the directory of the font at an offset; every table has to lie within the file.
  init(_ file: borrowing FileReader, at offset: Int) throws(Fault) {
    guard let head = file.bytes(at: offset, count: 12), let count = head.big16(at: 4),
      let list = file.bytes(at: offset + 12, count: 16 * Int(count))
    else { throw Fault(reason: "its table directory is cut off") }
    directory = list
    for record in 0..<Int(count) {
      guard let tag = list.big32(at: 16 * record), let start = list.big32(at: 16 * record + 8),
        let length = list.big32(at: 16 * record + 12)
      else { continue }
      let range = Int(start)..<Int(start) + Int(length)
      guard range.upperBound <= file.size else {
        throw Fault(reason: "its table \"\(Self.name(tag))\" is cut off")
      }
      ranges[tag] = range
    }
  }

  func has(_ name: StaticString) -> Bool { ranges[Self.tag(name)] != nil }

  func range(_ name: StaticString) -> Range<Int>? { ranges[Self.tag(name)] }

  func bytes(_ name: StaticString, in file: borrowing FileReader) throws(Fault) -> [UInt8] {
    guard let range = ranges[Self.tag(name)] else {
      throw Fault(reason: "it has no table \"\(name)\"")
    }
    guard let bytes = file.bytes(at: range.lowerBound, count: range.count) else {
      throw Fault(reason: "its table \"\(name)\" can't be read")
    }
    return bytes
  }

  private static func tag(_ name: StaticString) -> UInt32 {
    name.withUTF8Buffer { $0.reduce(0) { $0 << 8 | UInt32($1) } }
  }

  private static func name(_ tag: UInt32) -> String {
    String(
      decoding: [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: tag >> $0) }, as: UTF8.self)
  }
}

extension [UInt8] {
  /// The big-endian number at an offset; nil past the end.
  func big16(at offset: Int) -> UInt16? {
    guard offset >= 0, offset <= count - 2 else { return nil }
    return UInt16(self[offset]) << 8 | UInt16(self[offset + 1])
  }

  func bigSigned16(at offset: Int) -> Int? {
    big16(at: offset).map { Int(Int16(bitPattern: $0)) }
  }

  func big32(at offset: Int) -> UInt32? {
    guard offset >= 0, offset <= count - 4 else { return nil }
    return self[offset..<offset + 4].reduce(0) { $0 << 8 | UInt32($1) }
  }
}
