import ArgumentParser
import BriefKit
import Diagnostics

/// `brief worker`: one process of a batch.
struct WorkerCommand: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "worker",
    abstract: "Renders records that come one a line, for whoever hands them out.",
    discussion: """
      A request is a line on standard input, {"seq":1,"name":"kim","record":{…}}; its answer is a \
      line on standard output, as a manifest of brief batch has it. There is one record in hand at \
      a time: hand out the next one when the answer is there. When standard input closes, what is \
      in hand is dropped.

      EXAMPLES
        brief worker my-report -o out
        brief worker my-report -o out --memory 512 --data rates=rates.json
      """)

  @Argument(help: ArgumentHelp("A report's folder or name.", valueName: "report"))
  var report: String

  @Option(name: .shortAndLong, help: ArgumentHelp("The folder of documents.", valueName: "folder"))
  var output: String

  @Option(
    help: ArgumentHelp(
      "Seconds after which a record ends the process; 0 for never.", valueName: "seconds"),
    transform: { try OptionValue.count($0, of: "seconds") })
  var timeout = 0

  @Option(
    help: ArgumentHelp(
      "A folder beside the documents for files until they are whole.", visibility: .hidden))
  var staging: String?

  @OptionGroup var records: RecordOptions
  @OptionGroup var common: CommonOptions

  func validate() throws {
    guard !output.isEmpty else { throw ValidationError("--output is empty: name a folder.") }
  }

  func run(on console: Console) throws(JobError) -> [Diagnostic] {
    try WorkerJob(
      settings: records.settings(report, folder: output, common: common), stagingFolder: staging,
      megabytes: records.megabytes, timeout: timeout == 0 ? nil : timeout
    ).run()
    return []
  }
}
