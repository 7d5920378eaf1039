import Synchronization

/// What takes reading much of a font file: its faces' coverage, and they themselves as cairo draws them. Found when first asked for,
/// then kept.
final class FontContent: Sendable {
  private let file: FontFile
  private let known = Mutex<[Int: FontCoverage]>([:])
  private let opened = Mutex<[Int: CairoFace]>([:])

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

  /// Nil if FreeType can't open it.
  func cairoFace(of index: Int) -> CairoFace? {
    opened.withLock { opened in
      if let face = opened[index] { return face }
      let face = FreeTypeFace(file, index: index).flatMap(CairoFace.init)
      opened[index] = face
      return face
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
