import Diagnostics
import Inputs
import Testing

/// What is said of an input that breaks its schema; notes that point into the schema are left out here.
struct ViolationMessageTests {
  struct Row: Sendable, CustomTestStringConvertible {
    let name: String
    let schema: String
    let data: String
    let said: String

    init(_ name: String, _ schema: String, _ data: String, _ said: String) {
      self.name = name
      self.schema = schema
      self.data = data
      self.said = said
    }

    var testDescription: String { name }
  }

  @Test(arguments: valueRows + structureRows + branchRows) func saysWhatIsWrong(_ row: Row) throws {
    let said = try violations(of: row.data, by: row.schema).map { violation in
      var violation = violation
      violation.notes.removeAll { $0.location?.source.name == "schema.json" }
      return violation.rendered(.plain)
    }
    #expect(said.joined(separator: "\n") == row.said)
  }
}
