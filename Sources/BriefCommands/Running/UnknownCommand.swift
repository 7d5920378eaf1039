import ArgumentParser
import Diagnostics

/// A first word that names no command.
struct UnknownCommand {
  private static let known =
    BriefCommand.configuration.subcommands.map { $0._commandName } + ["help"]

  let word: String

  init?(_ arguments: [String]) {
    guard let word = arguments.first, !word.hasPrefix("-"), !Self.known.contains(word) else {
      return nil
    }
    self.word = word
  }

  var diagnostic: Diagnostic {
    .error(
      "usage.command", "there is no command \"\(word)\"",
      hints: Suggestion.hints(for: word, in: Self.known))
  }
}
