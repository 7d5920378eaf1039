package import Diagnostics
import Inputs
import Tables

extension ReportFolder {
  /// What can be wrong without data: the transforms of derived tables, and the charts and tables that the text names.
  package func check() -> [Diagnostic] {
    let findings = Findings()
    var collector = ReadCollector(
      partials: partials,
      specifications: .init(
        chart: { address in
          findings.attempt { () throws(DiagnosticError) in
            try specification(address, in: .json)
          }
        },
        table: { address in
          let spec = findings.attempt { () throws(DiagnosticError) in
            try specification(address, in: .yaml)
          }
          if let spec { decode(spec, findings) }
          return spec
        }))
    collector.visit(template, in: StaticScope(roots: nil))
    for table in frontMatter.tables {
      for step in table.transform.array ?? [] {
        _ = TransformReader(findings, limits: limits, data: { _ in Frame() })
          .read(Located(step, in: table.location.source))
      }
    }
    return findings.diagnostics
  }

  private func decode(_ spec: Located, _ findings: Findings) {
    var decoding = Decoding(spec.source)
    _ = decoding.within("the table") { DataTableSpecification.shape.read(spec.value, &$0) }
    for fault in decoding.finish() { findings.add(fault) }
  }
}
