import Diagnostics
import Documents
import Graphics
import Inputs
import Testing

@testable import Typesetting

/// A report in memory, set with round figures: text 400 points wide, lines 12 high, no spaces where none are asked for.
struct Report {
  var text: String
  /// More lines of the front matter.
  var front = ""
  /// Of the text on a page, in points.
  var height = 600.0
  /// More of theme.yaml, in place of the lines below.
  var theme: [String: String] = [:]
  var strings = ""
  /// The theme's baseline grid.
  var grid: String?
  var data: Value = .object([])
  var files: [String: String] = [:]
  var binaries: [String: [UInt8]] = [:]
  var limits = Limits()
  var drawsCharts = false
  /// Whether the title stands on the first page; else only its bar does.
  var hasTitle = false

  init(_ text: String) {
    self.text = text
  }

  static let file = "report/report.md"
  /// Of the page, on all sides.
  static let margin = 20.0
  static let width = 400.0

  /// The height of the bar above the title that every first page has.
  static let bar = 1.6 * 72 / 25.4
  /// Gaps with room between columns of tables, dates and what they date.
  static let apart =
    "{gutter: 20, step: 10, block: 0, padding: 10, cell: 2, rule: 1, hairline: 0.5}"

  private var themeFile: String {
    let roles = Theme.Role.allCases.map { role in
      let style = theme[role.rawValue] ?? "{size: 10, leading: 12, before: 0, after: 0}"
      return "  \(role.rawValue): \(style)"
    }
    let own = theme.filter { Theme.Role(rawValue: $0.key) == nil && $0.key.first != "+" }
      .sorted { $0.key < $1.key }.map { "  \($0.key): \($0.value)" }
    let spacing =
      theme["+spacing"]
      ?? "{gutter: 20, step: 0, block: 0, padding: 10, cell: 2, rule: 1, hairline: 0.5}"
    return (grid.map { "baseline-grid: \($0)\n" } ?? "") + """
      fonts: {text: Test}
      colors: {industry: "#0000FF"}
      page:
        size: "\(Self.width + 2 * Self.margin)pt \(height + 2 * Self.margin)pt"
        top: 20
        right: 20
        bottom: 20
        left: 20
      spacing: \(spacing)
      styles:
      \((roles + own).joined(separator: "\n"))
      """
  }

  func document() throws -> Document {
    var all = files.mapValues { Array($0.utf8) }
    for (path, bytes) in binaries { all[path] = bytes }
    let head = ["---", "title: 제목", front, "---", text].filter { !$0.isEmpty }
    all["report.md"] = Array(head.joined(separator: "\n").utf8)
    all["theme.yaml"] = Array(themeFile.utf8)
    if !strings.isEmpty { all["strings.ko.yaml"] = Array(strings.utf8) }
    let store = MemoryFileStore(
      files: Dictionary(uniqueKeysWithValues: all.map { ("report/\($0)", $1) }))
    let workspace = Workspace(roots: ["/"], clock: .fixed(0), store: store)
    let folder = try ReportFolder.read("report", workspace: workspace, limits: limits)
    let entries = (data.object?.members ?? []).map { member in
      ReportData.Entry(
        name: member.key, value: member.value, origin: Origin(.main).appending(member.key))
    }
    var document = try folder.bind(ReportData(entries: entries)).document
    if !hasTitle { document.title = [] }
    return document
  }

  func typeset(_ shaper: any TextShaper = FixedShaper()) throws -> TypesetDocument {
    try Self.typeset(try document(), shaper, limits: limits, drawsCharts: drawsCharts)
  }

  static func typeset(
    _ document: Document, _ shaper: any TextShaper = FixedShaper(), limits: Limits = Limits(),
    drawsCharts: Bool = false
  ) throws -> TypesetDocument {
    let typeset = try Typesetter.typeset(
      document, shaper: shaper, limits: limits, drawsCharts: drawsCharts,
      file: { (url: String, _, location: Diagnostics.SourceLocation) throws(DiagnosticError) in
        throw DiagnosticError(.error("file.missing", "no file \"\(url)\"", at: location))
      })
    expectSound(typeset)
    return typeset
  }

  /// What typesetting refuses, one line each.
  func refusal() throws -> [String] {
    let document = try document()
    do {
      _ = try Self.typeset(document, limits: limits, drawsCharts: drawsCharts)
      return []
    } catch let error as DiagnosticError {
      return error.diagnostics.map(\.short)
    }
  }
}

func typeset(_ text: String) throws -> TypesetDocument {
  try Report(text).typeset()
}

/// So many short lines of one paragraph.
func longText(_ lines: Int) -> String {
  (0..<lines).map { "줄\($0)" }.joined(separator: "<br>")
}

extension Diagnostic {
  /// `line:column: message`, `?` where it has no place; warnings are marked.
  var short: String {
    let place = location.map { location -> String in
      let position = location.source.lineColumn(at: location.range?.lowerBound ?? 0)
      let name = location.source.name == Report.file ? "" : location.source.name + ":"
      return "\(name)\(position.line):\(position.column)"
    }
    return "\(place ?? "?"): \(severity == .warning ? "warning: " : "")\(message)"
  }
}

extension TypesetDocument {
  var warningLines: [String] { warnings.map(\.short) }
}
