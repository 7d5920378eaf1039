import Diagnostics
import Foundation
import Testing

@testable import Inputs

/// The 318 files of JSONTestSuite, which stand beside the repository.
enum JSONSuite {
  static let folder = Suites.folder("json/test_parsing")

  static let names: [String] =
    ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).sorted()

  static func read(_ name: String) throws -> Result<Value, DiagnosticError> {
    let data = try Data(contentsOf: folder.appendingPathComponent(name))
    let source = Source(name: name, bytes: [UInt8](data))
    return Result { () throws(DiagnosticError) in try JSONReader.read(source) }
  }

  static func names(_ prefix: String) -> [String] { names.filter { $0.hasPrefix(prefix) } }
}

@Suite(
  .enabled(
    if: !JSONSuite.names.isEmpty,
    "JSONTestSuite isn't here: set BRIEFKIT_SUITES or put it into ../shared/suites"))
struct JSONSuiteTests {
  static let equalKeys = ["y_object_duplicated_key.json", "y_object_duplicated_key_and_value.json"]

  @Test func theSuiteIsComplete() {
    #expect(JSONSuite.names.count == 318)
    #expect(JSONSuite.names("y_").count == 95)
    #expect(JSONSuite.names("n_").count == 188)
    #expect(JSONSuite.names("i_").count == 35)
  }

  @Test(arguments: JSONSuite.names("y_").filter { !equalKeys.contains($0) })
  func acceptsWhatTheSuiteAccepts(name: String) throws {
    #expect(throws: Never.self) { try JSONSuite.read(name).get() }
  }

  @Test(arguments: equalKeys)
  func refusesEqualKeysThoughTheSuiteAcceptsThem(name: String) throws {
    let error = #expect(throws: DiagnosticError.self) { try JSONSuite.read(name).get() }
    #expect(error?.diagnostics.map(\.id) == ["json.duplicate-key"])
  }

  @Test(arguments: JSONSuite.names("n_"))
  func refusesWhatTheSuiteRefuses(name: String) throws {
    let error = #expect(throws: DiagnosticError.self) { try JSONSuite.read(name).get() }
    for diagnostic in error?.diagnostics ?? [] {
      #expect(diagnostic.location?.range != nil, "every fault of grammar has a place")
      #expect(!diagnostic.message.isEmpty && !diagnostic.rendered(.excerpt(colour: false)).isEmpty)
    }
  }

  /// `Documentation/json.md` lists what becomes of each file that is left to the parser.
  @Test func theDocumentedChoicesAreTheReaders() throws {
    let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let page = try String(
      contentsOf: package.appendingPathComponent("Documentation/json.md"), encoding: .utf8)
    let documented = page.split(separator: "\n").filter { $0.hasPrefix("| `i_") }.map { row in
      row.split(separator: "|").prefix(2).map { $0.trimmingCharacters(in: .whitespaces) }
        .joined(separator: " ")
    }
    let answers = try JSONSuite.names("i_").map { name in
      switch try JSONSuite.read(name) {
      case .success: "`\(name)` accepted"
      case .failure(let error):
        "`\(name)` refused: \(error.diagnostics.map(\.id).joined(separator: " "))"
      }
    }
    #expect(documented == answers)
  }
}
