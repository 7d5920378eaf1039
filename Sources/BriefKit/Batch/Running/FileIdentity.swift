import Glibc

/// Which file or folder a path leads to: equal for all paths to the same one.
struct FileIdentity: Hashable {
  private let device: UInt
  private let number: UInt

  /// Nil if nothing is there.
  init?(_ path: String) {
    var info = stat()
    guard stat(path, &info) == 0 else { return nil }
    device = UInt(info.st_dev)
    number = UInt(info.st_ino)
  }
}
