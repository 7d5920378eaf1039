import Diagnostics
import Glibc

/// Joins the manifests of shards into one, in the order of the records.
package struct ManifestMerge: Sendable {
  package var manifests: [String]
  package var output: String

  package init(manifests: [String], output: String) {
    self.manifests = manifests
    self.output = output
  }

  package struct Outcome: Sendable {
    package var recordCount: Int
    package var failedCount: Int
    /// How many numbers below the last no manifest has, since a part is missing or was ended, and the first of them.
    package var missingCount: Int
    package var firstMissing: Int?
  }

  private struct Place {
    var manifest: Int
    var line: ManifestLine
    var status: ManifestEntry.Status
    var hash: Int
  }

  package func run() throws(JobError) -> Outcome {
    if output != "-", ManifestFile.isForeign(output) { throw ManifestFile.foreign(output) }
    var places: [Int: Place] = [:]
    var names: [Int: Int] = [:]
    var faults: [Diagnostic] = []
    for (index, path) in manifests.enumerated() {
      guard let lines = ManifestLines(path: path) else {
        throw JobError(
          .input,
          [
            .error(
              "file.missing", "there is no manifest \"\(path)\"", at: SourceLocation(file: path))
          ])
      }
      while let (bytes, line) = lines.next() {
        guard let entry = ManifestEntry(line: bytes) else { throw Self.torn(path, lines.count) }
        var hasher = Hasher()
        hasher.combine(entry)
        let place = Place(
          manifest: index, line: line, status: entry.status, hash: hasher.finalize())
        if let known = places.updateValue(place, forKey: entry.seq) {
          // Within one manifest the later line holds; two manifests must agree.
          if known.manifest != index, known.hash != place.hash {
            faults.append(
              .error(
                "manifest.twice",
                "record \(entry.seq) stands in \"\(manifests[known.manifest])\" and, with other words, in \"\(path)\"",
                at: SourceLocation(file: path),
                hints: ["join manifests of one batch, each shard's once"]))
          }
        }
        if let name = entry.name, entry.status == .done,
          let other = names.updateValue(entry.seq, forKey: RecordFileName.key(name).hashValue),
          other != entry.seq
        {
          faults.append(
            .error(
              "batch.name", "the records \(other) and \(entry.seq) have the same name \"\(name)\"",
              at: SourceLocation(file: path),
              hints: ["one has overwritten the other: name records by what no two have in common"]))
        }
      }
    }
    guard faults.isEmpty else { throw JobError(.input, faults) }
    let sorted = places.sorted { $0.key < $1.key }
    try write(sorted.map(\.value))
    return Outcome(
      recordCount: places.count, failedCount: places.values.count { $0.status == .failed },
      missingCount: (sorted.last?.key ?? 0) - sorted.count,
      firstMissing: sorted.enumerated().first { $1.key != $0 + 1 }.map { $0.offset + 1 })
  }

  private func write(_ places: [Place]) throws(JobError) {
    let sources = manifests.map { open($0, O_RDONLY | O_CLOEXEC) }
    defer { for source in sources where source >= 0 { close(source) } }
    let isFile = output != "-"
    let temporary = "\(output).\(getpid()).partial"
    let target =
      isFile ? open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666) : STDOUT_FILENO
    guard target >= 0 else { throw fault() }
    for place in places {
      let line = place.line
      let bytes = [UInt8](unsafeUninitializedCapacity: line.byteCount) { buffer, count in
        count = max(
          0,
          pread(sources[place.manifest], buffer.baseAddress, line.byteCount, off_t(line.offset)))
      }
      var written = 0
      while written < bytes.count {
        let count = bytes.withUnsafeBytes {
          Glibc.write(target, $0.baseAddress?.advanced(by: written), bytes.count - written)
        }
        if count < 0, errno == EINTR { continue }
        guard count > 0 else {
          let fault = fault()
          if isFile {
            close(target)
            unlink(temporary)
          }
          throw fault
        }
        written += count
      }
    }
    guard isFile else { return }
    guard close(target) == 0, rename(temporary, output) == 0 else {
      let fault = fault()
      unlink(temporary)
      throw fault
    }
  }

  private func fault() -> JobError {
    JobError(
      .output,
      [
        .error(
          "output.write", "\"\(output)\" can't be written: \(String(cString: strerror(errno)))",
          hints: ["choose another place with --output"])
      ])
  }

  private static func torn(_ path: String, _ line: Int) -> JobError {
    JobError(
      .input,
      [
        .error(
          "manifest.broken", "line \(line) of \"\(path)\" is torn, or no line of a manifest",
          at: SourceLocation(file: path),
          hints: ["let its shard go on first: brief batch … --resume"])
      ])
  }
}
