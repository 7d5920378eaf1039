import CairoRendering
package import Diagnostics
import Documents
import Graphics
import Inputs
import Tables
import VegaLite

/// Draws chart specifications as pictures, by themselves and without a report.
package struct ChartJob: Sendable {
  /// Paths of Vega-Lite specifications.
  package var specs: [String]
  /// Data by name.
  package var data: [DataArgument]
  package var output: String
  /// Pixels a point.
  package var scale: Double
  /// The picture's final size in pixels, padding included; nil leaves it to the specification.
  package var size: PixelSize?
  /// A Vega-Lite `config` under each specification's own.
  package var config: String?
  /// A report's theme.yaml, for its look.
  package var theme: String?
  package var edition: Edition
  /// The ground of the pictures: a colour of CSS, or "transparent"; nil leaves it to the specification.
  package var background: String?
  /// Whether an SVG has outlines in place of text.
  package var outlines: Bool
  /// Whether the data behind each chart is written as CSV beside its picture.
  package var tabulates: Bool
  /// What a PDF promises its readers; nil means `archive`.
  package var standard: DocumentStandard?
  package var settings: RunSettings
  /// Told of each file when it is made, before all are written.
  package var progress: @Sendable (String) -> Void

  package init(
    specs: [String], data: [DataArgument] = [], output: String, scale: Double = 1,
    size: PixelSize? = nil, config: String? = nil, theme: String? = nil, edition: Edition = .en,
    background: String? = nil, outlines: Bool = false, tabulates: Bool = false,
    standard: DocumentStandard? = nil,
    settings: RunSettings = RunSettings(),
    progress: @escaping @Sendable (String) -> Void = { _ in }
  ) {
    self.specs = specs
    self.data = data
    self.output = output
    self.scale = scale
    self.size = size
    self.config = config
    self.theme = theme
    self.edition = edition
    self.background = background
    self.outlines = outlines
    self.tabulates = tabulates
    self.standard = standard
    self.settings = settings
    self.progress = progress
  }

  /// What a run made.
  package struct Outcome: Sendable {
    package var files: [String]
    package var warnings: [Diagnostic]
    package var timings: Timings
  }

  package func run() throws(JobError) -> Outcome {
    let plan = try ChartPlan(output: output, specs: specs)
    _ = try PDFMaker.encryption(
      PDFSettings(standard: standard),
      isWritten: plan.files.joined().contains { $0.format == .pdf })
    var warnings: [Diagnostic] = []
    var batch = OutputBatch(Timings(), progress: progress)
    try JobError.input { () throws(DiagnosticError) in try draw(plan, in: &batch, &warnings) }
    return try JobError.wrap { () throws(any Error) in
      let files = try batch.write(with: OutputWriter())
      return Outcome(files: files, warnings: warnings, timings: batch.timings)
    }
  }

  private func draw(
    _ plan: ChartPlan, in batch: inout OutputBatch, _ warnings: inout [Diagnostic]
  ) throws(DiagnosticError) {
    let session = try prepare(&batch, &warnings)
    let pictures = ChartPictures(
      fonts: session.fonts, settings: settings, scale: scale, edition: edition, outlines: outlines,
      standard: standard ?? .archive)
    var faults: [Diagnostic] = []
    for (spec, files) in zip(specs, plan.files) {
      do throws(DiagnosticError) {
        let chart = try batch.measure("charts", of: spec) { () throws(DiagnosticError) in
          try self.chart(spec, session)
        }
        warnings += chart.warnings
        for file in files {
          try batch.make(file.path, in: file.format.rawValue, of: spec) {
            () throws(DiagnosticError) in
            try pictures.bytes(chart, as: file.format, of: spec)
          }
        }
        for (number, table) in chart.tables.enumerated() {
          batch.make(ChartPlan.table(number, beside: files), in: "csv") {
            Array(TableCSV.text(table).utf8)
          }
        }
      } catch {
        faults += error.diagnostics
      }
    }
    if faults.hasErrors { throw DiagnosticError(warnings + faults) }
  }

  /// What the charts of a run share.
  private struct Session {
    let workspace: Workspace
    let look: Located?
    /// The ink of a theme's labels.
    let ink: Color?
    let tables: [String: Table]
    let fonts: FontLibrary
    let shaper: any TextShaper
    let now: Double
  }

  private func prepare(
    _ batch: inout OutputBatch, _ warnings: inout [Diagnostic]
  ) throws(DiagnosticError) -> Session {
    let home = try Home.find(given: settings.home)
    let workspace = Workspace(
      roots: specs.map(\.parentFolder) + [".", home.path] + settings.fontFolders,
      files: specs + data.map(\.path) + [config, theme].compactMap(\.self))
    let (look, ink) = try batch.measure("config") { () throws(DiagnosticError) in
      try self.look(workspace, &warnings)
    }
    let tables = try batch.measure("data") { () throws(DiagnosticError) in
      try self.tables(workspace, &warnings)
    }
    let fonts = try batch.measure("fonts") { () throws(DiagnosticError) in
      try FontFolders.library(
        report: nil, given: settings.fontFolders, home: home, workspace: workspace)
    }
    let now = try SourceDate.epoch() ?? workspace.clock.now()
    return Session(
      workspace: workspace, look: look, ink: ink, tables: tables, fonts: fonts,
      shaper: fonts.makeShaper(),
      now: Double(now) * 1000)
  }

  private func chart(
    _ spec: String, _ session: Session, explains: Bool = false
  ) throws(DiagnosticError) -> Chart {
    let (workspace, limits) = (session.workspace, settings.limits)
    var environment = ChartEnvironment(
      data: { session.tables[$0] }, dataNames: data.compactMap(\.name),
      file: { (url: String, location: SourceLocation) throws(DiagnosticError) in
        try workspace.read(url, besideChart: spec, at: location, limits: limits)
      }, shaper: session.shaper, config: session.look, fixedSize: size?.points(at: scale),
      language: edition.language, limits: limits,
      fontFamily: session.fonts.families.first ?? "", now: session.now)
    environment.labelInk = session.ink
    environment.explains = explains
    environment.tabulates = tabulates
    var chart = try ChartRenderer.draw(
      grounded(workspace.data(at: spec, limits: limits)), in: environment)
    // A chart is laid out in whole points; what the last one has too much is padding.
    if let size { chart.scene.size = size.points(at: scale) }
    return chart
  }

  /// What the stages of each chart make: rows after each transform, scales, guides. Nothing is written.
  package func explain() throws(JobError) -> PrintedResult {
    var result = PrintedResult(text: "", warnings: [])
    var batch = OutputBatch(Timings()) { _ in }
    try JobError.input { () throws(DiagnosticError) in
      let session = try prepare(&batch, &result.warnings)
      for spec in specs {
        let chart = try self.chart(spec, session, explains: true)
        result.text += (specs.count > 1 ? "\(spec)\n" : "") + (chart.explanation ?? "")
        result.warnings += chart.warnings
      }
    }
    return result
  }

  /// The specification with the ground that was asked for.
  private func grounded(_ spec: Located) -> Located {
    guard let background else { return spec }
    let ground: Value =
      background == "transparent" ? .null : .string(background)
    return Located(
      spec.value.overlaid(with: .object([("background", ground)])), in: spec.source)
  }

  /// What each specification uses, and what is wrong with it; nothing is drawn.
  package func check() throws(JobError) -> (text: String, findings: [Diagnostic]) {
    var text = ""
    var findings: [Diagnostic] = []
    try JobError.input { () throws(DiagnosticError) in
      let home = try Home.find(given: settings.home)
      let workspace = Workspace(
        roots: specs.map(\.parentFolder) + [".", home.path], files: specs)
      let fonts = try FontFolders.library(
        report: nil, given: settings.fontFolders, home: home, workspace: workspace)
      for spec in specs {
        let environment = ChartEnvironment(
          file: { (url: String, location: SourceLocation) throws(DiagnosticError) in
            try workspace.read(url, besideChart: spec, at: location, limits: settings.limits)
          }, shaper: fonts.makeShaper(), language: edition.language, limits: settings.limits)
        let (use, found) = ChartRenderer.check(
          try workspace.data(at: spec, limits: settings.limits), in: environment)
        text += (specs.count > 1 ? "\(spec)\n" : "") + use.text
        findings += found
      }
    }
    return (text, findings)
  }

  /// The theme's look with the config over it.
  private func look(
    _ workspace: Workspace, _ warnings: inout [Diagnostic]
  ) throws(DiagnosticError) -> (config: Located?, ink: Color?) {
    var look: Located?
    var ink: Color?
    if let theme {
      let file = try workspace.data(at: theme, limits: settings.limits)
      let theme = try ThemeReader.read(file)
      ink = theme[.ink]
      warnings += theme.warnings
      // In a brief the page gives a chart its margins; alone it has its own.
      let alone: Value = ["padding": 12]
      look = Located(
        theme.chartConfig.overlaid(with: alone), in: file.source)
    }
    guard let config else { return (look, ink) }
    let file = try workspace.data(at: config, limits: settings.limits)
    guard file.value.object != nil else {
      throw DiagnosticError(
        .error(
          "chart.config", "a config must be an object, not \(file.value.kindName)",
          at: file.location, hints: ["write {\"axis\": {…}, …}"]))
    }
    return (Located(look?.value.overlaid(with: file.value) ?? file.value, in: file.source), ink)
  }

  private func tables(
    _ workspace: Workspace, _ warnings: inout [Diagnostic]
  ) throws(DiagnosticError) -> [String: Table] {
    var tables: [String: Table] = [:]
    var faults: [Diagnostic] = []
    for argument in data {
      guard let name = argument.name else { continue }
      do throws(DiagnosticError) {
        let file = try workspace.data(at: argument.path, limits: settings.limits)
        let (value, notes) = Localization.read(file, in: edition.language)
        warnings += notes
        guard let table = Table(value) else {
          throw DiagnosticError(
            .error(
              "chart.data", "the data \"\(name)\" must be a list, not \(value.kindName)",
              at: file.location, hints: ["write [{…}, {…}]"]))
        }
        guard tables.updateValue(table, forKey: name) == nil else {
          throw DiagnosticError(
            .error(
              "data.name", "the data \"\(name)\" is given twice", at: SourceLocation(file.source),
              hints: ["give one of them another name"]))
        }
      } catch {
        faults += error.diagnostics
      }
    }
    if faults.hasErrors { throw DiagnosticError(faults) }
    return tables
  }
}

extension Value {
  /// This object with another's members over its own, object by object.
  fileprivate func overlaid(with other: Value) -> Value {
    guard let object, let over = other.object else { return other }
    var members = object.members
    for member in over.members {
      if let index = members.firstIndex(where: { $0.key == member.key }) {
        members[index].value = members[index].value.overlaid(with: member.value)
      } else {
        members.append(member)
      }
    }
    return Value(.object(Object(members)), range: other.range)
  }
}
