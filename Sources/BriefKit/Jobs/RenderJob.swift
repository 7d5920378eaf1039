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
  /// What a record of a batch is written as, in place of `output`.
  var place: RecordPlace?
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

  package func run() throws(JobError) -> Outcome {
    try checkOutput()
    _ = try encryption()
    var session = try JobError.input { () throws(DiagnosticError) in
      try ReportSession(report, data: data, settings: settings)
    }
    return try run(in: &session)
  }

  /// Renders over a report that is kept, and what that is bound to.
  func run(in session: inout ReportSession) throws(JobError) -> Outcome {
    try checkOutput()
    var brief = try make(in: &session, encryption())
    return try write(&brief)
  }

  /// Whether what was asked for can be written at all.
  private func checkOutput() throws(JobError) {
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
  }

  /// What encrypting needs, where it is asked for.
  func encryption() throws(JobError) -> PDFMaker.Encryption? {
    try PDFMaker.encryption(pdf, isWritten: plan(in: .ko).pdf != nil)
  }

  private func plan(in language: Language) -> OutputPlan {
    if let place {
      return OutputPlan(
        place, formats: formats, language: language, isOneOfSeveral: editions == .all)
    }
    return OutputPlan(
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
    var session = try ReportSession(report, data: data, settings: settings)
    let prepared = try prepare(in: &session, keepingSources: true, &timings)
    let warnings = prepared.flatMap(\.warnings)
    let sources = prepared.compactMap(\.source)
    if let first = sources.first {
      let differences = sources.dropFirst().flatMap {
        EditionComparison.faults(between: first, and: $0)
      }
      if differences.hasErrors { throw DiagnosticError(warnings + differences) }
    }
    return (warnings, timings)
  }

  /// What the pages of the first edition draw, and with which fonts: for those who measure how long drawing takes.
  package func scenes() throws(DiagnosticError) -> (scenes: [Scene], fonts: FontLibrary) {
    var session = try ReportSession(report, data: data, settings: settings)
    return try scenes(in: &session)
  }

  /// The same of a report that is kept.
  func scenes(
    in session: inout ReportSession
  ) throws(DiagnosticError) -> (scenes: [Scene], fonts: FontLibrary) {
    var timings = Timings()
    guard let first = try prepare(in: &session, &timings).first else {
      return ([], FontLibrary([]))
    }
    return ((0..<first.document.pageCount).map(first.document.scene(ofPage:)), first.fonts)
  }

  /// One edition, set in pages.
  struct Prepared {
    /// What was set, where it is to be compared; it takes as much memory as the pages.
    var source: Document?
    var document: TypesetDocument
    var fonts: FontLibrary
    var plan: OutputPlan
    var warnings: [Diagnostic]
    var maker: PDFMaker
  }

  /// Every edition asked for; what is wrong with any of them is said in one run.
  func prepare(
    in session: inout ReportSession, keepingSources: Bool = false, _ timings: inout Timings
  ) throws(DiagnosticError) -> [Prepared] {
    let first = try session.read(editions.first, &timings)
    let languages = editions == .all ? first.languages : [first.language]
    var prepared: [Prepared] = []
    var faults: [Diagnostic] = []
    for language in languages {
      do throws(DiagnosticError) {
        let report = language == first.language ? first : try session.read(language, &timings)
        var edition = try prepare(report, &session, &timings)
        if !keepingSources { edition.source = nil }
        prepared.append(edition)
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
    let workspace = session.workspace
    let fonts = try session.fonts(&timings)
    let faceWarnings = try check(fonts, have: report.theme)
    let (shaper, memo) = (try session.shaper(over: fonts), session.charts)
    var typeset = try timings.measure("typeset") { () throws(DiagnosticError) in
      try Typesetter.typeset(
        edition.document, shaper: shaper, limits: limits, drawsCharts: plan.charts != nil,
        memo: memo,
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
}

extension Document {
  /// The date as seconds since 1970, at 00:00, where it is one day.
  fileprivate var dateInSeconds: Int? {
    day.map { $0.dayNumber * 86_400 }
  }
}
