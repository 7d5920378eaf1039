import ArgumentParser
import BriefKit
import Diagnostics

/// `brief validate`: all that is wrong, and no output.
struct ValidateCommand: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "validate",
    abstract: "Says what is wrong with a report or a data file, and writes nothing.",
    discussion: """
      A report is set over its data as for render; without --data only what its own files say is checked. A \
      data file is read in the format of its ending; --as summit checks what it says, too, and \
      --schema holds it against a JSON Schema of draft 2020-12. A report's own schema.json is \
      always asked. Nothing wrong prints nothing.

      EXAMPLES
        brief validate Reports/executive-brief --data summit.json
        brief validate summit.json --as summit
        brief validate sales.csv
        brief validate sales.csv --schema sales.schema.json
      """)

  @Argument(
    help: ArgumentHelp("A report's folder or name, or a data file.", valueName: "report|file"))
  var path: String

  @Option(
    help: ArgumentHelp(
      "One language alone; else all, and whether they say the same.", valueName: "ko|en|all"),
    transform: OptionValue.editions)
  var lang: EditionChoice = .all

  @Option(
    name: .customLong("as"),
    help: ArgumentHelp("What the data file shall be: summit.", valueName: "kind"),
    transform: { try OptionValue.named($0, as: "kind", in: ValidateJob.Subject.allCases) })
  var subject: ValidateJob.Subject?

  @Option(
    help: ArgumentHelp("A JSON Schema that the data file shall follow.", valueName: "file"))
  var schema: String?

  @Flag(
    inversion: .prefixedNo,
    help: "With --schema: hold texts against \"format\", such as date or email.")
  var formats = true

  @Flag(help: "Print the CPU time of each phase.")
  var timings = false

  @OptionGroup var data: DataOptions
  @OptionGroup var fonts: FontOptions
  @OptionGroup var common: CommonOptions

  func run(on console: Console) throws(JobError) -> [Diagnostic] {
    let outcome = try ValidateJob(
      path: path, data: data.binding, editions: lang, subject: subject,
      schema: schema.map { SchemaArgument(path: $0, assertsFormats: formats) },
      settings: common.settings(fonts: fonts)
    ).run()
    if timings { console.errors(TimingsTable.text(outcome.timings)) }
    return outcome.warnings
  }
}
