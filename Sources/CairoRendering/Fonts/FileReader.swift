import Glibc

/// An open file of which pieces are read; closes itself.
struct FileReader: ~Copyable {
  private let descriptor: Int32
  let size: Int

  /// Nil if the path can't be opened or isn't a regular file.
  init?(path: String) {
    let opened = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard opened >= 0 else { return nil }
    var status = stat()
    guard fstat(opened, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      close(opened)
      return nil
    }
    descriptor = opened
    size = Int(status.st_size)
  }

  deinit { close(descriptor) }

  /// The bytes at an offset; nil if the file has fewer.
  func bytes(at offset: Int, count: Int) -> [UInt8]? {
    guard offset >= 0, count >= 0, count <= size, offset <= size - count else { return nil }
    guard count > 0 else { return [] }
    let bytes = [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
      while filled < count, let start = buffer.baseAddress {
        let got = pread(descriptor, start + filled, count - filled, off_t(offset + filled))
        guard got > 0 else { break }
        filled += got
      }
    }
    return bytes.count == count ? bytes : nil
  }

  /// The whole file in memory, to be changed without the file being changed; nil if that can't be had. To be unmapped by who asks.
  func map() -> UnsafeMutableRawPointer? {
    let mapped = mmap(nil, size, PROT_READ | PROT_WRITE, MAP_PRIVATE, descriptor, 0)
    return mapped == MAP_FAILED ? nil : mapped
  }
}
