import Diagnostics
import Glibc

/// A file or a pipe that is read piece by piece, however long it is.
///
/// A pipe that has nothing to give just now says so; nobody waits for it here.
final class ByteStream {
  /// Why it can't be read, in the system's words.
  struct Fault: Error {
    var reason: String
  }

  enum Byte {
    case byte(UInt8)
    case waiting
    case end
  }

  /// A line without its line feed.
  struct Line {
    var bytes: [UInt8]
    /// Of the whole line, of which `bytes` are only the first where it is longer than was asked for.
    var byteCount: Int
  }

  enum LineStep {
    case line(Line)
    case waiting
    case end
  }

  let descriptor: Int32
  /// Of a regular file.
  let byteCount: Int?
  /// Bytes handed over so far.
  private(set) var consumed = 0
  private let isOwned: Bool
  private let mayWait: Bool
  private var buffer = [UInt8](repeating: 0, count: 1 << 16)
  private var at = 0
  private var end = 0
  private var hasEnded = false
  private var line = Line(bytes: [], byteCount: 0)

  /// Reads from an open file, which stays open.
  ///
  /// - Parameter mayWait: Whether to say that there is nothing to read just now rather than to wait.
  init(descriptor: Int32, mayWait: Bool) {
    self.descriptor = descriptor
    self.mayWait = mayWait
    isOwned = false
    byteCount = Self.size(of: descriptor)
  }

  /// Opens a file.
  init(path: String) throws(Fault) {
    descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw Fault(reason: String(cString: strerror(errno))) }
    isOwned = true
    mayWait = false
    byteCount = Self.size(of: descriptor)
  }

  deinit {
    if isOwned { close(descriptor) }
  }

  private static func size(of descriptor: Int32) -> Int? {
    var info = stat()
    guard fstat(descriptor, &info) == 0, info.st_mode & S_IFMT == S_IFREG else { return nil }
    return Int(info.st_size)
  }

  func next() throws(Fault) -> Byte {
    if at == end {
      switch try fill() {
      case .byte: break
      case .waiting: return .waiting
      case .end: return .end
      }
    }
    defer {
      at += 1
      consumed += 1
    }
    return .byte(buffer[at])
  }

  /// The next line; of a longer one than `limit` no more than that is kept.
  func nextLine(limit: Int) throws(Fault) -> LineStep {
    while true {
      if at == end {
        switch try fill() {
        case .byte: break
        case .waiting: return .waiting
        case .end:
          guard line.byteCount > 0 else { return .end }
          return .line(takeLine())
        }
      }
      let feed = buffer.withUnsafeBytes { bytes -> Int? in
        guard let start = bytes.baseAddress, let found = memchr(start + at, 0x0A, end - at) else {
          return nil
        }
        return UnsafeRawPointer(found) - start
      }
      let stop = feed ?? end
      line.bytes += buffer[at..<stop].prefix(max(0, limit - line.bytes.count))
      line.byteCount += stop - at
      consumed += stop - at
      at = stop
      if feed != nil {
        at += 1
        consumed += 1
        return .line(takeLine())
      }
    }
  }

  private func takeLine() -> Line {
    defer { line = Line(bytes: [], byteCount: 0) }
    return line
  }

  /// Fills the buffer, which is used up.
  private func fill() throws(Fault) -> Byte {
    guard !hasEnded else { return .end }
    if mayWait {
      var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
      if poll(&waiting, 1, 0) == 0 { return .waiting }
    }
    while true {
      let count = buffer.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
      if count < 0 {
        if errno == EINTR { continue }
        if errno == EAGAIN { return .waiting }
        throw Fault(reason: String(cString: strerror(errno)))
      }
      (at, end) = (0, count)
      hasEnded = count == 0
      return count == 0 ? .end : .byte(buffer[0])
    }
  }
}
