import Foundation

@testable import CairoRendering

/// A finished file taken apart: its bytes as written, and every object of it.
struct FinishedPDF: Sendable {
  struct Fault: Error { var reason: String }

  struct Object: Sendable {
    var value: PDFValue
    /// As filtered in the file.
    var stream: [UInt8]?
  }

  /// As written.
  var bytes: [UInt8]
  /// By number; object streams are unpacked.
  var objects: [Int: Object] = [:]
  var trailer: PDFDictionary

  /// Takes a file apart with qpdf's help, which unpacks its object streams.
  init(_ bytes: [UInt8]) throws {
    self.bytes = bytes
    let folder = try TemporaryFolder()
    try Data(bytes).write(to: URL(filePath: "\(folder.path)/in.pdf"))
    let outcome = try Program.run(
      "qpdf",
      [
        "--static-id", "--object-streams=disable", "--stream-data=preserve",
        "--qdf", "--no-original-object-ids", "\(folder.path)/in.pdf", "\(folder.path)/out.pdf",
      ])
    guard outcome.code == 0 else { throw Fault(reason: outcome.output) }
    let plain = try folder.bytes("out.pdf")
    let file = try CairoFile(plain)
    guard let mark = plain.lastRange(of: "trailer") else { throw Fault(reason: "no trailer") }
    var parser = PDFParser(plain, at: mark.upperBound)
    trailer = try parser.value().dictionary ?? PDFDictionary()
    for number in 1..<(trailer["Size"]?.integer ?? 1) {
      let object = try file.object(number)
      objects[number] = Object(value: object.value, stream: object.stream.map { Array(plain[$0]) })
    }
  }

  // MARK: Asking

  /// What a reference leads to, or the value itself.
  func resolved(_ value: PDFValue?) -> PDFValue? {
    guard let number = value?.reference else { return value }
    return objects[number]?.value
  }

  func dictionary(_ value: PDFValue?) -> PDFDictionary { resolved(value)?.dictionary ?? [:] }
  func array(_ value: PDFValue?) -> [PDFValue] { resolved(value)?.array ?? [] }
  func name(_ value: PDFValue?) -> String? {
    if case .name(let name)? = resolved(value) { name } else { nil }
  }

  /// A string as text: UTF-16 behind its mark, else ASCII.
  func text(_ value: PDFValue?) -> String? {
    guard case .string(let bytes)? = resolved(value) else { return nil }
    guard bytes.starts(with: [0xFE, 0xFF]) else { return String(decoding: bytes, as: UTF8.self) }
    let units = stride(from: 2, to: bytes.count - 1, by: 2).map {
      UInt16(bytes[$0]) << 8 | UInt16(bytes[$0 + 1])
    }
    return String(decoding: units, as: UTF16.self)
  }

  /// A stream's data with its filter undone.
  func data(_ number: Int) -> [UInt8] {
    guard let object = objects[number], let stream = object.stream else { return [] }
    guard object.value.dictionary?["Filter"] != nil else { return stream }
    return Inflater()?.expand(stream, limit: 1 << 30) ?? []
  }

  var catalog: PDFDictionary {
    get { dictionary(trailer["Root"]) }
    set { trailer["Root"]?.reference.map { objects[$0]?.value = .dictionary(newValue) } }
  }

  var info: PDFDictionary { dictionary(trailer["Info"]) }

  var metadata: String {
    get { catalog["Metadata"]?.reference.map { String(decoding: data($0), as: UTF8.self) } ?? "" }
    set { catalog["Metadata"]?.reference.map { objects[$0]?.stream = Array(newValue.utf8) } }
  }

  /// The numbers of the pages, in order.
  var pages: [Int] {
    array(dictionary(catalog["Pages"])["Kids"]).compactMap(\.reference)
  }

  /// The numbers of objects that are dictionaries, or streams, with an entry of that value.
  func numbers(_ key: String, _ name: String) -> [Int] {
    objects.filter { $0.value.value.dictionary?[key] == .name(name) }.keys.sorted()
  }

  /// Every value in the file, however deep, with the number of its object.
  func walk(_ visit: (PDFValue, Int) -> Void) {
    func walk(_ value: PDFValue, _ number: Int) {
      visit(value, number)
      switch value {
      case .array(let items): for item in items { walk(item, number) }
      case .dictionary(let dictionary):
        for entry in dictionary.entries { walk(entry.value, number) }
      case .null, .bool, .number, .string, .name, .reference: break
      }
    }
    for (number, object) in objects.sorted(by: { $0.key < $1.key }) { walk(object.value, number) }
    walk(.dictionary(trailer), 0)
  }

  /// Every dictionary in the file.
  func dictionaries(_ visit: (PDFDictionary, Int) -> Void) {
    walk { value, number in if let dictionary = value.dictionary { visit(dictionary, number) } }
  }

  // MARK: Breaking

  /// Changes an entry of an object; nil removes it.
  mutating func set(_ key: String, of number: Int?, to value: PDFValue?) {
    guard let number, case .dictionary(var dictionary)? = objects[number]?.value else { return }
    dictionary[key] = value
    objects[number]?.value = .dictionary(dictionary)
  }

  /// Puts other data in the place of a stream's.
  mutating func setData(of number: Int?, _ change: (String) -> String) {
    guard let number else { return }
    let text = String(data(number).map { Character(Unicode.Scalar($0)) })
    objects[number]?.stream = change(text).unicodeScalars.map {
      UInt8(truncatingIfNeeded: $0.value)
    }
    set("Filter", of: number, to: nil)
  }
}

extension [UInt8] {
  func lastRange(of word: String) -> Range<Int>? {
    let word = Array(word.utf8)
    guard count >= word.count else { return nil }
    for start in (0...count - word.count).reversed()
    where self[start..<start + word.count].elementsEqual(word) {
      return start..<start + word.count
    }
    return nil
  }
}
