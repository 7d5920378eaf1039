import ArgumentParser
import BriefKit
import Diagnostics

/// `brief chart`: Vega-Lite specifications into pictures.
struct ChartCommand: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "chart",
    abstract: "Draws charts from Vega-Lite specifications.",
    discussion: """
      OUTPUT ending in .png, .svg or .pdf is that file; any other OUTPUT is a folder, which gets a \
      PNG and an SVG of each chart. Data files that a specification names are looked for beside \
      it, then below the working directory; the network is never read. Without --config and \
      --theme a chart looks as Vega-Lite draws it.

      EXAMPLES
        brief chart sales.vl.json -o sales.png
        brief chart charts/sales.vl.json --data sales=figures.csv -o sales.svg
        brief chart sales.vl.json -o slide.png --size 1280x720 --scale 2
        brief chart charts/*.vl.json -o pictures --scale 2 --theme Reports/executive-brief/theme.yaml
      """)

  @Argument(help: ArgumentHelp("Vega-Lite specifications.", valueName: "spec"))
  var specs: [String]

  @Option(
    help: ArgumentHelp("Data that a specification names; may be repeated.", valueName: "name=file"),
    transform: OptionValue.namedData)
  var data: [DataArgument] = []

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp("A file ending in .png, .svg or .pdf, or a folder.", valueName: "output"))
  var output: String?

  @Flag(help: "List what the specifications use and what is wrong with them; nothing is drawn.")
  var check = false

  @Flag(help: "Print what each stage makes: rows, scales, axes, legends; nothing is drawn.")
  var explain = false

  @Flag(help: "Write the data behind each chart beside its picture, as NAME.table.csv.")
  var csv = false

  @Option(
    // So that "-1" is a scale that is refused, not an option that isn't known.
    parsing: .unconditional,
    help: ArgumentHelp(
      "Pixels a point; 1 is 72 dpi. Without it 1, or with --size as many as keep the type readable.",
      valueName: "number"),
    transform: OptionValue.scale)
  var scale: Double?

  @Option(
    help: ArgumentHelp(
      "The picture's final size in pixels, whatever the specification says.",
      valueName: "widthxheight"),
    transform: OptionValue.size)
  var size: PixelSize?

  @Option(
    help: ArgumentHelp(
      "A Vega-Lite config; a specification's own wins over it.", valueName: "file"))
  var config: String?

  @Option(help: ArgumentHelp("A report's theme.yaml, for its look.", valueName: "file"))
  var theme: String?

  @Option(
    help: ArgumentHelp(
      "The language of numbers, dates and bilingual texts: ko or en.",
      discussion: "Without it Korean for a specification with Hangul in it, else English.",
      valueName: "ko|en"),
    transform: OptionValue.edition)
  var lang: Edition?

  @Option(
    help: ArgumentHelp(
      "The ground: a colour such as \"#f5f5f5\", or transparent.", valueName: "colour"))
  var background: String?

  @Flag(help: "Write glyphs into an SVG as outlines, for programs without the fonts.")
  var outlines = false

  @Flag(help: "Print the CPU time of each phase, and of each chart where there are several.")
  var timings = false

  @OptionGroup var standard: StandardOption
  @OptionGroup var fonts: FontOptions
  @OptionGroup var common: CommonOptions

  func validate() throws {
    guard output != "" else { throw ValidationError("--output is empty: name a file or a folder.") }
    guard !(check && explain) else {
      throw ValidationError("--check and --explain are two things: ask for one.")
    }
    guard check || explain || output != nil else {
      throw ValidationError("Missing expected argument '--output <output>'")
    }
  }

  func run(on console: Console) throws(JobError) -> [Diagnostic] {
    var job = ChartJob(
      specs: specs, data: data, output: output ?? "", scale: scale, size: size, config: config,
      theme: theme, edition: lang, background: background, outlines: outlines, tabulates: csv,
      standard: standard.standard,
      settings: common.settings(fonts: fonts))
    if check { return try listUse(job, on: console) }
    if explain {
      let result = try job.explain()
      try console.output(result.text)
      return result.warnings
    }
    let outcome = try console.showingProgress { finished throws(JobError) in
      job.progress = finished
      return try job.run()
    }
    console.tell(files: outcome.files)
    if timings { console.errors(TimingsTable.text(outcome.timings)) }
    return outcome.warnings
  }

  private func listUse(
    _ job: ChartJob, on console: Console
  ) throws(JobError) -> [Diagnostic] {
    let result = try job.check()
    try console.output(result.text)
    guard !result.warnings.hasErrors else { throw JobError(.input, result.warnings) }
    return result.warnings
  }
}
