package import Diagnostics
package import Inputs

/// What a report's main input must look like.
package struct ReportSchema: Sendable {
  package let schema: JSONSchema
  /// What is odd about the schema itself.
  package let warnings: [Diagnostic]
}

extension ReportFiles {
  /// The schema in the file that the front matter names, else in schema.json if there is one.
  func schema(_ named: FrontMatter.Text?) throws(DiagnosticError) -> ReportSchema? {
    let name = named?.text ?? "schema.json"
    guard workspace.exists(name, relativeTo: path) else {
      guard let named else { return nil }
      throw DiagnosticError(
        .error(
          "report.schema", "there is no schema \"\(name)\" in the report's folder",
          at: named.location, hints: ["put it beside report.md, or leave \"schema\" out"]))
    }
    let source = try workspace.read(name, relativeTo: path, limits: limits)
    let value = try InputReader.read(source, limits: limits)
    let (schema, warnings) = try JSONSchema.compile(Located(value, in: source), limits: limits)
    return ReportSchema(schema: schema, warnings: warnings)
  }
}
