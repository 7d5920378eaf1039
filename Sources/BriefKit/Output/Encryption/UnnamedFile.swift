import Glibc

/// A temporary file that no name leads to: only this process and those it starts can read it, and it vanishes with them.
final class UnnamedFile {
  let descriptor: Int32

  /// Nil where the system has no room for it.
  init?(_ bytes: [UInt8] = []) {
    let folder = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var path = Array("\(folder)/briefkit-XXXXXX".utf8CString)
    descriptor = mkstemp(&path)
    guard descriptor >= 0 else { return nil }
    unlink(path)
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes { buffer in
        write(descriptor, buffer.baseAddress?.advanced(by: written), bytes.count - written)
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return nil }
      written += count
    }
    lseek(descriptor, 0, SEEK_SET)
  }

  deinit {
    if descriptor >= 0 { close(descriptor) }
  }

  /// All that is in it; nil where it can't be read.
  func contents() -> [UInt8]? {
    var info = stat()
    guard fstat(descriptor, &info) == 0 else { return nil }
    let size = Int(info.st_size)
    var isWhole = true
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      while count < size {
        let taken = pread(descriptor, buffer.baseAddress?.advanced(by: count), size - count, count)
        if taken < 0, errno == EINTR { continue }
        guard taken > 0 else {
          isWhole = false
          return
        }
        count += taken
      }
    }
    return isWhole ? bytes : nil
  }
}
