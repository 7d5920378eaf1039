package import CairoRendering
package import Diagnostics
import Documents
import Formats
package import Graphics
import Inputs
import Typesetting

/// Makes documents of a report and its data: the whole way from the files to the files.
package struct RenderJob: Sendable {
  /// A path, or the name of a report in BriefKit's own folder.
  package var report: String
  package var data: DataBinding
  /// Where the result goes; nil means a folder in `out` named after the main input.
  package var output: String?
  package var formats: [OutputPlan.Format]
  package var editions: EditionChoice
  /// Pixels a point for pages; 2 is 144 dpi.
  package var scale: Double
  /// Pages written as PNG and SVG, from 1; nil means all.
  package var pages: ClosedRange<Int>?
  package var pdf: PDFSettings
  /// Whether pages show what they are made of: margins, boxes, baselines.
  package var showsLayout = false
  package var settings: RunSettings
  /// Told of each file when it is made, before all are written.
  package var progress: @Sendable (String) -> Void

  package init(
    report: String, data: DataBinding, output: String? = nil,
    formats: [OutputPlan.Format] = [], editions: EditionChoice = .own, scale: Double = 2,
    pages: ClosedRange<Int>? = nil, pdf: PDFSettings = PDFSettings(),
    settings: RunSettings = RunSettings(),
    progress: @escaping @Sendable (String) -> Void = { _ in }
  ) {
    self.report = report
    self.data = data
    self.output = output
    self.formats = formats
    self.editions = editions
    self.scale = scale
    self.pages = pages
    self.pdf = pdf
    self.settings = settings
    self.progress = progress
  }

  /// What a run made.
  package struct Outcome: Sendable {
    package var files: [String]
    package var pageCount: Int
    package var warnings: [Diagnostic]
    package var timings: Timings
    /// What decided where pages end and floats stand, a line each.
    package var explanation: String
  }

  /// Charts as images for slides are drawn at twice their size.
  private static let chartScale = 2.0

  package func run() throws(JobError) -> Outcome {
    if let output, let ending = OutputPlan.unknownEnding(of: output) {
      throw JobError(
        .usage,
        [
          .error(
            "usage.output", "\"\(output)\" ends in .\(ending), which is no format of a document",
            hints: ["end it in .pdf, .png or .svg, or name a folder with / behind it"])
        ])
    }
    if editions == .all, let output { try checkPlace(ofAll: output) }
    let encryption = try PDFMaker.encryption(pdf, isWritten: plan(in: .ko).pdf != nil)
    var timings = Timings()
    let prepared = try JobError.input { () throws(DiagnosticError) in
      try prepare(&timings)
    }
    return try JobError.wrap { () throws(any Error) in
      try write(prepared, encryption, timings)
    }
  }

  private func plan(in language: Language) -> OutputPlan {
    OutputPlan(
      path: output ?? defaultOutput, formats: formats, language: language,
      isOneOfSeveral: editions == .all)
  }

  /// Editions that go to one file would overwrite each other.
  private func checkPlace(ofAll output: String) throws(JobError) {
    guard output == "-" || OutputPlan.Format(endingOf: output) != nil,
      !output.contains(OutputPlan.languageHole)
    else { return }
    throw JobError(
      .usage,
      [
        .error(
          "usage.output", "several languages don't fit into \"\(output)\"",
          hints: ["write {lang} into the name: -o brief-{lang}.pdf", "or name a folder"])
      ])
  }

  /// Reads, binds and sets without writing: all diagnostics of a report and its data.
  package func check() throws(DiagnosticError) -> (warnings: [Diagnostic], timings: Timings) {
    var timings = Timings()
    let prepared = try prepare(&timings)
    let warnings = prepared.flatMap(\.warnings)
    if let first = prepared.first {
      let differences = prepared.dropFirst().flatMap {
        EditionComparison.faults(between: first.source, and: $0.source)
      }
      if differences.hasErrors { throw DiagnosticError(warnings + differences) }
    }
    return (warnings, timings)
  }

  /// What the pages of the first edition draw, and with which fonts: for those who measure how long drawing takes.
  package func scenes() throws(DiagnosticError) -> (scenes: [Scene], fonts: FontLibrary) {
    var timings = Timings()
    guard let first = try prepare(&timings).first else { return ([], FontLibrary([])) }
    return ((0..<first.document.pageCount).map(first.document.scene(ofPage:)), first.fonts)
  }

  /// One edition, set in pages.
  private struct Prepared {
    var source: Document
    var document: TypesetDocument
    var fonts: FontLibrary
    var plan: OutputPlan
    var warnings: [Diagnostic]
    var maker: PDFMaker
  }

  /// Every edition asked for; what is wrong with any of them is said in one run.
  private func prepare(_ timings: inout Timings) throws(DiagnosticError) -> [Prepared] {
    var session = try ReportSession(report, data: data, settings: settings)
    let first = try session.read(editions.first, &timings)
    let languages = editions == .all ? first.languages : [first.language]
    var prepared: [Prepared] = []
    var faults: [Diagnostic] = []
    for language in languages {
      do throws(DiagnosticError) {
        let report = language == first.language ? first : try session.read(language, &timings)
        prepared.append(try prepare(report, &session, &timings))
      } catch {
        faults += error.diagnostics
      }
    }
    if !faults.isEmpty { throw DiagnosticError(faults) }
    return prepared
  }

  private func prepare(
    _ report: ReportFolder, _ session: inout ReportSession, _ timings: inout Timings
  ) throws(DiagnosticError) -> Prepared {
    let limits = settings.limits
    let plan = plan(in: report.language)
    let edition = try session.bind(report, &timings)
    let (path, home, workspace) = (session.path, session.home, session.workspace)
    let fonts = try timings.measure("fonts") { () throws(DiagnosticError) in
      try FontFolders.library(
        report: path, given: settings.fontFolders, home: home, workspace: workspace)
    }
    let faceWarnings = try check(fonts, have: report.theme)
    let shaper = try FontFolders.shaper(over: fonts)
    var typeset = try timings.measure("typeset") { () throws(DiagnosticError) in
      try Typesetter.typeset(
        edition.document, shaper: shaper, limits: limits, drawsCharts: plan.charts != nil,
        file: { (url: String, chart: String, location: SourceLocation) throws(DiagnosticError) in
          try workspace.read(url, besideChart: chart, at: location, limits: limits)
        })
    }
    typeset.showsLayout = showsLayout
    var maker = PDFMaker(
      pdf, standard: report.frontMatter.standard, fonts: fonts, limits: limits,
      created: try SourceDate.epoch() ?? edition.document.dateInSeconds)
    if pdf.embedsSources {
      maker.attachments = try EmbeddedFiles(
        session: session, language: report.language, limits: limits
      ).attachments()
    }
    // What the theme is told of its faces needn't be said of the charts in them.
    let settingWarnings = typeset.warnings.filter { warning in
      !faceWarnings.contains { $0.message == warning.message }
    }
    return Prepared(
      source: edition.document, document: typeset, fonts: fonts, plan: plan,
      warnings: unspoken(report) + edition.warnings + faceWarnings + settingWarnings
        + maker.warnings,
      maker: maker)
  }

  /// A language that is asked for by name and that the report has no words in.
  private func unspoken(_ report: ReportFolder) -> [Diagnostic] {
    guard case .one(let edition) = editions, !report.languages.contains(edition.language) else {
      return []
    }
    let code = edition.rawValue
    return [
      .warning(
        "edition.words", "the report has no words in \"\(code)\"; report.md serves",
        hints: ["write report.\(code).md, or strings.\(code).yaml"])
    ]
  }

  /// Whether the fonts have the families and weights that the theme names.
  private func check(
    _ fonts: FontLibrary, have theme: Theme
  ) throws(DiagnosticError) -> [Diagnostic] {
    let findings = theme.faces.flatMap { face in
      fonts.resolve(
        family: face.family, weight: face.weight, slant: face.slant,
        at: theme.familyLocations[face.family], weightAt: theme.weightLocations[face.weight]
      ).diagnostics
    }
    var unique: [Diagnostic] = []
    for finding in findings where !unique.contains(finding) { unique.append(finding) }
    if unique.hasErrors { throw DiagnosticError(unique) }
    return unique
  }

  private var defaultOutput: String {
    let main = data.files.first { $0.name == nil }?.path ?? report
    let file = main.split(separator: "/").last.map(String.init) ?? "brief"
    let name = file.lastIndex(of: ".").map { String(file[..<$0]) } ?? file
    return "out/" + (name.isEmpty || name == "-" ? "brief" : name)
  }

  // MARK: Writing

  private func write(
    _ editions: [Prepared], _ encryption: PDFMaker.Encryption?, _ measured: Timings
  ) throws(any Error) -> Outcome {
    var batch = OutputBatch(measured, progress: progress)
    var pageCount = 0
    for prepared in editions {
      let chosen = try chosenPages(of: prepared.document.pageCount)
      pageCount += chosen.count
      if let path = prepared.plan.pdf {
        let bytes = try batch.measure("pdf") { () throws(DiagnosticError) in
          try prepared.maker.pdf(of: prepared.document, pages: chosen)
        }
        try batch.make(path, in: encryption == nil ? "pdf" : "encryption") {
          () throws(OutputWriter.Fault) in try encryption?.encrypt(bytes) ?? bytes
        }
      }
      try makePages(chosen, of: prepared, in: &batch)
      try makeCharts(of: prepared, in: &batch)
    }
    let writer = OutputWriter()
    let files = try batch.write(with: writer)
    for prepared in editions where pages == nil && prepared.plan.charts != nil {
      removeLeftPages(prepared.plan, after: prepared.document.pageCount, writer)
    }
    let explanations = editions.map { prepared in
      (editions.count > 1 ? "\(prepared.document.language)\n" : "") + prepared.document.explanation
    }
    return Outcome(
      files: files, pageCount: pageCount, warnings: editions.flatMap(\.warnings),
      timings: batch.timings, explanation: explanations.joined())
  }

  private func makePages(
    _ chosen: ClosedRange<Int>, of prepared: Prepared, in batch: inout OutputBatch
  ) throws(DiagnosticError) {
    let (document, plan) = (prepared.document, prepared.plan)
    guard plan.png != nil || plan.svg != nil else { return }
    let png = PNGRenderer(fonts: prepared.fonts, limits: settings.limits)
    let svg = SVGRenderer(fonts: prepared.fonts)
    for page in chosen {
      let scene = document.scene(ofPage: page - 1)
      if let path = plan.png?.path(page: page, of: chosen.count) {
        try batch.make(path, in: "png") { () throws(DiagnosticError) in
          try png.render(scene, scale: scale)
        }
      }
      if let path = plan.svg?.path(page: page, of: chosen.count) {
        let options = SVGOptions(
          title: "\(document.title) · \(page)", language: document.language)
        try batch.make(path, in: "svg") { () throws(DiagnosticError) in
          try svg.render(scene, options: options)
        }
      }
    }
  }

  private func makeCharts(
    of prepared: Prepared, in batch: inout OutputBatch
  ) throws(DiagnosticError) {
    guard let folder = prepared.plan.charts else { return }
    let png = PNGRenderer(fonts: prepared.fonts, limits: settings.limits)
    let svg = SVGRenderer(fonts: prepared.fonts)
    for chart in prepared.document.charts {
      try batch.make("\(folder)/\(chart.name).png", in: "charts") { () throws(DiagnosticError) in
        try png.render(chart.scene, scale: Self.chartScale)
      }
      let options = SVGOptions(
        title: chart.title, description: chart.description, language: prepared.document.language)
      try batch.make("\(folder)/\(chart.name).svg", in: "charts") { () throws(DiagnosticError) in
        try svg.render(chart.scene, options: options)
      }
    }
  }

  private func chosenPages(of count: Int) throws(JobError) -> ClosedRange<Int> {
    let all = 1...max(count, 1)
    guard let pages else { return all }
    guard all.contains(pages.upperBound) else {
      throw JobError(
        .input,
        [
          .error(
            "pages.beyond", "there is no page \(pages.upperBound): the document has \(count)",
            hints: ["choose from --pages 1-\(count)"])
        ])
    }
    return pages
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

extension Document {
  /// The date as seconds since 1970, at 00:00, where it is one day.
  fileprivate var dateInSeconds: Int? {
    day.map { $0.dayNumber * 86_400 }
  }
}
