import Diagnostics
import Glibc
import Inputs

/// A hidden folder beside the documents in which files lie until they are whole; it is gone when the run is over.
///
/// A run that was killed leaves its folder. The next one sees that nobody holds its lock, and removes it.
final class StagingFolder {
  private static let prefix = ".brief-"
  private static let lockName = "lock"
  private static let mostAttempts = 16

  let path: String
  private let lock: Int32

  init(in folder: String) throws(JobError) {
    do throws(OutputWriter.Fault) {
      try OutputWriter().makeFolder(folder)
    } catch {
      throw JobError(.output, [error.diagnostic])
    }
    Self.removeLeft(in: folder)
    // A run that begins at the same time may take a folder for a dead run's before its lock is held.
    for _ in 0..<Self.mostAttempts {
      var template = Array("\(folder)/\(Self.prefix)XXXXXX".utf8CString)
      guard mkdtemp(&template) != nil else { throw Self.fault(folder) }
      let made = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
      let file = "\(made)/\(Self.lockName)"
      let lock = open(file, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
      if lock >= 0, flock(lock, LOCK_EX | LOCK_NB) == 0, access(file, F_OK) == 0 {
        path = made
        self.lock = lock
        return
      }
      let fault = Self.fault(folder)
      Self.remove(made)
      guard lock >= 0 else { throw fault }
      close(lock)
    }
    throw Self.fault(folder)
  }

  deinit {
    Self.remove(path)
    close(lock)
  }

  private static func fault(_ folder: String) -> JobError {
    JobError(
      .output,
      [
        .error(
          "output.write", "\"\(folder)\" can't be written: \(String(cString: strerror(errno)))",
          hints: ["choose another place with --output"])
      ])
  }

  /// Removes the folders of runs that are dead.
  private static func removeLeft(in folder: String) {
    for name in names(in: folder) where name.hasPrefix(prefix) {
      let path = "\(folder)/\(name)"
      let lock = open("\(path)/\(lockName)", O_RDWR | O_CLOEXEC)
      if lock >= 0 {
        if flock(lock, LOCK_EX | LOCK_NB) == 0 { remove(path) }
        close(lock)
      }
    }
  }

  private static func remove(_ path: String) {
    for name in names(in: path) where name != lockName { unlink("\(path)/\(name)") }
    unlink("\(path)/\(lockName)")
    rmdir(path)
  }

  private static func names(in path: String) -> [String] {
    (try? DiskFileStore().names(in: path)) ?? []
  }
}
