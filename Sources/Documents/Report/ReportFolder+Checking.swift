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
        chart: { address in specification(address, .json, findings) },
        table: { address in
          let spec = specification(address, .yaml, findings)
          if let spec { decode(spec, findings) }
          return spec
        }))
    collector.visit(template, in: StaticScope(roots: nil))
    for table in frontMatter.tables {
      for step in table.transform.array ?? [] {
        _ = TransformReader(findings, data: { _ in Frame() })
          .read(Located(step, in: table.location.source))
      }
    }
    return findings.diagnostics
  }

  private func specification(
    _ address: String, _ format: InputFormat, _ findings: Findings
  ) -> Located? {
    findings.attempt { () throws(DiagnosticError) in
      let source = try workspace.read(address, relativeTo: path, limits: limits)
      let value = try InputReader.read(source, format: format, limits: limits)
      return Located(
        Localization.read(Located(value, in: source), in: language, keepsNull: true).value,
        in: source)
    }
  }

  private func decode(_ spec: Located, _ findings: Findings) {
    var decoding = Decoding(spec.source)
    _ = decoding.within("the table") { DataTableSpecification.shape.read(spec.value, &$0) }
    for fault in decoding.finish() { findings.add(fault) }
  }
}
