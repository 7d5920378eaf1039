package import Diagnostics
package import Inputs

/// The data that a report is bound to, read in its edition's language.
package struct ReportData: Sendable {
  /// A name in reach of the report, and what it stands for.
  package struct Entry: Sendable {
    package var name: String
    package var value: Value
    package var origin: Origin
    /// The file that the value was read from; nil for what was computed.
    package var source: Source?

    package init(name: String, value: Value, origin: Origin, source: Source? = nil) {
      self.name = name
      self.value = value
      self.origin = origin
      self.source = source
    }

    /// The names that an input without a model puts in reach: its own, or for the main input its keys, `rows` for a list, `value`
    /// for anything else.
    package static func entries(
      of value: Value, named name: String?, from source: Source?
    ) -> [Entry] {
      if let name {
        return [Entry(name: name, value: value, origin: Origin(.named(name)), source: source)]
      }
      let members =
        switch value.kind {
        case .object(let object): object.members.map { ($0.key, $0.value) }
        case .array: [("rows", value)]
        case .null, .bool, .number, .string: [("value", value)]
        }
      return members.map { name, value in
        Entry(name: name, value: value, origin: Origin(.main).appending(name), source: source)
      }
    }
  }

  package var entries: [Entry]
  /// Values given by `--set`, in reach as `@set`.
  package var settings: Value

  package init(entries: [Entry], settings: Value = .object([])) {
    self.entries = entries
    self.settings = settings
  }

  /// The place in a data file that a value was read from; nil for what was computed.
  package func location(of origin: Origin) -> SourceLocation? {
    let keys = origin.keys
    for entry in entries where entry.origin.root == origin.root {
      let own = entry.origin.keys
      guard let source = entry.source, keys.starts(with: own) else { continue }
      let value = keys.dropFirst(own.count).reduce(Optional(entry.value)) { value, key in
        value?[key]
          ?? Int(key).flatMap { index in
            value?.array.flatMap { $0.indices.contains(index) ? $0[index] : nil }
          }
      }
      if let value, !value.range.isEmpty { return SourceLocation(source, value.range) }
    }
    return nil
  }
}
