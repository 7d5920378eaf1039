package import Diagnostics

/// One place where a report reads a name.
package struct ReportRead: Sendable {
  package enum Role: String, Sendable {
    /// It is printed.
    case value
    /// It opens a section: it is gone through, or decides whether text stands.
    case section
    /// The rows of a chart, a table or a derived table.
    case rows
    /// A column of such rows.
    case field
  }

  /// The name from the outermost level, `[]` behind each list gone through: `regions[].name`; as written where it is unknown.
  package var path: String
  package var role: Role
  /// Whether the report says that it may be missing.
  package var isOptional: Bool
  package var format: String?
  package var location: SourceLocation?
  /// What the data has there; nil where it has nothing, or where there is no data.
  package var shape: DataShape?
  /// Whether the name stands inside a section that the data doesn't have, so that nothing can be said of it.
  package var isHypothetical: Bool
  /// A name that may be meant.
  package var suggestion: String?
}
