package import Diagnostics
import Graphics
package import Inputs
import Tables

/// Draws Vega-Lite specifications.
package enum ChartRenderer {
  /// What a specification uses, and what is wrong with it: all that drawing it would say, but for named data that isn't given.
  package static func check(
    _ spec: Located, in environment: ChartEnvironment
  ) -> (use: SpecificationUse, findings: [Diagnostic]) {
    let kind = ChartRun(environment, spec: spec)
    SpecificationKind.check(spec, kind.findings)
    guard !kind.findings.diagnostics.hasErrors else {
      return (SpecificationUse(.object([])), kind.findings.diagnostics)
    }
    let findings: [Diagnostic]
    do throws(DiagnosticError) {
      findings = try draw(spec, in: environment).warnings
    } catch {
      findings = error.diagnostics.filter { $0.id != "data.unknown" }
    }
    return (SpecificationUse(spec.value), findings)
  }

  /// What to type in place of a text that is no colour; nil for one that is.
  package static func hints(forColor text: String) -> [String]? {
    ColorParser.color(text) == nil ? Suggestion.hints(for: text, in: ColorNames.sorted) : nil
  }

  /// The chart of a specification, or all that is wrong with it.
  package static func draw(
    _ spec: Located, in environment: ChartEnvironment
  ) throws(DiagnosticError) -> Chart {
    let localized = Located(
      Localization(environment.language).resolve(spec.value), in: spec.source)
    let run = ChartRun(environment, spec: localized)
    SpecificationKind.check(localized, run.findings)
    try run.findings.throwIfErrors()
    for config in [localized["config"], environment.config] {
      ConfigurationCheck(run: run).check(config)
    }
    Parameters(run: run).readAll(localized)
    ParameterReferences(run: run).check(localized)
    try run.findings.throwIfErrors()
    guard let view = ViewReader(run: run).read(localized, isTop: true) else {
      throw DiagnosticError(run.findings.diagnostics)
    }
    try run.findings.throwIfErrors()
    let loader = DataLoader(run, datasets: localized["datasets"])
    run.host.data = { [loader, run] name in
      // The rows that a selection holds are called after it.
      name.hasSuffix("_store") ? run.selections.rows(String(name.dropLast(6))) : loader.rows(name)
    }
    // The run keeps what keeps it, until the chart is drawn.
    defer { run.host.data = { _ in nil } }
    let builder = ViewBuilder(run, loader: loader)
    let node = builder.view(view)
    try run.findings.throwIfErrors()
    let drawing = ChartDrawing(
      view: Autosize.settled(view, node, builder.registry, run), node: node,
      registry: builder.registry, run: run)
    let result = drawing.draw()
    MissingData(run: run).checkShown(node.units)
    try run.findings.throwIfErrors()
    var chart = Chart(
      scene: result.scene, description: view.reader.string("description"),
      title: Title(view.title, run)?.text,
      words: ChartWords(view: view, node: node, run: run).text,
      warnings: run.findings.diagnostics.filter { $0.severity == .warning },
      markCount: result.markCount)
    chart.plainNumbers = run.plainNumbers
    chart.explanation = run.trace?.text
    if environment.tabulates { chart.tables = ChartTables(node: node, run: run).tables }
    return chart
  }
}
