/// A piece of an expression's text.
struct Token: Sendable, Hashable {
  enum Kind: Sendable, Hashable {
    case number(Double)
    case text(String)
    case pattern(source: String, flags: String)
    case name(String)
    /// An operator, bracket or comma.
    case mark(String)
    case end
  }

  var kind: Kind
  /// Offsets into the text's UTF-8 bytes.
  var range: Range<Int>
}

/// What is wrong with an expression, at UTF-8 offsets into its text.
struct ExpressionFault: Error {
  var message: String
  var range: Range<Int>
  var hints: [String] = []
}
