import Diagnostics

/// Why a drawing can't be taken in, and where in it that stands.
struct SVGFault: Error {
  var message: String
  var range: Range<Int>
  var hint: String?
  /// The limit that it passes, where that is what is wrong.
  var limit: Limits.Name?

  init(_ message: String, _ range: Range<Int>, hint: String? = nil) {
    self.message = message
    self.range = range
    self.hint = hint
  }

  init(passes limit: Limits.Name) {
    self.init("", 0..<0)
    self.limit = limit
  }

  /// What to do with files that hold more than a drawing.
  static let export = "export it anew as plain SVG"

  func diagnostic(in source: Source, limits: Limits) -> Diagnostic {
    if let limit {
      return limits.exceeded(limit, by: "the drawing", at: SourceLocation(source))
    }
    return .error(
      "image.svg", message, at: SourceLocation(source, range), hints: hint.map { [$0] } ?? [])
  }
}
