/// Name trees and number trees (ISO 32000-1, 7.9.6 and 7.9.7): long lists that readers find their way in.
enum PDFTree {
  private static let entriesPerNode = 256

  /// Writes a tree over sorted entries; the key is `Names` or `Nums`.
  static func write(
    _ entries: [(key: PDFValue, value: PDFValue)], as key: String, to writer: inout PDFFileWriter
  ) -> Int {
    guard entries.count > entriesPerNode else {
      return writer.add(.dictionary([key: list(entries[...])]))
    }
    var kids: [PDFValue] = []
    for start in stride(from: 0, to: entries.count, by: entriesPerNode) {
      let part = entries[start..<min(start + entriesPerNode, entries.count)]
      guard let first = part.first, let last = part.last else { continue }
      let kid = writer.add(
        .dictionary(["Limits": .array([first.key, last.key]), key: list(part)]))
      kids.append(.reference(kid))
    }
    return writer.add(.dictionary(["Kids": .array(kids)]))
  }

  private static func list(_ entries: ArraySlice<(key: PDFValue, value: PDFValue)>) -> PDFValue {
    .array(entries.flatMap { [$0.key, $0.value] })
  }

  /// Entries in the order a name tree needs: by the bytes of their keys.
  static func sorted(
    _ entries: [(name: [UInt8], value: PDFValue)]
  ) -> [(key: PDFValue, value: PDFValue)] {
    entries.sorted { $0.name.lexicographicallyPrecedes($1.name) }
      .map { (.string($0.name), $0.value) }
  }
}
