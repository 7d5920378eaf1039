/// A PDF file as cairo writes it: one cross-reference table, no object streams, each stream's length in an object.
struct CairoFile {
  struct Object {
    var value: PDFValue
    /// Where the stream's data lie in the file, as filtered.
    var stream: Range<Int>?
  }

  let bytes: [UInt8]
  let root: Int
  /// By object number; 0 for objects that aren't there.
  private let offsets: [Int]

  init(_ bytes: [UInt8]) throws(PDFFault) {
    self.bytes = bytes
    let tail = max(0, bytes.count - 64)
    guard bytes.starts(with: "%PDF-1.".utf8),
      let mark = Self.last("startxref", in: bytes, from: tail)
    else { throw PDFFault("it has no beginning or no end") }
    var parser = PDFParser(bytes, at: mark + 9)
    parser = PDFParser(bytes, at: try parser.integer())
    guard parser.take("xref"), try parser.integer() == 0 else {
      throw PDFFault("it has no cross-reference table")
    }
    let count = try parser.integer()
    parser.skipSpace()
    let start = parser.offset
    // Entries are 20 bytes each (7.5.4).
    guard count > 0, count <= (bytes.count - start) / 20 else {
      throw PDFFault("its cross-reference table is cut off")
    }
    offsets = try Self.offsets(bytes, from: start, count: count)
    parser = PDFParser(bytes, at: start + 20 * count)
    guard parser.take("trailer"), let root = try parser.value().dictionary?["Root"]?.reference
    else { throw PDFFault("its trailer names no catalog") }
    self.root = root
  }

  private static func offsets(
    _ bytes: [UInt8], from start: Int, count: Int
  ) throws(PDFFault) -> [Int] {
    var offsets: [Int] = []
    offsets.reserveCapacity(count)
    for entry in 0..<count {
      let at = start + 20 * entry
      var offset = 0
      for byte in bytes[at..<at + 10] {
        guard (0x30...0x39).contains(byte) else {
          throw PDFFault("its cross-reference table is damaged")
        }
        offset = offset * 10 + Int(byte - 0x30)
      }
      offsets.append(bytes[at + 17] == 0x6E ? offset : 0)
    }
    return offsets
  }

  func object(_ number: Int) throws(PDFFault) -> Object {
    guard offsets.indices.contains(number), offsets[number] > 0 else {
      throw PDFFault("object \(number) is missing")
    }
    var parser = PDFParser(bytes, at: offsets[number])
    guard try parser.integer() == number, try parser.integer() == 0, parser.take("obj") else {
      throw PDFFault("object \(number) isn't where the table says")
    }
    let value = try parser.value()
    if parser.take("endobj") { return Object(value: value) }
    guard parser.take("stream"), let dictionary = value.dictionary else {
      throw PDFFault("object \(number) doesn't end")
    }
    var start = parser.offset
    if start < bytes.count, bytes[start] == 0x0D { start += 1 }
    guard start < bytes.count, bytes[start] == 0x0A, let length = try length(of: dictionary),
      length >= 0, length <= bytes.count - start - 1
    else { throw PDFFault("the stream of object \(number) has no length") }
    start += 1
    var end = PDFParser(bytes, at: start + length)
    guard end.take("endstream"), end.take("endobj") else {
      throw PDFFault("the stream of object \(number) is longer or shorter than it says")
    }
    return Object(value: value, stream: start..<start + length)
  }

  func dictionary(_ number: Int) throws(PDFFault) -> PDFDictionary {
    guard let dictionary = try object(number).value.dictionary else {
      throw PDFFault("object \(number) is no dictionary")
    }
    return dictionary
  }

  private func length(of stream: PDFDictionary) throws(PDFFault) -> Int? {
    guard let length = stream["Length"] else { return nil }
    if let number = length.reference { return try object(number).value.integer }
    return length.integer
  }

  private static func last(_ word: String, in bytes: [UInt8], from start: Int) -> Int? {
    let length = word.utf8.count
    guard bytes.count - start >= length else { return nil }
    return (start...bytes.count - length).reversed().first {
      bytes[$0..<$0 + length].elementsEqual(word.utf8)
    }
  }
}
