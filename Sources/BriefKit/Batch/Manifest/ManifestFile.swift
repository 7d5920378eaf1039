import Diagnostics
import Glibc

/// A manifest that is written line by line: a file, or standard output for `-`.
///
/// A file is locked, so that no two runs write one. A line is there as a whole or, after a crash, torn at the file's end.
final class ManifestFile {
  private let path: String
  private let descriptor: Int32
  /// Bytes written, those of earlier runs included.
  private(set) var size = 0
  /// Whether lines of an earlier run are still there that this one takes the place of.
  private var isStale = false
  var isFile: Bool { path != "-" }

  /// Opens a manifest; what an earlier run wrote stands until the first line is written, and beyond if the run goes on with it.
  init(path: String, goesOn: Bool) throws(JobError) {
    self.path = path
    guard path != "-" else {
      descriptor = STDOUT_FILENO
      return
    }
    let folder = path.parentFolder
    do throws(OutputWriter.Fault) {
      try OutputWriter().makeFolder(folder)
    } catch {
      throw JobError(.output, [error.diagnostic])
    }
    descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw Self.fault(path) }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      throw JobError(
        .output,
        [
          .error(
            "manifest.locked", "another run is writing \"\(path)\"",
            hints: ["wait for it, or name another file: --manifest FILE"])
        ])
    }
    guard !Self.isForeign(path) else { throw Self.foreign(path) }
    size = Int(lseek(descriptor, 0, SEEK_END))
    isStale = !goesOn
  }

  /// Whether a file is there that nobody would want to lose for a manifest.
  static func isForeign(_ path: String) -> Bool {
    guard let stream = try? ByteStream(path: path), stream.byteCount != nil else { return false }
    // No more than this is read: the file may be anything.
    for expected in beginning {
      guard case .byte(let byte)? = try? stream.next() else { return false }
      if byte != expected { return true }
    }
    return false
  }

  /// Of each line.
  private static let beginning = Array("{\"seq\":".utf8)

  static func foreign(_ path: String) -> JobError {
    JobError(
      .usage,
      [
        .error(
          "manifest.foreign", "\"\(path)\" is there already, and is no manifest",
          at: SourceLocation(file: path), hints: ["name another file"])
      ])
  }

  /// Takes away what an earlier run wrote; not before there is something to write instead.
  func beginAnew() throws(JobError) {
    guard isFile, isStale else { return }
    isStale = false
    guard ftruncate(descriptor, 0) == 0, lseek(descriptor, 0, SEEK_SET) == 0 else {
      throw Self.fault(path)
    }
    size = 0
  }

  deinit {
    if isFile { close(descriptor) }
  }

  private static func fault(_ path: String) -> JobError {
    let reason = String(cString: strerror(errno))
    let name = path == "-" ? "standard output" : path
    return JobError(
      .output,
      [
        .error(
          "manifest.write", "the manifest can't be written to \"\(name)\": \(reason)",
          hints: ["what is done stays; go on with --resume once it can be written"])
      ])
  }

  /// Writes an entry and gives the place of its line.
  @discardableResult
  func append(_ entry: ManifestEntry) throws(JobError) -> ManifestLine {
    try beginAnew()
    let bytes = Array((entry.text + "\n").utf8)
    var written = 0
    while written < bytes.count {
      let count = bytes.withUnsafeBytes {
        write(descriptor, $0.baseAddress?.advanced(by: written), bytes.count - written)
      }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else {
        let fault = Self.fault(path)
        // What there was no room for is half a line; without it the file is whole.
        if isFile { ftruncate(descriptor, off_t(size)) }
        throw fault
      }
      written += count
    }
    defer { size += bytes.count }
    return ManifestLine(offset: size, byteCount: bytes.count)
  }

  /// The entries that an earlier run left, by their place; a torn last line is cut off.
  func restore(_ take: (ManifestEntry, ManifestLine) -> Void) throws(JobError) {
    guard let lines = ManifestLines(path: path) else { throw Self.fault(path) }
    var end = 0
    while let (bytes, line) = lines.next() {
      guard let entry = ManifestEntry(line: bytes) else {
        // Only the last line can be torn; anything else is no manifest of ours.
        guard lines.isAtEnd else { throw Self.broken(path, line: lines.count) }
        break
      }
      take(entry, line)
      end = line.offset + line.byteCount
    }
    guard ftruncate(descriptor, off_t(end)) == 0, lseek(descriptor, 0, SEEK_END) >= 0 else {
      throw Self.fault(path)
    }
    size = end
  }

  static func broken(_ path: String, line: Int) -> JobError {
    JobError(
      .input,
      [
        .error(
          "manifest.broken", "line \(line) of \"\(path)\" is no line of a manifest",
          at: SourceLocation(file: path),
          hints: ["remove the file to begin anew, or name another one: --manifest FILE"])
      ])
  }

  /// The entry of a line that was written before.
  func entry(at line: ManifestLine) -> ManifestEntry? {
    let bytes = [UInt8](unsafeUninitializedCapacity: line.byteCount) { buffer, count in
      count = max(0, pread(descriptor, buffer.baseAddress, line.byteCount, off_t(line.offset)))
    }
    return ManifestEntry(line: bytes)
  }

  /// Leaves only the given lines, in this order: written to a new file, which then takes the place of this one.
  func keep(_ lines: [ManifestLine]) throws(JobError) {
    let temporary = "\(path).\(getpid()).partial"
    let copy = open(temporary, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o666)
    guard copy >= 0 else { throw Self.fault(path) }
    var isWhole = true
    for line in lines where isWhole {
      var offset = off_t(line.offset)
      isWhole = sendfile(copy, descriptor, &offset, line.byteCount) == line.byteCount
    }
    guard isWhole, close(copy) == 0, rename(temporary, path) == 0 else {
      let fault = Self.fault(path)
      unlink(temporary)
      throw fault
    }
  }
}

/// Where a line lies in a manifest, its end included.
struct ManifestLine: Sendable, Hashable {
  var offset: Int
  var byteCount: Int
}

/// The lines of a manifest, read one after another.
final class ManifestLines {
  private let stream: ByteStream
  private static let longestLine = 16 << 20
  private(set) var count = 0

  init?(path: String) {
    guard let stream = try? ByteStream(path: path) else { return nil }
    self.stream = stream
  }

  var isAtEnd: Bool { stream.consumed == stream.byteCount }

  /// The next line without its end; nil behind the last.
  func next() -> (bytes: [UInt8], line: ManifestLine)? {
    let start = stream.consumed
    guard case .line(let line)? = try? stream.nextLine(limit: Self.longestLine) else { return nil }
    count += 1
    let byteCount = stream.consumed - start
    // A last line without its end is torn, even where it looks whole.
    guard byteCount == line.byteCount + 1 else { return ([], .init(offset: start, byteCount: 0)) }
    return (line.bytes, ManifestLine(offset: start, byteCount: byteCount))
  }
}
