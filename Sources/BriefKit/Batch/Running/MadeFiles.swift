import Inputs

/// The files that a run's documents are, kept by their hashes, a few bytes each.
struct MadeFiles {
  private var hashes: Set<Int> = []
  /// Of their names: `pdf`, `png`.
  private var endings: Set<Substring>

  /// How deep a file may lie below the folder: of a language, of a record.
  private static let mostDepth = 3

  init(endings: [String]) {
    self.endings = Set(endings.map { $0[...] })
  }

  /// - Parameter path: Below the folder of documents.
  mutating func add(_ path: String) {
    hashes.insert(path.hashValue)
    endings.insert(Self.ending(path))
  }

  /// How many files of the same kinds lie in the folder that aren't among these: documents of records that are gone or failed this
  /// time, which somebody might send.
  func strangerCount(in folder: String, besides known: Set<String>) -> Int {
    count(folder, below: "", besides: known, depth: 1)
  }

  private func count(
    _ folder: String, below prefix: String, besides known: Set<String>, depth: Int
  ) -> Int {
    let store = DiskFileStore()
    var count = 0
    for name in (try? store.names(in: folder)) ?? [] where !name.hasPrefix(".") {
      let path = prefix + name
      guard !hashes.contains(path.hashValue), !known.contains(path) else { continue }
      if (try? store.kind("\(folder)/\(name)")) == .folder {
        guard depth < Self.mostDepth else { continue }
        count += self.count(
          "\(folder)/\(name)", below: path + "/", besides: known, depth: depth + 1)
      } else if endings.contains(Self.ending(path)) {
        count += 1
      }
    }
    return count
  }

  private static func ending(_ path: String) -> Substring {
    path.lastIndex(of: ".").map { path[path.index(after: $0)...] } ?? ""
  }
}
