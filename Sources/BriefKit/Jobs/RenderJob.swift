import CairoRendering
package import Diagnostics
import Documents
package import Formats
import Graphics
import Inputs
import Typesetting

/// Makes documents of a report and its data: the whole way from the files to the files.
package struct RenderJob: Sendable {
  /// A path, or the name of a report in BriefKit's own folder.
  package var report: String
  package var data: [DataArgument]
  /// Where the result goes; nil means a folder in `out` named after the main input.
  package var output: String?
  package var formats: [OutputPlan.Format]
  package var language: Language?
  /// Pixels a point for pages; 2 is 144 dpi.
  package var scale: Double
  /// Pages written as PNG and SVG, from 1; nil means all.
  package var pages: ClosedRange<Int>?
  package var settings: RunSettings
  /// Told of each file that is finished.
  package var progress: @Sendable (String) -> Void

  package init(
    report: String, data: [DataArgument], output: String? = nil,
    formats: [OutputPlan.Format] = [], language: Language? = nil, scale: Double = 2,
    pages: ClosedRange<Int>? = nil, settings: RunSettings = RunSettings(),
    progress: @escaping @Sendable (String) -> Void = { _ in }
  ) {
    self.report = report
    self.data = data
    self.output = output
    self.formats = formats
    self.language = language
    self.scale = scale
    self.pages = pages
    self.settings = settings
    self.progress = progress
  }

  /// What a run made.
  package struct Outcome: Sendable {
    package var files: [String]
    package var pageCount: Int
    package var warnings: [Diagnostic]
    package var timings: Timings
  }

  /// Charts as images for slides are drawn at twice their size.
  private static let chartScale = 2.0

  package func run() throws(JobError) -> Outcome {
    var timings = Timings()
    let prepared = try JobError.input { () throws(DiagnosticError) in
      try prepare(&timings)
    }
    return try JobError.wrap { () throws(any Error) in
      try write(prepared, timings)
    }
  }

  /// Reads, binds and sets without writing: all diagnostics of a report and its data.
  package func check() throws(DiagnosticError) -> [Diagnostic] {
    var timings = Timings()
    return try prepare(&timings).warnings
  }

  private struct Prepared {
    var document: TypesetDocument
    var fonts: FontLibrary
    var plan: OutputPlan
    var warnings: [Diagnostic]
    var created: Int?
  }

  private func prepare(_ timings: inout Timings) throws(DiagnosticError) -> Prepared {
    let home = try Home.find(given: settings.home)
    let limits = settings.limits
    let outer = Workspace(
      roots: [report, home.path] + settings.fontFolders, files: data.map(\.path))
    let path = try folder(home, outer)
    let plan = OutputPlan(path: output ?? defaultOutput, formats: formats)
    let report = try timings.measure("report") { () throws(DiagnosticError) in
      try ReportFolder.read(path, language: language, workspace: outer, limits: limits)
    }
    let loaded = try timings.measure("data") { () throws(DiagnosticError) in
      try DataLoader(workspace: outer, limits: limits).load(data, for: report)
    }
    let (document, warnings) = try timings.measure("bind") { () throws(DiagnosticError) in
      try report.bind(loaded.data)
    }
    let fonts = try timings.measure("fonts") { () throws(DiagnosticError) in
      try FontFolders.library(
        report: path, given: settings.fontFolders, home: home, workspace: outer)
    }
    let shaper = fonts.makeShaper()
    let typeset = try timings.measure("typeset") { () throws(DiagnosticError) in
      try Typesetter.typeset(
        document, shaper: shaper, limits: limits, drawsCharts: plan.charts != nil,
        file: { (url: String, chart: String, location: SourceLocation) throws(DiagnosticError) in
          try outer.read(url, relativeTo: chart.parentFolder, limits: limits)
        })
    }
    let created = try SourceDate.epoch() ?? document.dateInSeconds
    return Prepared(
      document: typeset, fonts: fonts, plan: plan,
      warnings: loaded.warnings + warnings + typeset.warnings, created: created)
  }

  /// The report's folder: the path given, or a report of that name in BriefKit's own folder.
  private func folder(_ home: Home, _ workspace: Workspace) throws(DiagnosticError) -> String {
    if workspace.isFolder(report) { return report }
    let named = home.reports + "/" + report
    if !report.contains("/"), workspace.isFolder(named) { return named }
    let known = (try? workspace.list(home.reports)) ?? []
    let isFile = workspace.exists(report)
    throw DiagnosticError(
      .error(
        "report.missing",
        isFile ? "\"\(report)\" is a file, not a report's folder" : "there is no report \"\(report)\"",
        hints: isFile
          ? ["name the folder that holds report.md"] : Suggestion.hints(for: report, in: known)))
  }

  private var defaultOutput: String {
    let main = data.first { $0.name == nil }?.path ?? report
    let file = main.split(separator: "/").last.map(String.init) ?? "brief"
    let name = file.lastIndex(of: ".").map { String(file[..<$0]) } ?? file
    return "out/" + (name.isEmpty || name == "-" ? "brief" : name)
  }

  // MARK: Writing

  private func write(
    _ prepared: Prepared, _ measured: Timings
  ) throws(any Error) -> Outcome {
    var timings = measured
    let writer = OutputWriter()
    var files: [String] = []
    func finish(_ bytes: [UInt8], _ path: String) throws(OutputWriter.Fault) {
      try writer.write(bytes, to: path)
      files.append(path)
      progress(path)
    }
    let document = prepared.document
    let plan = prepared.plan
    let chosen = (pages ?? 1...max(document.pageCount, 1)).clamped(to: 1...document.pageCount)
    var made: [(bytes: [UInt8], path: String)] = []
    if let path = plan.pdf {
      made.append((try timings.measure("pdf") { try pdf(prepared) }, path))
    }
    if plan.png != nil || plan.svg != nil {
      let png = PNGRenderer(fonts: prepared.fonts, limits: settings.limits)
      let svg = SVGRenderer(fonts: prepared.fonts)
      for page in chosen {
        let scene = document.scene(ofPage: page - 1)
        if let name = plan.png {
          made.append(
            (
              try timings.measure("png") { try png.render(scene, scale: scale) },
              name.path(page: page, of: chosen.count)
            ))
        }
        if let name = plan.svg {
          let title = "\(document.title) · \(page)"
          made.append(
            (
              try timings.measure("svg") {
                try svg.render(scene, options: SVGOptions(title: title))
              }, name.path(page: page, of: chosen.count)
            ))
        }
      }
    }
    if let folder = plan.charts {
      let png = PNGRenderer(fonts: prepared.fonts, limits: settings.limits)
      let svg = SVGRenderer(fonts: prepared.fonts)
      for chart in document.charts {
        try timings.measure("charts") {
          made.append(
            (
              try png.render(chart.scene, scale: Self.chartScale),
              "\(folder)/\(chart.name).png"
            ))
          made.append(
            (
              try svg.render(
                chart.scene,
                options: SVGOptions(title: chart.title, description: chart.description)),
              "\(folder)/\(chart.name).svg"
            ))
        }
      }
    }
    // Everything was made before anything is written, so a fault leaves an earlier output as it was.
    for (bytes, path) in made { try timings.measure("write") { try finish(bytes, path) } }
    if pages == nil, plan.charts != nil { removeLeftPages(plan, after: document.pageCount, writer) }
    return Outcome(
      files: files, pageCount: document.pageCount, warnings: prepared.warnings, timings: timings)
  }

  private func pdf(_ prepared: Prepared) throws(DiagnosticError) -> [UInt8] {
    let document = prepared.document
    let info = DocumentInfo(
      title: document.title, author: document.author, language: document.language,
      created: prepared.created, creator: BriefKitVersion.creator, outline: document.outline,
      structure: document.structure)
    var renderer = try PDFRenderer(info: info, fonts: prepared.fonts, limits: settings.limits)
    for page in 0..<document.pageCount { try renderer.addPage(document.scene(ofPage: page)) }
    return try renderer.finish()
  }

  /// Removes pages of an earlier, longer run from the output folder.
  private func removeLeftPages(_ plan: OutputPlan, after count: Int, _ writer: OutputWriter) {
    for name in [plan.png, plan.svg].compactMap(\.self) {
      var page = count + 1
      while writer.exists(name.path(page: page, of: page)) {
        writer.remove(name.path(page: page, of: page))
        page += 1
      }
    }
  }
}

extension String {
  /// The folder a path lies in; empty for a bare name.
  fileprivate var parentFolder: String {
    lastIndex(of: "/").map { String(self[..<$0]) } ?? ""
  }
}

extension Document {
  /// The date as seconds since 1970, at 00:00, where it is one day.
  fileprivate var dateInSeconds: Int? {
    day.map { $0.dayNumber * 86_400 }
  }
}
