import ArgumentParser
import BriefKit
import Diagnostics

/// `brief render`: a report and its data into a document.
struct RenderCommand: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "render",
    abstract: "Makes a document of a report and its data.",
    discussion: """
      OUTPUT ending in .pdf, .png or .svg is that file; several pages go to -1, -2 … before the \
      ending, or where the name says {page}. Any other OUTPUT is a folder, which gets brief.pdf, \
      page-1.png … and every chart as charts/NAME.png and .svg. With --lang all each language \
      gets a folder in it, ko and en, or takes the place of {lang} in a file's name.

      EXAMPLES
        brief render executive-brief --data summit-2022.json
        brief render executive-brief --data summit-2022.json --data earlier=summit-2021.json
        brief render Reports/executive-brief --data summit.json -o brief.pdf
        brief render executive-brief --data - -o - < summit.json > brief.pdf
        brief render executive-brief --data summit.json -o pages --format png --pages 1-2
        brief render executive-brief --data summit.json -o brief.pdf --password "…" --owner-password "…" --permissions print
      """)

  @Argument(
    help: ArgumentHelp(
      "A report's folder, or the name of one that comes with BriefKit.", valueName: "report"))
  var report: String

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "A file, a folder, or - for a PDF on standard output. Else a folder in out/.",
      valueName: "output"))
  var output: String?

  @Option(
    help: ArgumentHelp("What a folder gets of pdf, png, svg.", valueName: "pdf,png,svg"),
    transform: FormatList.init(argument:))
  var format: FormatList?

  @Option(
    help: ArgumentHelp("Pages written as images: 2, or 1-3.", valueName: "pages"),
    transform: PageRange.init(argument:))
  var pages: PageRange?

  @Flag(help: "Print the CPU time of each phase.")
  var timings = false

  @Flag(help: "Print for each page why it ends where it does, and what stands on it that floats.")
  var explainLayout = false

  @Flag(help: "Draw margins, boxes and baselines over the pages.")
  var debugLayout = false

  @OptionGroup var document: DocumentOptions
  @OptionGroup var data: DataOptions
  @OptionGroup var common: CommonOptions

  func validate() throws {
    guard output != "" else { throw ValidationError("--output is empty: name a file or a folder.") }
    guard !(explainLayout && output == "-") else {
      throw ValidationError(
        "--explain-layout prints where the PDF goes. Name a file: -o brief.pdf")
    }
    if let output, let format { try checkAgreement(of: output, with: format) }
  }

  /// A file has the format of its ending; another one asked for beside it would be left out in silence.
  private func checkAgreement(of output: String, with list: FormatList) throws {
    guard let format = output == "-" ? .pdf : OutputPlan.Format(endingOf: output) else { return }
    guard list.formats == [format] else {
      let words = list.formats.map(\.rawValue).joined(separator: ",")
      throw ValidationError(
        "--format \(words) and --output \(output) don't agree. Name a folder, or leave out --format."
      )
    }
  }

  func run(on console: Console) throws(JobError) -> [Diagnostic] {
    var job = RenderJob(
      report: report, data: data.binding, output: output, formats: format?.formats ?? [],
      editions: document.lang, scale: document.scale, pages: pages?.pages, pdf: document.pdf,
      settings: common.settings(fonts: document.fonts))
    job.showsLayout = debugLayout
    let outcome = try console.showingProgress { finished throws(JobError) in
      job.progress = finished
      return try job.run()
    }
    if explainLayout { try console.output(outcome.explanation) }
    let count = outcome.pageCount
    console.tell(files: outcome.files, in: "\(count) page\(count == 1 ? "" : "s")")
    if timings { console.errors(TimingsTable.text(outcome.timings)) }
    return outcome.warnings
  }
}
