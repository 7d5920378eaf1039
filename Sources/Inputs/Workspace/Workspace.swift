package import Diagnostics

/// The only gate to files that are read, and to the clock.
///
/// It opens what lies in its roots (folders with all below them) and the files it was given by themselves, after
/// symbolic links are resolved; never the network. A path is relative to the folder that it is read for.
package struct Workspace: Sendable {
  package let clock: WallClock
  private let store: any FileStore
  private let roots: [String]
  /// The real paths of the files allowed by themselves; of missing ones the path as text.
  private let files: [String]

  /// The roots and files that don't exist allow nothing; that they are missing is said when they are read.
  package init(
    roots: [String], files: [String] = [], clock: WallClock = .system,
    store: any FileStore = DiskFileStore()
  ) {
    self.clock = clock
    self.store = store
    let resolved = { (path: String) in
      (try? store.realPath(path)) ?? FilePath.normalized(path, in: store.workingFolder)
    }
    self.roots = roots.map(resolved)
    self.files = files.map(resolved)
  }

  /// A workspace of files in memory below `/`, all of which may be read.
  package init(files: [String: String], clock: WallClock = .fixed(0)) {
    self.init(
      roots: ["/"], clock: clock, store: MemoryFileStore(files: files.mapValues { Array($0.utf8) }))
  }

  /// Reads a file, or standard input for `-`; the source is named as a user would find it.
  package func read(
    _ path: String, relativeTo folder: String? = nil, limits: Limits = Limits()
  ) throws(DiagnosticError) -> Source {
    if path == "-" { return try standardInput(limits: limits) }
    let file = try told(path, relativeTo: folder)
    let limit = limits[.inputBytes]
    do throws(FileFault) {
      return Source(name: file.name, bytes: try store.read(file.realPath, limit: limit))
    } catch {
      throw DiagnosticError(diagnostic(error, for: file.name, limits: limits))
    }
  }

  /// What lies in a folder, sorted by bytes.
  package func list(
    _ path: String, relativeTo folder: String? = nil
  ) throws(DiagnosticError) -> [String] {
    let file = try told(path, relativeTo: folder)
    do throws(FileFault) {
      guard try store.kind(file.realPath) == .folder else { throw .notFolder }
      return try store.names(in: file.realPath)
    } catch {
      throw DiagnosticError(diagnostic(error, for: file.name, limits: Limits()))
    }
  }

  /// Whether there is a file or folder that may be read.
  package func exists(_ path: String, relativeTo folder: String? = nil) -> Bool {
    (try? admitted(path, relativeTo: folder)) != nil
  }

  package func isFolder(_ path: String, relativeTo folder: String? = nil) -> Bool {
    guard let file = try? admitted(path, relativeTo: folder) else { return false }
    return (try? store.kind(file.realPath)) == .folder
  }

  /// The absolute path, links resolved, of a file that may be read, for libraries that open files themselves.
  package func resolvedPath(
    _ path: String, relativeTo folder: String? = nil
  ) throws(DiagnosticError) -> String {
    try told(path, relativeTo: folder).realPath
  }

  private func standardInput(limits: Limits) throws(DiagnosticError) -> Source {
    let name = "<stdin>"
    do throws(FileFault) {
      return Source(name: name, bytes: try store.readStandardInput(limit: limits[.inputBytes]))
    } catch {
      throw DiagnosticError(diagnostic(error, for: name, limits: limits))
    }
  }

  /// Why a path can't be read; what is said of it costs more than finding out, and isn't always wanted.
  private enum Refusal: Error {
    case path(PathRefusal)
    case outside(String)
    case missing(String, FileFault, PathSearch.Outcome)
  }

  /// The real path of a path that may be read, and the name a user knows it by.
  private func admitted(
    _ path: String, relativeTo folder: String?
  ) throws(Refusal) -> (name: String, realPath: String) {
    if let refusal = PathRefusal(path) { throw .path(refusal) }
    let name = folder.map { FilePath.joined($0, path) } ?? path
    let search = PathSearch(store: store).find(name)
    let allowed =
      roots.contains { FilePath.isWithin(search.found, $0) }
      || files.contains { $0.utf8.elementsEqual(search.asked.utf8) }
    guard allowed else { throw .outside(name) }
    if let fault = search.fault { throw .missing(name, fault, search) }
    return (name, search.found)
  }

  /// The same, and what a user is told where there is none.
  private func told(
    _ path: String, relativeTo folder: String?
  ) throws(DiagnosticError) -> (name: String, realPath: String) {
    do throws(Refusal) {
      return try admitted(path, relativeTo: folder)
    } catch {
      switch error {
      case .path(let refusal): throw DiagnosticError(refusal.diagnostic)
      case .outside(let name): throw DiagnosticError(outside(name))
      case .missing(let name, let fault, let search):
        throw DiagnosticError(missing(name, fault: fault, search: search))
      }
    }
  }
}

// MARK: Diagnostics

extension Workspace {
  private func outside(_ name: String) -> Diagnostic {
    .error(
      "file.outside", "\"\(name)\" lies outside the folders that may be read",
      at: SourceLocation(file: name),
      hints: ["copy the file into the report's folder, or pass it with --data NAME=FILE"])
  }

  private func missing(_ name: String, fault: FileFault, search: PathSearch.Outcome) -> Diagnostic {
    guard fault == .notFound, let component = search.missing else {
      return diagnostic(fault, for: name, limits: Limits())
    }
    let message =
      search.isLast
      ? "there is no file \"\(name)\""
      : "there is no file \"\(name)\": the folder \"\(component)\" is missing"
    // Beside a file that the user named by itself, names are no secret either.
    let mayList = search.isLast || roots.contains { FilePath.isWithin(search.found, $0) }
    let names = mayList ? (try? store.names(in: search.found)) ?? [] : []
    return .error(
      "file.missing", message, at: SourceLocation(file: name),
      hints: Suggestion.hints(for: component, in: names.filter { !$0.hasPrefix(".") }))
  }

  private func diagnostic(_ fault: FileFault, for name: String, limits: Limits) -> Diagnostic {
    let location = SourceLocation(file: name)
    return switch fault {
    case .notFound: .error("file.missing", "there is no file \"\(name)\"", at: location)
    case .notAllowed:
      .error(
        "file.permission", "\"\(name)\" may not be read", at: location,
        hints: ["check the file's permissions"])
    case .notFile(.folder):
      .error(
        "file.folder", "\"\(name)\" is a folder, where a file is expected", at: location,
        hints: ["name a file in it"])
    case .notFile:
      .error(
        "file.kind", "\"\(name)\" is a pipe or a device, where a file is expected", at: location,
        hints: ["save it as a file, or pass it as standard input with -"])
    case .notFolder:
      .error("file.kind", "\"\(name)\" is a file, where a folder is expected", at: location)
    case .tooManyLinks:
      .error("file.links", "\"\(name)\" is a link that leads round in circles", at: location)
    case .nameTooLong: .error("file.name", "the path \"\(name)\" is too long", at: location)
    case .tooLarge: limits.exceeded(.inputBytes, by: "\"\(name)\"", at: location)
    case .system(let words):
      .error("file.unreadable", "\"\(name)\" can't be read: \(words)", at: location)
    }
  }
}
