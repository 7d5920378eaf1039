import ArgumentParser
import BriefKit

/// The root of the command line: `brief`.
struct BriefCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "brief",
    abstract: "Turns data into executive briefing documents: PDF, page images and charts.",
    discussion: """
      EXAMPLES
        brief render executive-brief --data summit.json
        brief render Reports/executive-brief --data summit.json -o brief.pdf
        brief new my-report --data sales.json
        brief chart sales.vl.json -o sales.png
        brief analyze summit.json --table sectors
        brief batch client-letter --input clients.ndjson --name '{{id}}' -o letters

      EXIT CODES
        0 done, 1 the input is at fault, 64 wrong usage, 70 a fault of brief itself,
        74 an output could not be written
      """,
    version: BriefKitVersion.number,
    subcommands: [
      RenderCommand.self, ChartCommand.self, AnalyzeCommand.self, ValidateCommand.self,
      SchemaCommand.self, FontsCommand.self, InspectCommand.self, NewCommand.self,
      BatchCommand.self, WorkerCommand.self,
    ])
}
