import Diagnostics

/// What to type in place of a word that means nothing.
enum WordHints {
  /// What other programs call the same thing.
  private static let elsewhere = [
    "avg": "mean", "std": "stdev", "stddev": "stdev", "maximum": "max", "minimum": "min",
    "unique": "distinct", "total": "sum", "centre": "center", "number": "quantitative",
    "numeric": "quantitative", "date": "temporal", "time": "temporal", "category": "nominal",
    "categorical": "nominal", "pie": "arc", "donut": "arc", "doughnut": "arc", "scatter": "point",
    "column": "bar", "heatmap": "rect", "logarithmic": "log", "spline": "monotone",
    "smooth": "monotone", "q": "quantitative", "o": "ordinal", "n": "nominal", "t": "temporal",
  ]

  /// The word meant: one that others use, one cut short, or a slip of the hand.
  static func hints(for text: String, in known: [String]) -> [String] {
    let lower = text.lowercased()
    if let word = elsewhere[lower], known.contains(word) { return ["did you mean \"\(word)\"?"] }
    if lower.count > 2, let whole = known.first(where: { $0.hasPrefix(lower) }) {
      return ["did you mean \"\(whole)\"?"]
    }
    return Suggestion.hints(for: text, in: known)
  }
}
