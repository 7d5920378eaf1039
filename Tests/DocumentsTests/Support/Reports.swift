import Diagnostics
import Formats
import Inputs
import Testing

@testable import Documents

/// A report folder in memory, bound to data given as JSON.
struct TestReport {
  var head = "title: T"
  var text = ""
  var json = "{}"
  /// More files of the folder, by name.
  var files: [String: String] = [:]
  var language: Language?
  var limits = Limits()
  var clock = 0
  /// The report in full, where `text` alone won't do.
  var report: String?
  /// Files whose bytes are no text.
  var bytes: [String: [UInt8]] = [:]
  /// What `--set` says.
  var settings: Value = .object([])
  /// Where the report is looked for; it stands in `/r`.
  var folderName = "/r"

  func folder() throws(DiagnosticError) -> ReportFolder {
    var all = ["/r/report.md": Array((report ?? "---\n\(head)\n---\n\(text)").utf8)]
    for (name, text) in files { all["/r/" + name] = Array(text.utf8) }
    for (name, bytes) in bytes { all["/r/" + name] = bytes }
    let workspace = Workspace(
      roots: ["/"], clock: .fixed(clock), store: MemoryFileStore(files: all))
    return try ReportFolder.read(
      folderName, language: language, workspace: workspace, limits: limits)
  }

  func bind() throws(DiagnosticError) -> (document: Document, warnings: [Diagnostic]) {
    let folder = try folder()
    let source = Source(name: "data.json", text: json)
    let input = Located(try JSONReader.read(source), in: source)
    let data = Localization.read(input, in: folder.language).value
    let members = data.object?.members ?? [.init(key: "rows", value: data)]
    return try folder.bind(
      ReportData(
        entries: members.map {
          .init(name: $0.key, value: $0.value, origin: Origin(.main).appending($0.key))
        }, settings: settings))
  }

  /// The blocks as `dump` writes them.
  func dumped() throws -> String {
    try bind().document.blocks.dump
  }

  /// Everything reported, errors and warnings, as plain lines.
  func reported() -> String {
    do throws(DiagnosticError) {
      return try bind().warnings.map { $0.rendered(.plain) }.joined(separator: "\n")
    } catch {
      return error.diagnostics.map { $0.rendered(.plain) }.joined(separator: "\n")
    }
  }
}

/// Something refused: what it is, what is given, and all that must be said of it.
struct Refusal: CustomTestStringConvertible, Sendable {
  let testDescription: String
  let input: String
  let expected: String

  init(_ id: String, _ input: String, _ expected: String) {
    testDescription = id
    self.input = input
    self.expected = expected
  }
}

/// Something read: what is given, and what it must become.
struct Reading: CustomTestStringConvertible, Sendable {
  let input: String
  let expected: String
  var testDescription: String { input }

  init(_ input: String, _ expected: String) {
    self.input = input
    self.expected = expected
  }
}

/// Scopes over JSON as a report sees it.
func scope(_ json: String) throws -> Scope {
  let value = try JSONReader.read(Source(name: "data.json", text: json))
  guard let object = value.object else {
    return Scope([]).entering(Scope.Binding(value, origin: Origin(.main)))
  }
  return Scope(
    object.members.map {
      ($0.key, Scope.Binding($0.value, origin: Origin(.main).appending($0.key)))
    })
}

/// The text of an expansion, its holes filled.
func text(of expansion: Expansion) -> String {
  Marker.pieces(of: String(decoding: expansion.bytes, as: UTF8.self)).map { piece in
    switch piece {
    case .text(let text): text
    case .hole(let number): expansion.values[number].text
    case .cutting: ""
    }
  }.joined()
}

/// A template expanded over JSON.
func expanded(
  _ template: String, _ json: String = "{}", partials: [String: String] = [:],
  language: Language = .ko, limits: Limits = Limits()
) throws -> String {
  let source = Source(name: "t.md", text: template)
  let parts = try partials.map { name, text in
    (
      name,
      try TemplateParser.parse(Source(name: "\(name).mustache", text: text), limits: limits)
    )
  }
  return text(
    of: try Expander.expand(
      try TemplateParser.parse(source, limits: limits), in: try scope(json),
      printer: HolePrinter(language: language),
      partials: Dictionary(parts, uniquingKeysWith: { first, _ in first }), limits: limits))
}

/// What is reported of an expansion, as plain lines.
func reported(_ expand: () throws -> String) -> String {
  do {
    return "no fault: " + (try expand())
  } catch let error as DiagnosticError {
    return error.diagnostics.map { $0.rendered(.plain) }.joined(separator: "\n")
  } catch {
    return "\(error)"
  }
}
