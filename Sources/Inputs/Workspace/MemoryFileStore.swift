/// Files that only exist in memory, below `/`.
package struct MemoryFileStore: FileStore {
  private let files: [String: [UInt8]]
  private let links: [String: String]
  private let standardInput: [UInt8]
  package let workingFolder = "/"

  /// `files` and `links` (from where to where) go by their path, which may leave out the first slash.
  package init(
    files: [String: [UInt8]], links: [String: String] = [:], standardInput: [UInt8] = []
  ) {
    self.files = Dictionary(
      files.map { (FilePath.normalized($0, in: "/"), $1) }, uniquingKeysWith: { first, _ in first })
    self.links = Dictionary(
      links.map { (FilePath.normalized($0, in: "/"), FilePath.normalized($1, in: "/")) },
      uniquingKeysWith: { first, _ in first })
    self.standardInput = standardInput
  }

  package func realPath(_ path: String) throws(FileFault) -> String {
    var resolved = "/"
    var pending = Array(FilePath.components(path).reversed())
    var followed = 0
    while let name = pending.popLast() {
      guard try kind(resolved) == .folder else { throw .notFound }
      if name == "." { continue }
      if name == ".." {
        resolved = FilePath.parent(resolved)
        continue
      }
      let next = FilePath.joined(resolved, name)
      if let target = links[next] {
        followed += 1
        guard followed <= 40 else { throw .tooManyLinks }
        pending += FilePath.components(target).reversed()
        resolved = "/"
      } else {
        _ = try kind(next)
        resolved = next
      }
    }
    return resolved
  }

  package func kind(_ realPath: String) throws(FileFault) -> FileKind {
    if files[realPath] != nil { return .file }
    let prefix = realPath == "/" ? "/" : realPath + "/"
    let isFolder =
      files.keys.contains { $0.hasPrefix(prefix) }
      || links.keys.contains { $0.hasPrefix(prefix) }
    guard isFolder || realPath == "/" else { throw .notFound }
    return .folder
  }

  package func read(_ realPath: String, limit: Int) throws(FileFault) -> [UInt8] {
    guard let bytes = files[realPath] else { throw .notFile(try kind(realPath)) }
    guard bytes.count <= limit else { throw .tooLarge }
    return bytes
  }

  package func readStandardInput(limit: Int) throws(FileFault) -> [UInt8] {
    guard standardInput.count <= limit else { throw .tooLarge }
    return standardInput
  }

  package func names(in realPath: String) throws(FileFault) -> [String] {
    guard try kind(realPath) == .folder else { throw .notFolder }
    let depth = FilePath.components(realPath).count
    let prefix = realPath == "/" ? "/" : realPath + "/"
    let names = (Array(files.keys) + Array(links.keys)).filter { $0.hasPrefix(prefix) }
      .map { FilePath.components($0)[depth] }
    return Set(names).sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }
}
