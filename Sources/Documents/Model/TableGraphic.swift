/// A small drawing in a cell of a table. Lengths are shares, 0 to 1, of the room that the column gives it.
package indirect enum TableGraphic: Sendable {
  case bar(Bar)
  case sparkline(Sparkline)

  /// From zero to a value, beside the number.
  package struct Bar: Sendable {
    package var start: Double
    package var end: Double
    /// The name of a theme colour.
    package var color: String
  }

  /// A row of numbers as a line without axes, or as small bars.
  package struct Sparkline: Sendable {
    package enum Form: String, Sendable, CaseIterable {
      case line
      case bars
    }

    package var form: Form
    /// From below; nil where a number is missing.
    package var points: [Double?]
    /// Where bars begin.
    package var zero: Double
    package var color: String
    /// For those who can't see it.
    package var alt: String
  }
}
