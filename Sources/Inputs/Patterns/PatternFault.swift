/// Why a text is no pattern that can be used.
package struct PatternFault: Error, Sendable, Hashable {
  /// What is wrong, as the end of a sentence that begins with the pattern: `has no ")" for its group`.
  package var message: String
  /// The character of the pattern that it begins at, counted from 1 in Unicode scalars; nil for the pattern as a whole.
  package var position: Int?
  /// What to type instead.
  package var hint: String?

  init(_ message: String, at position: Int? = nil, hint: String? = nil) {
    self.message = message
    self.position = position
    self.hint = hint
  }
}

/// A matching that was given up.
package enum PatternStop: Error, Sendable, Hashable {
  /// It passed the limit `regex-steps`, or the memory that goes with it.
  case steps
  /// A text made by replacing would be longer than its caller allows.
  case size
}
