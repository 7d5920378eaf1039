/// Writes a PDF 1.7 file in one go: streams as they come, other objects packed into compressed object streams.
///
/// ISO 32000-1, 7.5.7 (object streams) and 7.5.8 (cross-reference streams).
struct PDFFileWriter {
  private enum Place {
    case reserved
    case offset(Int)
    case packed(stream: Int, index: Int)
  }

  private(set) var bytes: [UInt8]
  private var places: [Place] = [.reserved]
  private var packHeader: [UInt8] = []
  private var packBody: [UInt8] = []
  private var packed: [Int] = []
  private let deflater: Deflater

  /// Readers unpack a whole object stream to get at one object: not too many in each.
  private static let objectsPerStream = 200

  init(deflater: Deflater) {
    self.deflater = deflater
    // Four bytes above 127 tell that the file is binary (7.5.2).
    bytes = Array("%PDF-1.7\n%".utf8) + [0xE2, 0xE3, 0xCF, 0xD3, 0x0A]
  }

  /// A number for an object that is written later.
  mutating func reserve() -> Int {
    places.append(.reserved)
    return places.count - 1
  }

  mutating func write(_ value: PDFValue, as number: Int) {
    write(number) { PDFSyntax.append(value, to: &$0) }
  }

  @discardableResult
  mutating func add(_ value: PDFValue) -> Int {
    let number = reserve()
    write(value, as: number)
    return number
  }

  /// Writes an object whose text the closure appends.
  mutating func write(_ number: Int, _ append: (inout [UInt8]) -> Void) {
    packHeader += "\(number) \(packBody.count) ".utf8
    append(&packBody)
    packBody.append(0x0A)
    packed.append(number)
    if packed.count >= Self.objectsPerStream { flush() }
  }

  /// Writes a stream whose data are filtered already as the dictionary says.
  mutating func writeStream(_ dictionary: PDFDictionary, data: ArraySlice<UInt8>, as number: Int) {
    var dictionary = dictionary
    dictionary["Length"] = .integer(data.count)
    places[number] = .offset(bytes.count)
    bytes += "\(number) 0 obj\n".utf8
    PDFSyntax.append(dictionary, to: &bytes)
    bytes += "stream\n".utf8
    bytes += data
    bytes += "\nendstream\nendobj\n".utf8
  }

  @discardableResult
  mutating func addStream(_ dictionary: PDFDictionary, data: [UInt8], compress: Bool) -> Int {
    let number = reserve()
    var dictionary = dictionary
    if compress { dictionary["Filter"] = .name("FlateDecode") }
    writeStream(dictionary, data: (compress ? deflater.compress(data) : data)[...], as: number)
    return number
  }

  private mutating func flush() {
    guard !packed.isEmpty else { return }
    let number = reserve()
    for (index, object) in packed.enumerated() {
      places[object] = .packed(stream: number, index: index)
    }
    let dictionary: PDFDictionary = [
      "Type": .name("ObjStm"), "N": .integer(packed.count), "First": .integer(packHeader.count),
      "Filter": .name("FlateDecode"),
    ]
    let data = deflater.compress(packHeader + packBody)
    writeStream(dictionary, data: data[...], as: number)
    packHeader.removeAll(keepingCapacity: true)
    packBody.removeAll(keepingCapacity: true)
    packed.removeAll(keepingCapacity: true)
  }

  /// Ends the file; throws if an object was promised and not written.
  mutating func finish(root: Int, info: Int) throws(PDFFault) -> [UInt8] {
    flush()
    let number = reserve()
    let start = bytes.count
    places[number] = .offset(start)
    let table = try crossReferences()
    // The same file always has the same identifier, another one another.
    let id = PDFValue.string(
      ([0, 1] as [UInt64]).flatMap { seed in
        let hash = ContentHash.of(bytes, seed: seed)
        return (0..<8).map { UInt8(truncatingIfNeeded: hash >> (56 - 8 * $0)) }
      })
    let dictionary: PDFDictionary = [
      "Type": .name("XRef"), "Size": .integer(places.count),
      "W": .array(Self.widths.map { .integer($0) }), "Root": .reference(root),
      "Info": .reference(info), "ID": .array([id, id]), "Filter": .name("FlateDecode"),
      "DecodeParms": .dictionary([
        "Predictor": .integer(12), "Columns": .integer(Self.widths.reduce(0, +)),
      ]),
    ]
    writeStream(dictionary, data: deflater.compress(table)[...], as: number)
    bytes += "startxref\n\(start)\n%%EOF\n".utf8
    return bytes
  }

  /// Bytes of an entry's fields: kind, offset or stream, index.
  private static let widths = [1, 5, 2]

  /// The table, each row as its difference from the row above (PNG's filter "up"): neighbours are much alike.
  private func crossReferences() throws(PDFFault) -> [UInt8] {
    var table: [UInt8] = []
    table.reserveCapacity(places.count * 9)
    var above: (UInt8, UInt64, UInt16) = (0, 0, 0)
    func append(_ kind: UInt8, _ first: UInt64, _ second: UInt16) {
      table.append(2)
      table.append(kind &- above.0)
      for shift in stride(from: 32, through: 0, by: -8) {
        table.append(
          UInt8(truncatingIfNeeded: first >> UInt64(shift))
            &- UInt8(truncatingIfNeeded: above.1 >> UInt64(shift)))
      }
      for shift: UInt16 in [8, 0] {
        table.append(
          UInt8(truncatingIfNeeded: second >> shift)
            &- UInt8(truncatingIfNeeded: above.2 >> shift))
      }
      above = (kind, first, second)
    }
    for (number, place) in places.enumerated() {
      switch place {
      case .reserved:
        guard number == 0 else { throw PDFFault("object \(number) was promised and never written") }
        append(0, 0, 0xFFFF)
      case .offset(let offset): append(1, UInt64(offset), 0)
      case .packed(let stream, let index): append(2, UInt64(stream), UInt16(index))
      }
    }
    return table
  }
}
