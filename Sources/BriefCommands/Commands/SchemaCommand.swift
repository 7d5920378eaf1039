import ArgumentParser
import BriefKit
import Diagnostics

/// `brief schema`: what data must look like.
struct SchemaCommand: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema",
    abstract: "Prints the JSON Schema of a kind of data.",
    discussion: """
      EXAMPLES
        brief schema summit > summit.schema.json
      """)

  @Argument(
    help: ArgumentHelp("The kind of data: summit.", valueName: "kind"),
    transform: { try OptionValue.named($0, as: "schema", in: SchemaJob.Subject.allCases) })
  var subject: SchemaJob.Subject

  @OptionGroup var common: CommonOptions

  func run(on console: Console) throws(JobError) -> [Diagnostic] {
    let result = SchemaJob(subject).run()
    try console.output(result.text)
    return result.warnings
  }
}
