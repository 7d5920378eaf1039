import ArgumentParser
import BriefKit
import Diagnostics

/// `brief analyze`: the tables that a summit's data give.
struct AnalyzeCommand: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "analyze",
    abstract: "Counts and compares summits, and prints the tables.",
    discussion: """
      JSON keeps both languages of a text; CSV gives each a column unless --lang chooses one.

      EXAMPLES
        brief analyze summit-2022.json
        brief analyze summit-2022.json --compare summit-2021.json --compare summit-2020.json
        brief analyze summit-2022.json --table sectors --format csv > sectors.csv
      """)

  @Argument(help: ArgumentHelp("A summit's data; - is standard input.", valueName: "summit"))
  var summit: String

  @Option(
    help: ArgumentHelp("A summit to compare with; may be repeated.", valueName: "file"))
  var compare: [String] = []

  @Option(help: ArgumentHelp("One table alone, by its name.", valueName: "name"))
  var table: String?

  @Option(
    help: ArgumentHelp("How tables are printed: text, json or csv.", valueName: "format"),
    transform: { try OptionValue.named($0, as: "format", in: AnalyzeJob.Format.allCases) })
  var format: AnalyzeJob.Format = .text

  @Option(
    help: ArgumentHelp("The language: ko or en; text is Korean unless asked.", valueName: "ko|en"),
    transform: OptionValue.edition)
  var lang: Edition?

  @OptionGroup var common: CommonOptions

  func validate() throws {
    guard ([summit] + compare).count(where: { $0 == "-" }) <= 1 else {
      throw ValidationError("Standard input can be read only once: - is given twice.")
    }
  }

  func run(on console: Console) throws(JobError) -> [Diagnostic] {
    let result = try AnalyzeJob(
      summit: summit, others: compare, table: table, format: format, edition: lang,
      settings: common.settings()
    ).run()
    try console.output(result.text)
    return result.warnings
  }
}
