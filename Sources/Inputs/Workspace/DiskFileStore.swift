import Glibc

/// The files of the machine, through POSIX calls.
package struct DiskFileStore: FileStore {
  package init() {}

  package var workingFolder: String {
    guard let path = getcwd(nil, 0) else { return "/" }
    defer { free(path) }
    return String(cString: path)
  }

  package func realPath(_ path: String) throws(FileFault) -> String {
    guard let resolved = realpath(path, nil) else { throw FileFault(errno: errno) }
    defer { free(resolved) }
    return String(cString: resolved)
  }

  package func kind(_ realPath: String) throws(FileFault) -> FileKind {
    var status = stat()
    guard stat(realPath, &status) == 0 else { throw FileFault(errno: errno) }
    return FileKind(status)
  }

  package func read(_ realPath: String, limit: Int) throws(FileFault) -> [UInt8] {
    // Without O_NONBLOCK, opening a pipe would wait for somebody to write to it.
    let file = open(realPath, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOFOLLOW)
    guard file >= 0 else { throw FileFault(errno: errno) }
    defer { _ = close(file) }
    var status = stat()
    guard fstat(file, &status) == 0 else { throw FileFault(errno: errno) }
    let kind = FileKind(status)
    guard kind == .file else { throw .notFile(kind) }
    guard status.st_size <= limit else { throw .tooLarge }
    return try bytes(of: file, expecting: Int(status.st_size), limit: limit)
  }

  package func readStandardInput(limit: Int) throws(FileFault) -> [UInt8] {
    try bytes(of: STDIN_FILENO, expecting: 1 << 16, limit: limit)
  }

  package func names(in realPath: String) throws(FileFault) -> [String] {
    guard let folder = opendir(realPath) else { throw FileFault(errno: errno) }
    defer { closedir(folder) }
    var names: [String] = []
    while let entry = readdir(folder) {
      let name = withUnsafeBytes(of: &entry.pointee.d_name) { buffer in
        String(decoding: buffer.prefix { $0 != 0 }, as: UTF8.self)
      }
      if name != ".", name != ".." { names.append(name) }
    }
    return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// Reads to the end, which may lie elsewhere than the file's size said: it may grow or shrink meanwhile.
  private func bytes(
    of file: Int32, expecting size: Int, limit: Int
  ) throws(FileFault) -> [UInt8] {
    var bytes: [UInt8] = []
    var room = size + 1
    while true {
      var got = 0
      var code: Int32 = 0
      let chunk = [UInt8](unsafeUninitializedCapacity: room) { buffer, initialized in
        got = Glibc.read(file, buffer.baseAddress, room)
        code = errno
        initialized = max(got, 0)
      }
      if got < 0 {
        if code == EINTR { continue }
        throw FileFault(errno: code)
      }
      if got == 0 { return bytes }
      if bytes.isEmpty { bytes = chunk } else { bytes += chunk }
      guard bytes.count <= limit else { throw .tooLarge }
      room = 1 << 16
    }
  }
}

extension FileKind {
  fileprivate init(_ status: stat) {
    switch status.st_mode & S_IFMT {
    case S_IFREG: self = .file
    case S_IFDIR: self = .folder
    default: self = .other
    }
  }
}

extension FileFault {
  fileprivate init(errno code: Int32) {
    switch code {
    case ENOENT, ENOTDIR: self = .notFound
    case EACCES, EPERM: self = .notAllowed
    case EISDIR: self = .notFile(.folder)
    case ELOOP: self = .tooManyLinks
    case ENAMETOOLONG: self = .nameTooLong
    case ENXIO: self = .notFile(.other)
    default: self = .system(String(cString: strerror(code)))
    }
  }
}
