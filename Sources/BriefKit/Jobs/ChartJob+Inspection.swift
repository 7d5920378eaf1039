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

  /// What each specification uses, and what is wrong with it; nothing is drawn.
  package func check() throws(JobError) -> PrintedResult {
    var result = PrintedResult(text: "", warnings: [])
    var batch = OutputBatch(Timings()) { _ in }
    try JobError.input { () throws(DiagnosticError) in
      let session = try ChartSession(self, &batch, &result.warnings)
      for spec in specs {
        let (use, findings) = try session.use(of: spec)
        result.text += (specs.count > 1 ? "\(spec)\n" : "") + use.text
        result.warnings += findings
      }
    }
    return result
  }
}
