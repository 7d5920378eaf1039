import Diagnostics
import Foundation
import Testing

@testable import Inputs

/// `Documentation/json-schema.md` says what is so: its examples run, its lists are whole.
struct SchemaDocumentationTests {
  let page: String

  init() throws {
    let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    page = try String(
      contentsOf: package.appendingPathComponent("Documentation/json-schema.md"), encoding: .utf8)
  }

  /// The fenced blocks of the page with their names, in order.
  private var blocks: [(name: String, text: String)] {
    page.components(separatedBy: "```").enumerated().compactMap { index, part in
      guard index % 2 == 1, let end = part.firstIndex(of: "\n") else { return nil }
      return (
        String(part[..<end]), part[part.index(after: end)...].trimmingCharacters(in: .newlines)
      )
    }
  }

  @Test func theExamplesSayWhatIsShown() throws {
    var schema = ""
    var data: String?
    var count = 0
    for block in blocks {
      switch block.name {
      case "schema": (schema, data) = (block.text, nil)
      case "data": data = block.text
      case "said":
        count += 1
        #expect(try said(of: data, by: schema) == block.text)
      default: Issue.record("a block \"\(block.name)\"")
      }
    }
    #expect(count >= 4)
  }

  private func said(of data: String?, by schema: String) throws -> String {
    var found: [Diagnostic] = []
    do throws(DiagnosticError) {
      let source = Source(name: "schema.json", text: schema)
      let value = try JSONReader.read(source)
      let (schema, warnings) = try JSONSchema.compile(Located(value, in: source))
      found = warnings
      if let data {
        let source = Source(name: "data.json", text: data)
        found += schema.violations(in: Located(try JSONReader.read(source), in: source))
      }
    } catch {
      found = error.diagnostics
    }
    return found.map { $0.rendered(.plain) }.joined(separator: "\n")
  }

  @Test func everyKeywordFormatAndLimitIsNamed() {
    for keyword in SchemaKeyword.allCases { #expect(page.contains("`\(keyword.rawValue)`")) }
    for format in CheckedFormat.allCases.map(\.rawValue) + CheckedFormat.unchecked {
      #expect(page.contains("`\(format)`"))
    }
    for limit in [Limits.Name.regexSteps, .schemaSteps, .inputDepth] {
      #expect(page.contains("`\(limit.rawValue)`"))
    }
  }
}
