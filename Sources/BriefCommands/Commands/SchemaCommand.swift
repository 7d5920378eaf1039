import ArgumentParser
import BriefKit
import Diagnostics

/// `brief schema`: what data must look like.
struct SchemaCommand: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "Prints the JSON Schema of a kind of data, or of what a report reads.",
    discussion: """
      For a report the schema says what it reads of its main input, with the types that the data \
      given has. Put it into the report's folder as schema.json, and any data that doesn't fit is \
      refused at its line.

      EXAMPLES
        brief schema summit > summit.schema.json
        brief schema my-report --data sales.json > my-report/schema.json
      """)

  @Argument(help: ArgumentHelp("summit, or a report's folder or name.", valueName: "summit|report"))
  var subject: String

  @OptionGroup var data: DataOptions
  @OptionGroup var common: CommonOptions

  func run(on console: Console) throws(JobError) -> [Diagnostic] {
    let result = try SchemaJob(
      subject, data: data.binding, settings: common.settings()
    ).run()
    try console.output(result.text)
    return result.warnings
  }
}
