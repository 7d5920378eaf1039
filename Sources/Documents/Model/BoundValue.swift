package import Formats
package import Inputs

/// A value from data in the document: what it prints, and where it came from.
package struct BoundValue: Sendable, Hashable {
  /// What the reader sees, formatted, particle included.
  package var text: String
  package var value: Value
  package var origin: Origin
  /// The format that its tag or column asked for.
  package var format: String?
  /// The particle at the text's end, which goes with how the text ends.
  package var particle: Particle?

  package init(text: String, value: Value, origin: Origin, format: String? = nil) {
    self.text = text
    self.value = value
    self.origin = origin
    self.format = format
  }
}
