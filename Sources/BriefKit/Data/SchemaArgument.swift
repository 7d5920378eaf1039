import Diagnostics
import Inputs

/// A JSON Schema named on the command line, and how strictly it is read.
package struct SchemaArgument: Sendable {
  package var path: String
  /// Whether `format` is held against texts.
  package var assertsFormats: Bool

  package init(path: String, assertsFormats: Bool = true) {
    self.path = path
    self.assertsFormats = assertsFormats
  }

  /// Holds an input against the schema, and answers the warnings about the schema.
  func check(_ input: Located, limits: Limits) throws(DiagnosticError) -> [Diagnostic] {
    let file = try Workspace(roots: [], files: [path]).data(at: path, limits: limits)
    let (schema, warnings) = try JSONSchema.compile(file, limits: limits)
    let violations = schema.violations(in: input, assertsFormats: assertsFormats)
    if violations.hasErrors { throw DiagnosticError(warnings + violations) }
    return warnings
  }

  static func isNotForReport(_ path: String) -> JobError {
    JobError(
      .usage,
      [
        .error(
          "usage.schema", "\"\(path)\" is no data file, and --schema goes with one",
          hints: ["a report's own schema lies beside report.md: schema.json"])
      ])
  }
}
