import Synchronization

/// What takes reading a font file through: its hash and its faces' coverage. Found when first asked for, then kept.
final class FontContent: Sendable {
  private struct Known {
    var hash: UInt64?
    var coverage: [Int: FontCoverage] = [:]
  }

  private let file: FontFile
  private let known = Mutex(Known())

  init(_ file: FontFile) {
    self.file = file
  }

  /// The hash if it is already known.
  var knownHash: UInt64? { known.withLock { $0.hash } }

  /// The hash of the file's bytes; that of nothing if the file has gone.
  var hash: UInt64 {
    known.withLock { known in
      if let hash = known.hash { return hash }
      let hash = computeHash()
      known.hash = hash
      return hash
    }
  }

  func coverage(of index: Int) -> FontCoverage {
    known.withLock { known in
      if let coverage = known.coverage[index] { return coverage }
      let coverage = readCoverage(index)
      known.coverage[index] = coverage
      return coverage
    }
  }

  private func computeHash() -> UInt64 {
    var hash = ContentHash()
    guard let reader = FileReader(path: file.path) else { return hash.value }
    let piece = 1 << 16
    for offset in stride(from: 0, to: reader.size, by: piece) {
      guard let bytes = reader.bytes(at: offset, count: min(piece, reader.size - offset)) else {
        break
      }
      bytes.withUnsafeBytes { hash.update($0) }
    }
    return hash.value
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
