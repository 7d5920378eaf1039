import Diagnostics
import Formats
import Foundation
import Inputs
import Testing

@testable import Documents

/// A case of the Mustache specification.
struct MustacheCase: CustomTestStringConvertible, Sendable {
  let file: String
  let name: String
  let template: String
  let data: Value
  let partials: [String: String]
  let expected: String
  var testDescription: String { "\(file): \(name)" }
}

/// The files of the Mustache specification but for lambdas, which are code; they stand beside the repository.
enum MustacheSuite {
  static let cases: [MustacheCase] = {
    let names = [
      "comments", "delimiters", "interpolation", "inverted", "partials", "sections",
      "~inheritance", "~dynamic-names",
    ]
    return names.flatMap { name -> [MustacheCase] in
      let file = Folders.suites.appending(path: "mustache/\(name).json")
      guard let text = try? Folders.text(file),
        let tree = try? JSONReader.read(Source(name: name, text: text))
      else { return [] }
      return (tree["tests"]?.array ?? []).map { test in
        MustacheCase(
          file: name, name: test["name"]?.string ?? "", template: test["template"]?.string ?? "",
          data: test["data"] ?? .null,
          partials: Dictionary(
            (test["partials"]?.object?.members ?? []).map { ($0.key, $0.value.string ?? "") },
            uniquingKeysWith: { first, _ in first }),
          expected: test["expected"]?.string ?? "")
      }
    }
  }()

  /// Cases that ours answers otherwise, on purpose.
  enum Departure {
    /// A name or partial that isn't there is an error; Mustache blanks it.
    case isStrict
    /// Nothing is escaped for HTML: values never meet a parser.
    case doesNotEscape
    /// A partial alone on its line ends that line, even where its own last line has no end.
    case endsLines
  }

  /// Cases about tags that hold no name, which print nothing in Mustache.
  static func isRefused(_ test: MustacheCase) -> Bool {
    ["Dynamic Names - Double Dereferencing", "Dynamic Names - Composed Dereferencing"]
      .contains(test.name)
  }

  static func departure(_ test: MustacheCase) -> Departure? {
    let strict = [
      "Basic Context Miss Interpolation", "Triple Mustache Context Miss Interpolation",
      "Ampersand Context Miss Interpolation", "Basic Null Interpolation",
      "Triple Mustache Null Interpolation", "Ampersand Null Interpolation",
      "Dotted Names - Broken Chains", "Dotted Names - Broken Chain Resolution",
      "Dotted Names - Context Precedence", "Dotted Names are never single keys", "Context Misses",
      "Context Miss", "Failed Lookup", "Text inside parent", "Negative Sections",
      "Context Misses - Partial", "Failed Lookup - Partial", "Dotted Names - Operator Precedence",
      "Dotted Names - Failed Lookup", "Dotted names - Context Stacking Failed Lookup",
      "Dynamic Names - Double Dereferencing", "Dynamic Names - Composed Dereferencing",
    ]
    if test.name.contains("HTML Escaping"), test.expected.contains("&quot;") {
      return .doesNotEscape
    }
    if strict.contains(test.name) { return .isStrict }
    let swallowing = [
      "Standalone Line Endings", "Standalone Without Previous Line", "Standalone Without Newline",
      "Inherit", "Override parent with newlines", "Parent template", "Standalone Indentation",
    ]
    let isAboutPartials = ["partials", "~dynamic-names", "~inheritance"].contains(test.file)
    return isAboutPartials && swallowing.contains(test.name) ? .endsLines : nil
  }
}

@Suite(
  .enabled(
    if: !MustacheSuite.cases.isEmpty,
    "the Mustache specification isn't here: set BRIEFKIT_SUITES or put it into ../shared/suites"))
struct MustacheSpecTests {
  private func expand(_ test: MustacheCase) throws -> String {
    text(
      of: try Expander.expand(
        try TemplateParser.parse(Source(name: "template", text: test.template)),
        in: scope(of: test), printer: HolePrinter(language: .en), partials: try partials(of: test)))
  }

  private func partials(of test: MustacheCase) throws -> [String: Template] {
    let partials = try test.partials.map { name, text in
      (name, try TemplateParser.parse(Source(name: name, text: text)))
    }
    return Dictionary(partials, uniquingKeysWith: { first, _ in first })
  }

  private func scope(of test: MustacheCase) -> Scope {
    test.data.object.map { object in
      Scope(object.members.map { ($0.key, .init($0.value, origin: Origin(.main))) })
    } ?? Scope([]).entering(.init(test.data, origin: Origin(.main)))
  }

  /// In lenient text mode; a tag that can't be read is an error there too.
  @Test(arguments: MustacheSuite.cases.filter { !MustacheSuite.isRefused($0) })
  func passes(_ test: MustacheCase) throws {
    let template = try TemplateParser.parse(Source(name: "template", text: test.template))
    let text = try LenientText.render(
      template, in: scope(of: test), partials: try partials(of: test))
    #expect(text == test.expected)
  }

  @Test(arguments: MustacheSuite.cases.filter(MustacheSuite.isRefused))
  func namesThatAreNoneAreErrors(_ test: MustacheCase) {
    #expect(throws: DiagnosticError.self) {
      try TemplateParser.parse(Source(name: "template", text: test.template))
    }
  }

  @Test(arguments: MustacheSuite.cases.filter { MustacheSuite.departure($0) == nil })
  func isFollowed(_ test: MustacheCase) throws {
    #expect(try expand(test) == test.expected)
  }

  @Test(arguments: MustacheSuite.cases.filter { MustacheSuite.departure($0) == .endsLines })
  func partialsEndTheirLines(_ test: MustacheCase) throws {
    let bare = { (text: String) in text.filter { !$0.isNewline } }
    #expect(bare(try expand(test)) == bare(test.expected))
  }

  @Test(arguments: MustacheSuite.cases.filter { MustacheSuite.departure($0) == .isStrict })
  func missingNamesAreErrors(_ test: MustacheCase) {
    #expect(throws: DiagnosticError.self) { try expand(test) }
  }

  @Test(arguments: MustacheSuite.cases.filter { MustacheSuite.departure($0) == .doesNotEscape })
  func nothingIsEscaped(_ test: MustacheCase) throws {
    let plain = test.expected.replacing("&quot;", with: "\"").replacing("&amp;", with: "&")
      .replacing("&lt;", with: "<").replacing("&gt;", with: ">")
    #expect(try expand(test) == plain)
  }
}
