package import Inputs

/// The data that a report is bound to, read in its edition's language.
package struct ReportData: Sendable {
  /// A name in reach of the report, and what it stands for.
  package struct Entry: Sendable {
    package var name: String
    package var value: Value
    package var origin: Origin

    package init(name: String, value: Value, origin: Origin) {
      self.name = name
      self.value = value
      self.origin = origin
    }
  }

  package var entries: [Entry]
  /// Values given by `--set`, in reach as `@set`.
  package var settings: Value

  package init(entries: [Entry], settings: Value = .object([])) {
    self.entries = entries
    self.settings = settings
  }
}
