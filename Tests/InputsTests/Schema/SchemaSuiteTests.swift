import Diagnostics
import Testing

@testable import Inputs

@Suite(
  .enabled(
    if: !SchemaSuite.names(in: "").isEmpty,
    "the JSON Schema suite isn't here: set BRIEFKIT_SUITES or put it into ../shared/suites"))
struct SchemaSuiteTests {
  /// Groups that load a schema from a network, by file; nil stands for all groups of a file.
  static let remote: [String: [String]?] = [
    "refRemote.json": nil,
    "vocabulary.json": [
      "schema that uses custom metaschema with with no validation vocabulary",
      "ignore unrecognized optional vocabulary",
    ],
    "dynamicRef.json": [
      "strict-tree schema, guards against misspelled properties",
      "tests for implementation dynamic anchor and reference link",
      "$ref and $dynamicAnchor are independent of order - $defs first",
      "$ref and $dynamicAnchor are independent of order - $ref first",
      "$ref to $dynamicRef finds detached $dynamicAnchor",
    ],
    "optional/cross-draft.json": ["refs to historic drafts are processed as historic drafts"],
    "optional/format-assertion.json": nil,
  ]

  /// Optional parts that aren't for us: keywords of older drafts, formats that aren't checked.
  static let left: Set<String> = [
    "optional/dependencies-compatibility.json", "optional/format/hostname.json",
    "optional/format/idn-hostname.json", "optional/format/idn-email.json",
    "optional/format/iri.json", "optional/format/iri-reference.json",
    "optional/format/uri-template.json",
  ]

  private static func isRemote(_ group: SchemaSuite.Group, in name: String) -> Bool {
    guard let groups = remote[name] else { return false }
    return groups?.contains(group.description) ?? true
  }

  @Test func theSuiteIsComplete() {
    #expect(SchemaSuite.names(in: "").count == 46)
    #expect(SchemaSuite.names(in: "optional").count == 13)
    #expect(SchemaSuite.names(in: "optional/format").count == 21)
  }

  @Test(arguments: SchemaSuite.names(in: "") + SchemaSuite.names(in: "optional"))
  func judgesAsTheSuiteDoes(name: String) throws {
    guard !Self.left.contains(name) else { return }
    try check(name, assertsFormats: false)
  }

  @Test(arguments: SchemaSuite.names(in: "optional/format"))
  func judgesFormatsAsTheSuiteDoes(name: String) throws {
    guard !Self.left.contains(name) else { return }
    try check(name, assertsFormats: true)
  }

  @Test(arguments: SchemaSuite.names(in: "optional/format"))
  func formatsThatAreNotAssertedRefuseNothing(name: String) throws {
    for group in try SchemaSuite.groups(of: name) {
      let (schema, _) = try JSONSchema.compile(group.schema)
      for test in group.tests {
        #expect(schema.violations(in: test.data, assertsFormats: false).isEmpty)
      }
    }
  }

  @Test(arguments: remote.keys.sorted())
  func whatLoadsARemoteSchemaIsRefusedAtItsPlace(name: String) throws {
    let groups = try SchemaSuite.groups(of: name).filter { Self.isRemote($0, in: name) }
    #expect(groups.count == Self.remote[name]??.count ?? groups.count && !groups.isEmpty)
    for group in groups {
      let error = #expect(throws: DiagnosticError.self, "\(group.description)") {
        try JSONSchema.compile(group.schema)
      }
      for diagnostic in error?.diagnostics.filter({ $0.severity == .error }) ?? [] {
        #expect(["schema-file.remote", "schema-file.dialect"].contains(diagnostic.id))
        #expect(diagnostic.message.hasSuffix("is not loaded from a network"))
        #expect(diagnostic.location?.range?.isEmpty == false && !diagnostic.hints.isEmpty)
      }
    }
  }

  private func check(_ name: String, assertsFormats: Bool) throws {
    for group in try SchemaSuite.groups(of: name) where !Self.isRemote(group, in: name) {
      let schema: JSONSchema
      do throws(DiagnosticError) {
        schema = try JSONSchema.compile(group.schema).schema
      } catch {
        let text = error.diagnostics.map { $0.rendered(.plain) }.joined(separator: "\n")
        Issue.record("\(group.description): \(text)")
        continue
      }
      for test in group.tests {
        let violations = schema.violations(in: test.data, assertsFormats: assertsFormats)
        #expect(
          violations.isEmpty == test.isValid,
          "\(group.description) · \(test.description): \(violations.map(\.message))")
        for violation in violations {
          #expect(!violation.message.hasSuffix(".") && violation.location?.range != nil)
        }
      }
    }
  }
}
