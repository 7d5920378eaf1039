import Foundation

/// The table of rooms in ARCHITECTURE.md: what each target may import.
struct RoomTable {
  /// What any target may import: the language, the C library, and diagnostics.
  private static let common: Set<String> = ["Diagnostics", "Darwin", "Glibc", "Synchronization"]

  private(set) var rooms: [(name: String, imports: Set<String>)] = []

  init(markdown: String) {
    let section = markdown.split(separator: "\n## ").first { $0.hasPrefix("The rooms") } ?? ""
    for line in section.split(separator: "\n") where line.hasPrefix("| `") {
      let cells = line.split(separator: "|").map(String.init)
      let names = cells[0].matches(of: /`(\w+)`/).map { String($0.1) }
      var imports: Set<String> =
        cells[2].contains("all above")
        ? Set(rooms.map(\.name)) : Set(cells[2].matches(of: /\w+/).map { String($0.0) })
      // The targets of one row belong together.
      if names.count > 1 { imports.formUnion(names) }
      for name in names { rooms.append((name, imports.subtracting([name]))) }
    }
  }

  func allowed(in room: String) -> Set<String>? {
    rooms.first { $0.name == room }?.imports.union(Self.common)
  }
}

/// What the sources of a target import.
struct ImportReader {
  struct Import: Hashable {
    let module: String
    let file: String
  }

  static func imports(of target: String) throws -> Set<Import> {
    let folder = "\(PackageFolder.path)/Sources/\(target)"
    let files = try FileManager.default.subpathsOfDirectory(atPath: folder)
    var imports: Set<Import> = []
    for file in files where file.hasSuffix(".swift") {
      let text = try PackageFolder.text("Sources/\(target)/\(file)")
      imports.formUnion(modules(in: text).map { Import(module: $0, file: "\(target)/\(file)") })
    }
    return imports
  }

  static func modules(in text: String) -> [String] {
    let statement =
      /^[\t ]*(?:@\w+(?:\([^)]*\))?[\t ]+)*(?:(?:public|package|internal|fileprivate|private)[\t ]+)?import[\t ]+(?:(?:struct|class|enum|protocol|typealias|func|let|var)[\t ]+)?(\w+)/
      .anchorsMatchLineEndings()
    return text.matches(of: statement).map { String($0.1) }
  }
}
