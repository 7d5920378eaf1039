import ArgumentParser
import BriefKit
import Diagnostics

/// `brief new`: a report to begin with.
struct NewCommand: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "new",
    abstract: "Writes a report for some data, to be edited.",
    discussion: """
      The report renders at once: cards for numbers, and for each list of objects a chart that \
      fits and a table. A folder that holds a report already is left alone.

      EXAMPLES
        brief new my-report --data sales.json
        brief new Reports/weather --data weather.csv --lang en
        brief render my-report --data sales.json -o sales.pdf
      """)

  @Argument(help: ArgumentHelp("The folder to make.", valueName: "report"))
  var report: String

  @Option(
    help: ArgumentHelp("The language of the report's words: ko or en.", valueName: "ko|en"),
    transform: OptionValue.edition)
  var lang: Edition = .ko

  @OptionGroup var data: DataOptions
  @OptionGroup var common: CommonOptions

  func run(on console: Console) throws(JobError) -> [Diagnostic] {
    let outcome = try NewReportJob(
      folder: report, data: data.binding, edition: lang, settings: common.settings()
    ).run()
    console.tell(files: outcome.files)
    console.tell("next: \(outcome.next)")
    return []
  }
}
