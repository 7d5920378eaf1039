import Glibc

/// Standard error, for all that is no result.
enum StandardError {
  /// Writes all of a text; there is nobody to tell where that fails.
  @Sendable static func write(_ text: String) {
    var left = Array(text.utf8)[...]
    while !left.isEmpty {
      let count = left.withUnsafeBytes { Glibc.write(STDERR_FILENO, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return }
      left = left.dropFirst(count)
    }
  }
}
