import Diagnostics
import Inputs
import VegaLite

extension ChartJob {
  /// What the stages of each chart make: rows after each transform, scales, guides. Nothing is written.
  package func explain() throws(JobError) -> PrintedResult {
    var result = PrintedResult(text: "", warnings: [])
    var batch = OutputBatch(Timings()) { _ in }
    try JobError.input { () throws(DiagnosticError) in
      let session = try ChartSession(self, &batch, &result.warnings)
      for spec in specs {
        let chart = try session.chart(spec, explains: true).chart
        result.text += (specs.count > 1 ? "\(spec)\n" : "") + (chart.explanation ?? "")
        result.warnings += chart.warnings
      }
      result.warnings += session.dataWarnings
    }
    return result
  }

  /// What is said of one of several specifications; its findings are counted, since they are printed behind all of them.
  private static func section(_ spec: String, _ text: String, _ findings: [Diagnostic]) -> String {
    let errors = findings.count { $0.severity == .error }
    let counts = [(errors, "error"), (findings.count - errors, "warning")]
      .filter { $0.0 > 0 }.map { "\($0) \($1)\($0 == 1 ? "" : "s")" }
    let sum = counts.isEmpty ? "nothing is wrong with it" : counts.joined(separator: ", ")
    let lines = text.split(separator: "\n").map { "  \($0)\n" }.joined()
    return "\(spec): \(sum)\n\(lines)"
  }

  /// What each specification uses, and what is wrong with it; nothing is drawn.
  package func check() throws(JobError) -> PrintedResult {
    var result = PrintedResult(text: "", warnings: [])
    var batch = OutputBatch(Timings()) { _ in }
    try JobError.input { () throws(DiagnosticError) in
      let session = try ChartSession(self, &batch, &result.warnings)
      for spec in specs {
        let (use, findings) = try session.use(of: spec)
        result.text += specs.count > 1 ? Self.section(spec, use.text, findings) : use.text
        result.warnings += findings
      }
    }
    return result
  }
}
