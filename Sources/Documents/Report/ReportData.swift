package import Diagnostics
package import Formats
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
    /// Its texts that are in another language than the edition's.
    package var fallbacks: Localization.Fallbacks

    package init(
      name: String, value: Value, origin: Origin, source: Source? = nil,
      fallbacks: Localization.Fallbacks = [:]
    ) {
      self.fallbacks = fallbacks
      self.name = name
      self.value = value
      self.origin = origin
      self.source = source
    }

    /// The names that an input without a model puts in reach: its own, or for the main input its keys, `rows` for a list, `value`
    /// for anything else.
    package static func entries(
      of value: Value, named name: String?, from source: Source?,
      fallbacks: Localization.Fallbacks = [:]
    ) -> [Entry] {
      if let name {
        return [
          Entry(
            name: name, value: value, origin: Origin(.named(name)), source: source,
            fallbacks: fallbacks)
        ]
      }
      let members =
        switch value.kind {
        case .object(let object): object.members.map { ($0.key, $0.value) }
        case .array: [("rows", value)]
        case .null, .bool, .number, .string: [("value", value)]
        }
      return members.map { name, value in
        Entry(
          name: name, value: value, origin: Origin(.main).appending(name), source: source,
          fallbacks: fallbacks)
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

  /// The language of a text that stands in for one in the edition's; nil for all others.
  package func language(of value: BoundValue) -> Language? {
    let range = value.value.range
    guard !range.isEmpty else { return nil }
    for entry in entries where !entry.fallbacks.isEmpty && entry.origin.root == value.origin.root {
      guard entry.source != nil, value.origin.keys.starts(with: entry.origin.keys) else { continue }
      if let language = entry.fallbacks[range] { return language }
    }
    return nil
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
