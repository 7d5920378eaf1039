package import Diagnostics
package import Formats
import Inputs

/// What a run of expressions shares: parameters, the chart around them, the clock, and how far they may go.
package final class Evaluation {
  package var parameters: [String: Datum]
  package var host: (any ExpressionHost)?
  /// Whether a row is in a selection; nil where nothing is selected.
  package var isSelected: ((_ name: String, Frame, _ row: Int) -> Bool?)?
  let language: Language
  package var numberLocale: NumberLocale
  package var timeLocale: TimeLocale
  /// Milliseconds since 1970 UTC; nil where the run has no clock.
  package let now: Double?
  let limits: Limits
  private var steps = 0
  private var patterns: [PatternLiteral: Pattern] = [:]
  private var seed: UInt64 = 0x2545_F491_4F6C_DD1D

  package init(
    parameters: [String: Datum] = [:], host: (any ExpressionHost)? = nil,
    language: Language = .en, now: Double? = nil, limits: Limits = Limits()
  ) {
    self.parameters = parameters
    self.host = host
    self.language = language
    numberLocale = NumberLocale(language)
    timeLocale = TimeLocale(language)
    self.now = now
    self.limits = limits
  }

  /// Counts steps; false once the limit is passed.
  func step(_ count: Int = 1) -> Bool {
    steps = min(steps, .max / 4) + min(count, .max / 4)
    return steps <= limits[.expressionSteps]
  }

  /// The bytes that count as a step where a value is made.
  private static let bytesOfStep = 8

  /// Counts what it takes to make a value of so many bytes.
  func step(making size: Double) -> Bool {
    step(Int(clamping: size, to: 0...1_000_000_000_000_000) / Self.bytesOfStep)
  }

  /// The bytes of the largest value that may still be made.
  var room: Int {
    min(max(0, limits[.expressionSteps] - steps), .max / Self.bytesOfStep) * Self.bytesOfStep
  }

  /// The expressions that a run compiles anew when it has met so many.
  private static let mostPatterns = 256

  /// A regular expression ready to be matched, within the limit of steps.
  func pattern(_ literal: PatternLiteral) throws(PatternFault) -> Pattern {
    if let known = patterns[literal] { return known }
    let pattern = try Pattern(literal.source, flags: literal.flags, limits: limits)
    if patterns.count == Self.mostPatterns { patterns.removeAll() }
    patterns[literal] = pattern
    return pattern
  }

  func patternExceeded(at location: SourceLocation?) -> DiagnosticError {
    DiagnosticError(
      limits.exceeded(.regexSteps, by: "matching a regular expression", at: location))
  }

  func exceeded(at location: SourceLocation?) -> DiagnosticError {
    DiagnosticError(limits.exceeded(.expressionSteps, by: "evaluating expressions", at: location))
  }

  /// The next number from 0 to 1 of a sequence that is the same in every run (xorshift64*).
  package func random() -> Double {
    seed ^= seed >> 12
    seed ^= seed << 25
    seed ^= seed >> 27
    return Double((seed &* 0x2545_F491_4F6C_DD1D) >> 11) / Double(UInt64(1) << 53)
  }
}

/// What `datum` stands for while an expression is evaluated.
package enum DatumReference {
  case row(Frame, Int)
  case record(Datum)
  case none
}
