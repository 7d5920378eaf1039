package import Diagnostics
import Graphics
import Tables
import VegaLite

/// Draws chart specifications as pictures, by themselves and without a report.
package struct ChartJob: Sendable {
  /// Paths of Vega-Lite specifications.
  package var specs: [String]
  /// Data by name.
  package var data: [DataArgument]
  package var output: String
  /// Pixels a point; nil for 1, or for a picture of a given size as many as keep its type readable.
  package var scale: Double?
  /// The picture's final size in pixels, padding included; nil leaves it to the specification.
  package var size: PixelSize?
  /// A Vega-Lite `config` under each specification's own.
  package var config: String?
  /// A report's theme.yaml, for its look.
  package var theme: String?
  /// Nil takes each specification's own: Korean where it holds Hangul.
  package var edition: Edition?
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
    specs: [String], data: [DataArgument] = [], output: String, scale: Double? = nil,
    size: PixelSize? = nil, config: String? = nil, theme: String? = nil, edition: Edition? = nil,
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

  /// On a picture of a given size a label of 9 points is to be as large as on a slide: the chart is laid out as if the
  /// picture were 640 points wide, or 360 high.
  private static let slide = Size(width: 640, height: 360)

  /// The scale that is asked for, or that suits the size.
  var pixelsPerPoint: Double {
    if let scale { return scale }
    guard let size else { return 1 }
    return max(
      1, min(Double(size.width) / Self.slide.width, Double(size.height) / Self.slide.height))
  }

  /// What a run made.
  package struct Outcome: Sendable {
    package var files: [String]
    package var warnings: [Diagnostic]
    package var timings: Timings
  }

  package func run() throws(JobError) -> Outcome {
    let plan = try ChartPlan(output: output, specs: specs)
    if let background, let hints = ChartRenderer.hints(forColor: background) {
      throw JobError(
        .usage,
        [
          .error(
            "usage.background", "--background names no colour: \"\(background)\"", hints: hints)
        ])
    }
    try checkFormats(plan)
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

  /// An option for pictures that aren't made is a slip, of the option or of the output.
  private func checkFormats(_ plan: ChartPlan) throws(JobError) {
    let formats = Set(plan.files.joined().map(\.format))
    let faults = [
      ("--outlines", outlines, OutputPlan.Format.svg), ("--standard", standard != nil, .pdf),
    ].filter { $0.1 && !formats.contains($0.2) }.map { option, _, format in
      Diagnostic.error(
        "usage.format", "\(option) is for \(format.rawValue.uppercased()), and none is written",
        hints: ["leave it out, or end the output in .\(format.rawValue)"])
    }
    guard faults.isEmpty else { throw JobError(.usage, faults) }
  }

  /// Does a step whose faults know nothing of where a chart comes from.
  private static func placed<T>(
    _ spec: String, _ step: () throws(DiagnosticError) -> T
  ) throws(DiagnosticError) -> T {
    do {
      return try step()
    } catch {
      throw DiagnosticError(
        error.diagnostics.map { fault in
          var fault = fault
          fault.location = fault.location ?? SourceLocation(file: spec)
          return fault
        })
    }
  }

  private func draw(
    _ plan: ChartPlan, in batch: inout OutputBatch, _ warnings: inout [Diagnostic]
  ) throws(DiagnosticError) {
    let session = try ChartSession(self, &batch, &warnings)
    let pictures = ChartPictures(
      fonts: session.fonts, settings: settings, scale: pixelsPerPoint,
      svgScale: size == nil ? 1 : pixelsPerPoint, outlines: outlines,
      standard: standard ?? .archive)
    var faults: [Diagnostic] = []
    for (spec, files) in zip(specs, plan.files) {
      do throws(DiagnosticError) {
        let (chart, language) = try batch.measure("charts", of: spec) {
          () throws(DiagnosticError) in try session.chart(spec)
        }
        warnings += chart.warnings
        for file in files {
          try batch.make(file.path, in: file.format.rawValue, of: spec) {
            () throws(DiagnosticError) in
            try Self.placed(spec) { () throws(DiagnosticError) in
              try pictures.bytes(chart, as: file.format, of: spec, in: language)
            }
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
    warnings += session.dataWarnings
    if faults.hasErrors { throw DiagnosticError(warnings + faults) }
  }
}
