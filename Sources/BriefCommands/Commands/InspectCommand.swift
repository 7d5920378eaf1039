import ArgumentParser
import BriefKit
import Diagnostics

/// `brief inspect`: what a report reads.
struct InspectCommand: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "inspect",
    abstract: "Lists the names that a report reads, what the data has, and what is never used.",
    discussion: """
      Texts, partials, charts and tables are looked through without expanding them, so names in \
      sections that stay closed are told, too. Lists count as a whole: regions[].name is the name \
      of any region.

      EXAMPLES
        brief inspect Reports/executive-brief
        brief inspect my-report --data sales.json
        brief inspect my-report --data sales.json --format json
      """)

  @Argument(help: ArgumentHelp("A report's folder or name.", valueName: "report"))
  var report: String

  @Option(
    help: ArgumentHelp("How the result is printed: text or json.", valueName: "format"),
    transform: { try OptionValue.named($0, as: "format", in: InspectJob.Format.allCases) })
  var format: InspectJob.Format = .text

  @Option(
    help: ArgumentHelp("The language: ko or en; else the report's own.", valueName: "ko|en"),
    transform: OptionValue.edition)
  var lang: Edition?

  @OptionGroup var data: DataOptions
  @OptionGroup var common: CommonOptions

  func run(on console: Console) throws(JobError) -> [Diagnostic] {
    let result = try InspectJob(
      report: report, data: data.binding, edition: lang, format: format,
      settings: common.settings()
    ).run()
    try console.output(result.text)
    return result.warnings
  }
}
