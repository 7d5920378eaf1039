package import Diagnostics

/// What stands in braces behind a thing: `{#id .class key=value}`, Pandoc's notation.
package struct Attributes: Sendable, Hashable {
  package struct Entry: Sendable, Hashable {
    package var key: String
    package var value: String
    /// The value as text of the document: what comes from data keeps its origin.
    package var text: [Inline]

    package init(key: String, text: [Inline]) {
      self.key = key
      self.text = text
      value = text.plainText
    }

    package static func == (a: Entry, b: Entry) -> Bool {
      a.key == b.key && a.value == b.value
    }

    package func hash(into hasher: inout Hasher) {
      hasher.combine(key)
      hasher.combine(value)
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
    entry(key)?.value
  }

  package func entry(_ key: String) -> Entry? {
    entries.first { $0.key == key }
  }
}
