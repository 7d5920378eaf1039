import Diagnostics
import Formats
import Inputs

/// The files that may lie in a report's folder beside report.md.
struct ReportFiles {
  let path: String
  let workspace: Workspace
  let limits: Limits

  /// - Parameter name: The file that the front matter names; theme.yaml where it names none.
  func theme(_ name: FrontMatter.Text?) throws(DiagnosticError) -> Theme {
    var source = try source("theme.yaml")
    if let name { source = try file(name.text, namedAt: name.location) }
    guard let source else { return .standard }
    let value = try YAMLReader.read(source, limits: limits)
    return try ThemeReader.read(Located(value, in: source))
  }

  func strings(in language: Language) throws(DiagnosticError) -> Strings {
    var strings = Strings(language: language)
    if let source = try source("strings.\(language.rawValue).yaml") {
      try strings.add(Located(try YAMLReader.read(source, limits: limits), in: source))
    }
    return strings
  }

  /// The partials by name: `partials/NAME.mustache`.
  func partials() throws(DiagnosticError) -> [String: Template] {
    guard workspace.isFolder("partials", relativeTo: path) else { return [:] }
    let ending = ".mustache"
    var partials: [String: Template] = [:]
    var faults = FaultList()
    for name in try workspace.list("partials", relativeTo: path) where name.hasSuffix(ending) {
      partials[String(name.dropLast(ending.count))] = faults.collect {
        () throws(DiagnosticError) in
        let source = try workspace.read("partials/\(name)", relativeTo: path, limits: limits)
        try ReportText.check(source)
        let start = source.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        return try TemplateParser.parse(source, from: start, limits: limits)
      }
    }
    if faults.hasErrors { throw DiagnosticError(faults.diagnostics) }
    return partials
  }

  /// The words of the edition in a language, where a file of its own holds them.
  func edition(in language: Language) throws(DiagnosticError) -> EditionText? {
    guard let source = try source(EditionText.fileName(of: language)) else { return nil }
    return try EditionText.read(source, limits: limits)
  }

  /// The other languages that a file of the folder holds words in.
  func translations(besides own: Language) -> [Language] {
    Language.allCases.filter { language in
      language != own
        && [EditionText.fileName(of: language), "strings.\(language.rawValue).yaml"]
          .contains { workspace.exists($0, relativeTo: path) }
    }
  }

  private func source(_ name: String) throws(DiagnosticError) -> Source? {
    guard workspace.exists(name, relativeTo: path) else { return nil }
    return try workspace.read(name, relativeTo: path, limits: limits)
  }
}
