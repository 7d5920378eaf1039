import BriefCommands
import Synchronization

/// What a command did: its exit code and all that it printed.
struct CommandRun {
  let code: Int32
  let output: String
  let errors: String

  /// Runs a command in this process over the package's own fonts and reports.
  init(_ arguments: [String], isTerminal: Bool = false, hasColour: Bool = false) {
    let words = Words()
    code = BriefCommandLine.run(
      Self.takesHome(arguments) ? arguments + ["--home", PackageFolder.path] : arguments,
      on: Console(
        output: { words.addOutput($0) }, errors: { words.addErrors($0) },
        isTerminal: isTerminal, hasColour: hasColour))
    (output, errors) = words.text
  }

  /// The tests' own executable doesn't tell where the package lies.
  private static func takesHome(_ arguments: [String]) -> Bool {
    guard let command = arguments.first, !arguments.contains("--home") else { return false }
    return ["render", "chart", "analyze", "validate", "schema", "fonts", "inspect", "new", "batch"]
      .contains(
        command)
  }

  /// The errors with a folder's path written as DIR, wherever the folder lies.
  func errors(in folder: TemporaryFolder) -> String {
    errors.replacing(folder.path, with: "DIR")
  }

  private final class Words: Sendable {
    struct Text {
      var output = ""
      var errors = ""
    }

    private let collected = Mutex(Text())

    func addOutput(_ text: String) { collected.withLock { $0.output += text } }
    func addErrors(_ text: String) { collected.withLock { $0.errors += text } }

    var text: (String, String) { collected.withLock { ($0.output, $0.errors) } }
  }
}
