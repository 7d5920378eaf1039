import Diagnostics

/// Keeps a list of faults readable: a file broken throughout would report each of its lines.
enum DiagnosticList {
  /// The first `count` diagnostics, and one that says how many more there are.
  static func bounded(_ diagnostics: [Diagnostic], to count: Int, in source: Source) -> [Diagnostic]
  {
    guard diagnostics.count > count else { return diagnostics }
    return diagnostics.prefix(count) + [
      .error(
        "input.more-errors", "\(diagnostics.count - count) more errors in this file",
        at: SourceLocation(source))
    ]
  }
}
