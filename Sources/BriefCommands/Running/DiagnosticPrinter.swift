import Diagnostics

/// Prints what a run has to say, as the user asked for it.
struct DiagnosticPrinter {
  let console: Console
  let format: DiagnosticsFormat
  /// Whether a reader is told how many there are.
  var sums = true

  func print(_ diagnostics: [Diagnostic]) {
    for diagnostic in diagnostics { console.errors(diagnostic.rendered(style) + "\n") }
    if sums, format == .text, console.isTerminal, !diagnostics.isEmpty {
      console.errors(Self.sum(diagnostics) + "\n")
    }
  }

  private var style: DiagnosticStyle {
    switch format {
    case .json: .json
    case .text: console.isTerminal ? .excerpt(colour: console.hasColour) : .plain
    }
  }

  /// `2 errors, 1 warning`
  private static func sum(_ diagnostics: [Diagnostic]) -> String {
    let errors = diagnostics.count { $0.severity == .error }
    let counts = [(errors, "error"), (diagnostics.count - errors, "warning")]
    return counts.filter { $0.0 > 0 }.map { "\($0) \($1)\($0 == 1 ? "" : "s")" }
      .joined(separator: ", ")
  }
}
