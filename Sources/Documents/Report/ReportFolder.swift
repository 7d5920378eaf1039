package import Diagnostics
package import Formats
package import Inputs

/// A report as it lies in its folder, read but not yet bound to data.
package struct ReportFolder: Sendable {
  package let path: String
  package let frontMatter: FrontMatter
  package let theme: Theme
  package let language: Language
  let source: Source
  let template: Template
  let strings: Strings
  let partials: [String: Template]
  let workspace: Workspace
  let limits: Limits

  /// Reads report.md, theme.yaml, the strings of the language and the partials; all faults at once.
  ///
  /// - Parameter language: The edition wanted; nil takes the one that the front matter names, else Korean.
  package static func read(
    _ path: String, language wanted: Language? = nil, workspace: Workspace, limits: Limits
  ) throws(DiagnosticError) -> ReportFolder {
    let source = try workspace.read("report.md", relativeTo: path, limits: limits)
    var faults: [Diagnostic] = []
    func collecting<T>(_ read: () throws(DiagnosticError) -> T) -> T? {
      do throws(DiagnosticError) {
        return try read()
      } catch {
        faults += error.diagnostics
        return nil
      }
    }
    let (head, body) = try split(source)
    let frontMatter = collecting { () throws(DiagnosticError) in
      let value = try YAMLReader.read(source, in: head, limits: limits)
      return try FrontMatter.shape.decode(Located(value, in: source)).value
    }
    let named = collecting { () throws(DiagnosticError) in
      try Self.language(of: frontMatter, in: source)
    }
    let language = wanted ?? (named ?? nil) ?? .ko
    let template = collecting { () throws(DiagnosticError) in
      try refuseMarkers(in: source)
      return try TemplateParser.parse(source, from: body, limits: limits)
    }
    let theme = collecting { () throws(DiagnosticError) in
      try readTheme(in: path, workspace, limits)
    }
    let strings = collecting { () throws(DiagnosticError) in
      try readStrings(in: path, language, workspace, limits)
    }
    let partials = collecting { () throws(DiagnosticError) in
      try readPartials(in: path, workspace, limits)
    }
    guard let frontMatter, let template, var theme, let strings, let partials, !faults.hasErrors
    else { throw DiagnosticError(faults) }
    frontMatter.page?.apply(to: &theme.page)
    return ReportFolder(
      path: path, frontMatter: frontMatter, theme: theme, language: language, source: source,
      template: template, strings: strings, partials: partials, workspace: workspace,
      limits: limits)
  }

  /// The bytes of the front matter's YAML and the first byte of the text.
  private static func split(
    _ source: Source
  ) throws(DiagnosticError) -> (head: Range<Int>, body: Int) {
    let bytes = source.bytes
    var lines: [Range<Int>] = []
    var start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: 0x0A).map { $0 + 1 } ?? bytes.count
      let text = String(decoding: bytes[start..<end], as: UTF8.self).trimmingSpaces
      if lines.isEmpty, text != "---" { break }
      if !lines.isEmpty, text == "---" || text == "..." {
        return (lines[0].upperBound..<start, end)
      }
      lines.append(start..<end)
      start = end
    }
    if lines.isEmpty {
      throw DiagnosticError(
        .error(
          "report.front-matter", "the report has no front matter",
          at: SourceLocation(source, 0..<0),
          hints: ["begin the file with a line ---, then \"title: …\", then a line ---"]))
    }
    throw DiagnosticError(
      .error(
        "report.front-matter", "the front matter isn't closed", at: SourceLocation(source, lines[0]),
        hints: ["put a line --- after it"]))
  }

  private static func language(
    of frontMatter: FrontMatter?, in source: Source
  ) throws(DiagnosticError) -> Language? {
    guard let name = frontMatter?.language else { return nil }
    guard let language = Language(rawValue: name) else {
      throw DiagnosticError(
        .error(
          "front-matter.lang", "\"\(name)\" is no language that BriefKit writes",
          at: SourceLocation(source), hints: ["write lang: ko or lang: en"]))
    }
    return language
  }

  /// Templates may not hold the scalars that stand for holes.
  private static func refuseMarkers(in source: Source) throws(DiagnosticError) {
    // U+FDD0 to U+FDD5 are EF B7 90 to EF B7 95 in UTF-8.
    var start = source.bytes.startIndex
    while let lead = source.bytes[start...].firstIndex(of: 0xEF) {
      let rest = source.bytes[lead...].prefix(3)
      if rest.count == 3, rest[lead + 1] == 0xB7, (0x90...0x95).contains(rest[lead + 2]) {
        throw DiagnosticError(
          .error(
            "template.marker", "the text holds a noncharacter that BriefKit uses itself",
            at: SourceLocation(source, lead..<lead + 3), hints: ["remove the invisible character"]))
      }
      start = lead + 1
    }
  }

  private static func readTheme(
    in path: String, _ workspace: Workspace, _ limits: Limits
  ) throws(DiagnosticError) -> Theme {
    guard workspace.exists("theme.yaml", relativeTo: path) else { return .standard }
    let source = try workspace.read("theme.yaml", relativeTo: path, limits: limits)
    let value = try YAMLReader.read(source, limits: limits)
    return try ThemeReader.read(Located(value, in: source))
  }

  private static func readStrings(
    in path: String, _ language: Language, _ workspace: Workspace, _ limits: Limits
  ) throws(DiagnosticError) -> Strings {
    var strings = Strings(language: language)
    let name = "strings.\(language.rawValue).yaml"
    guard workspace.exists(name, relativeTo: path) else { return strings }
    let source = try workspace.read(name, relativeTo: path, limits: limits)
    try strings.add(Located(try YAMLReader.read(source, limits: limits), in: source))
    return strings
  }

  private static func readPartials(
    in path: String, _ workspace: Workspace, _ limits: Limits
  ) throws(DiagnosticError) -> [String: Template] {
    var partials: [String: Template] = [:]
    guard workspace.isFolder("partials", relativeTo: path) else { return partials }
    let ending = ".mustache"
    for name in try workspace.list("partials", relativeTo: path) where name.hasSuffix(ending) {
      let source = try workspace.read("partials/\(name)", relativeTo: path, limits: limits)
      try refuseMarkers(in: source)
      partials[String(name.dropLast(ending.count))] = try TemplateParser.parse(
        source, limits: limits)
    }
    return partials
  }
}

extension ReportFolder {
  /// A place in report.md.
  package func location(_ range: Range<Int>) -> SourceLocation {
    SourceLocation(source, range)
  }
}
