/// The text of paths; nothing here asks a file system.
enum FilePath {
  static func isAbsolute(_ path: String) -> Bool { path.utf8.first == UInt8(ascii: "/") }

  static func components(_ path: String) -> [String] {
    path.utf8.split(separator: UInt8(ascii: "/")).map { String(Substring($0)) }
  }

  static func joined(_ folder: String, _ path: String) -> String {
    if isAbsolute(path) || folder.isEmpty { return path }
    return folder.utf8.last == UInt8(ascii: "/") ? folder + path : folder + "/" + path
  }

  static func parent(_ path: String) -> String {
    "/" + components(path).dropLast().joined(separator: "/")
  }

  /// The absolute path with `.` and `..` taken out by their text, as if there were no links.
  static func normalized(_ path: String, in folder: String) -> String {
    var names: [String] = []
    for name in components(joined(folder, path)) {
      switch name {
      case ".": break
      case "..": _ = names.popLast()
      default: names.append(name)
      }
    }
    return "/" + names.joined(separator: "/")
  }

  /// Whether a real path is a folder or lies below it.
  static func isWithin(_ path: String, _ folder: String) -> Bool {
    let (path, folder) = (components(path), components(folder))
    return path.count >= folder.count
      && zip(path, folder).allSatisfy { $0.utf8.elementsEqual($1.utf8) }
  }
}
