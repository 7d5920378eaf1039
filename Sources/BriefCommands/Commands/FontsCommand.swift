import ArgumentParser
import BriefKit
import Diagnostics

/// `brief fonts`: the faces there are, and what they show.
struct FontsCommand: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "fonts",
    abstract: "Lists the fonts that documents may use.",
    discussion: """
      With --text, says which face shows each character; one that none can show is an error.

      EXAMPLES
        brief fonts
        brief fonts --text "AI 원팀 서밋 2022"
      """)

  @Option(help: ArgumentHelp("Characters to look for.", valueName: "string"))
  var text: String?

  @OptionGroup var fonts: FontOptions
  @OptionGroup var common: CommonOptions

  func run(on console: Console) throws(JobError) -> [Diagnostic] {
    let outcome = try FontsJob(text: text, settings: common.settings(fonts: fonts)).run()
    try console.output(outcome.text)
    guard !outcome.diagnostics.hasErrors else { throw JobError(.input, outcome.diagnostics) }
    return outcome.diagnostics
  }
}
