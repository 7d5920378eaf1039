import Synchronization

/// What takes reading much of a font file: its faces' coverage. Found when first asked for, then kept.
final class FontContent: Sendable {
  private let file: FontFile
  private let known = Mutex<[Int: FontCoverage]>([:])

  init(_ file: FontFile) {
    self.file = file
  }

  func coverage(of index: Int) -> FontCoverage {
    known.withLock { known in
      if let coverage = known[index] { return coverage }
      let coverage = readCoverage(index)
      known[index] = coverage
      return coverage
    }
  }

  private func readCoverage(_ index: Int) -> FontCoverage {
    guard let reader = FileReader(path: file.path),
      let offsets = try? FontTables.fontOffsets(reader), offsets.indices.contains(index),
      let tables = try? FontTables(reader, at: offsets[index]),
      let cmap = try? tables.bytes("cmap", in: reader)
    else { return FontCoverage() }
    return FontCoverage(cmap: cmap)
  }
}
