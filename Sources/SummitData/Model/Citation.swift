import Inputs

/// The ids of the sources that state a fact, in their order of writing.
package typealias Citation = [String]

extension Shape where Output == Citation {
  /// `"A"` or `["A", "B"]`.
  static var citation: Shape { .oneOrMore(of: .reference(to: "source")) }
}

extension Field where Output == Citation {
  /// The member that every fact has.
  static var source: Field {
    Field("source", .citation, "The id of the source that states it, or a list of them.")
  }
}
