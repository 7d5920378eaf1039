package import Diagnostics
import Glibc

/// Writes finished files: to a temporary name beside the target, then renamed, so an existing file survives a failure.
package struct OutputWriter: Sendable {
  /// An output that could not be written; exit code 74.
  package struct Fault: Error, Sendable {
    package var diagnostic: Diagnostic
  }

  /// Where files lie until all are whole; nil puts each beside its target.
  let stagingFolder: String?

  package init() {
    self.init(stagingFolder: nil)
  }

  init(stagingFolder: String?) {
    self.stagingFolder = stagingFolder
  }

  /// One finished file and where it goes; `-` is standard output.
  package struct File: Sendable {
    package var bytes: [UInt8]
    package var path: String

    package init(_ bytes: [UInt8], to path: String) {
      self.bytes = bytes
      self.path = path
    }
  }

  /// Writes bytes to a path, `-` for standard output; folders are made as needed.
  package func write(_ bytes: [UInt8], to path: String) throws(Fault) {
    try write([File(bytes, to: path)])
  }

  /// Writes files that belong together: all are whole under temporary names before the first is renamed.
  ///
  /// - Parameter isWanted: Asked when all are whole; where it says no, nothing is renamed.
  package func write(_ files: [File], isWanted: () -> Bool = { true }) throws(Fault) {
    var staged: [(temporary: String, path: String)] = []
    do throws(Fault) {
      for (number, file) in files.enumerated() where file.path != "-" {
        staged.append((try stage(file, number), file.path))
      }
      guard isWanted() else {
        for (temporary, _) in staged { unlink(temporary) }
        return
      }
      for (temporary, path) in staged {
        guard rename(temporary, path) == 0 else { throw fault(path) }
      }
    } catch {
      for (temporary, _) in staged { unlink(temporary) }
      throw error
    }
    for file in files where file.path == "-" {
      try writeAll(file.bytes, to: STDOUT_FILENO, named: "standard output")
    }
  }

  /// Writes a file under a temporary name, which it gives.
  private func stage(_ whole: File, _ number: Int) throws(Fault) -> String {
    let path = whole.path
    if let folder = Self.folder(of: path) { try makeFolder(folder) }
    guard !isFolder(path) else {
      throw Fault(
        diagnostic: .error(
          "output.write", "\"\(path)\" can't be written: there is a folder of that name",
          hints: ["choose another place with --output"]))
    }
    let temporary =
      stagingFolder.map { "\($0)/\(getpid())-\(number)" } ?? "\(path).\(getpid()).partial"
    let file = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    guard file >= 0 else { throw fault(path) }
    do throws(Fault) {
      try writeAll(whole.bytes, to: file, named: path)
    } catch {
      close(file)
      unlink(temporary)
      throw error
    }
    guard close(file) == 0 else {
      let fault = fault(path)
      unlink(temporary)
      throw fault
    }
    return temporary
  }

  private func isFolder(_ path: String) -> Bool {
    var info = stat()
    return stat(path, &info) == 0 && info.st_mode & S_IFMT == S_IFDIR
  }

  /// Removes a file that an earlier run left and this one has no page for.
  func remove(_ path: String) {
    unlink(path)
  }

  func exists(_ path: String) -> Bool {
    access(path, F_OK) == 0
  }

  func makeFolder(_ path: String) throws(Fault) {
    var made = path.hasPrefix("/") ? "/" : ""
    for part in path.split(separator: "/") {
      made += made.isEmpty || made.hasSuffix("/") ? String(part) : "/\(part)"
      if mkdir(made, 0o777) != 0, errno != EEXIST { throw fault(made) }
    }
    guard isFolder(path) else {
      throw Fault(
        diagnostic: .error(
          "output.folder", "\"\(path)\" is not a folder",
          hints: ["choose another place with --output"]))
    }
  }

  private static func folder(of path: String) -> String? {
    guard let slash = path.lastIndex(of: "/"), slash > path.startIndex else { return nil }
    return String(path[..<slash])
  }

  private func writeAll(
    _ bytes: [UInt8], to file: Int32, named name: String
  ) throws(Fault) {
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes { buffer in
        Glibc.write(file, buffer.baseAddress?.advanced(by: written), bytes.count - written)
      }
      if count < 0 {
        if errno == EINTR { continue }
        throw fault(name)
      }
      written += count
    }
  }

  private func fault(_ path: String) -> Fault {
    Fault(
      diagnostic: .error(
        "output.write", "\"\(path)\" can't be written: \(String(cString: strerror(errno)))",
        hints: ["choose another place with --output"]))
  }
}
