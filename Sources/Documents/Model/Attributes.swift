package import Diagnostics

/// What stands in braces behind a thing: `{#id .class key=value}`, Pandoc's notation.
package struct Attributes: Sendable, Hashable {
  package struct Entry: Sendable, Hashable {
    package var key: String
    package var value: String

    package init(key: String, value: String) {
      self.key = key
      self.value = value
    }
  }

  package var id: String?
  package var classes: [String]
  package var entries: [Entry]
  package var location: SourceLocation?

  package init(
    id: String? = nil, classes: [String] = [], entries: [Entry] = [],
    location: SourceLocation? = nil
  ) {
    self.id = id
    self.classes = classes
    self.entries = entries
    self.location = location
  }

  package subscript(key: String) -> String? {
    entries.last { $0.key == key }?.value
  }

  package var isEmpty: Bool { id == nil && classes.isEmpty && entries.isEmpty }
}
