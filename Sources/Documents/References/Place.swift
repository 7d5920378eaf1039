/// A block that can be referred to, listed or linked to.
package struct Place: Sendable {
  package enum Kind: String, Sendable {
    case section
    case figure
    case table
    /// Anything else with an id; it can be linked to and has no name.
    case block
  }

  package var kind: Kind
  /// As printed: `3`, `2.1`; nil where things of its kind aren't numbered.
  package var number: String?
  /// A heading or caption.
  package var title: [Inline]
  /// Of a section, 1 for the highest.
  package var level: Int

  package init(kind: Kind, number: String? = nil, title: [Inline] = [], level: Int = 1) {
    self.kind = kind
    self.number = number
    self.title = title
    self.level = level
  }
}
