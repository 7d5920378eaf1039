import Diagnostics
import Inputs
import Testing

/// What is said of a schema that is at fault.
struct SchemaFaultTests {
  struct Row: Sendable, CustomTestStringConvertible {
    let name: String
    let schema: String
    let said: String

    init(_ name: String, _ schema: String, _ said: String) {
      self.name = name
      self.schema = schema
      self.said = said
    }

    var testDescription: String { name }
  }

  @Test(arguments: keywordRows + referenceRows) func saysWhatIsWrong(_ row: Row) throws {
    let source = Source(name: "schema.json", text: row.schema)
    let schema = Located(try JSONReader.read(source), in: source)
    var found: [Diagnostic]
    do throws(DiagnosticError) {
      found = try JSONSchema.compile(schema).warnings
    } catch {
      found = error.diagnostics
      #expect(found.hasErrors)
    }
    #expect(found.map { $0.rendered(.plain) }.joined(separator: "\n") == row.said)
  }
}
