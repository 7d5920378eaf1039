import Diagnostics
import Formats
import Foundation
import Inputs
import Testing

@testable import Documents

/// `Documentation/data.md` says what becomes of odd values, and it is so.
@Suite struct DataDocumentationTests {
  static let rows: [[String]] = {
    let file = Folders.package.appending(path: "Documentation/data.md")
    guard let page = try? Folders.text(file) else { return [] }
    return DocumentationTable(page).rows("file", "content")
  }()

  @Test func thereAreManyRows() { #expect(Self.rows.count >= 50) }

  @Test(arguments: rows)
  func oddValuesBecomeWhatIsWritten(_ row: [String]) {
    let content = Self.unescaped(code(row[1]))
    let source = Source(name: "d\(code(row[0]))", text: content)
    #expect(shown(source, code(row[2])) == row[3], "\(content)")
  }

  private func shown(_ source: Source, _ template: String) -> String {
    do throws(DiagnosticError) {
      let value = try InputReader.read(source)
      let members =
        value.object?.members.map { ($0.key, $0.value) }
        ?? [(value.array == nil ? "value" : "rows", value)]
      let scope = Scope(members.map { ($0.0, .init($0.1, origin: Origin(.main).appending($0.0))) })
      let expansion = try Expander.expand(
        try TemplateParser.parse(Source(name: "r.md", text: template)), in: scope,
        printer: HolePrinter(language: .ko))
      return text(of: expansion).trimmingCharacters(in: .whitespaces)
        .replacing("\r\n", with: "⏎").replacing("\n", with: "⏎")
    } catch {
      let fault = error.diagnostics[0]
      let place = fault.location.flatMap { location in
        location.range.map { location.source.lineColumn(at: $0.lowerBound) }
      }
      let where_ = place.map { "\($0.line):\($0.column): " } ?? ""
      return "\(where_)error: \(fault.message)".replacing("|", with: "\\|")
    }
  }

  private func code(_ cell: String) -> String {
    cell.hasPrefix("`") ? String(cell.dropFirst().dropLast()) : cell
  }

  private static func unescaped(_ text: String) -> String {
    text.replacing("\\\\", with: "\u{1}").replacing("\\r", with: "\r").replacing("\\n", with: "\n")
      .replacing("\\uFEFF", with: "\u{FEFF}").replacing("\u{1}", with: "\\")
  }
}
