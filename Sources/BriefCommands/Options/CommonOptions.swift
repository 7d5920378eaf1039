import ArgumentParser
import BriefKit
import Diagnostics

/// What every command takes.
struct CommonOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "How errors and warnings are printed: text, or json (one object a line).",
      valueName: "format"),
    transform: { try OptionValue.named($0, as: "format", in: DiagnosticsFormat.allCases) })
  var diagnostics: DiagnosticsFormat = .text

  @Option(
    help: ArgumentHelp(
      "The folder with BriefKit's own fonts and reports.",
      discussion: "Else $BRIEFKIT_HOME, or ../share/briefkit beside the program.",
      valueName: "folder"))
  var home: String?

  @Option(
    help: ArgumentHelp(
      "How much is accepted; may be repeated.",
      discussion: "Names: \(Limits.Name.allCases.map(\.rawValue).joined(separator: ", ")).",
      valueName: "name=value"),
    transform: LimitSetting.init(argument:))
  var limit: [LimitSetting] = []

  /// The settings that a job is given.
  func settings(fonts: FontOptions? = nil) -> RunSettings {
    var settings = RunSettings(home: home, fontFolders: fonts?.fonts ?? [])
    for limit in limit { settings.limits[limit.name] = limit.value }
    return settings
  }
}

/// What commands that set text take.
struct FontOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "A folder of fonts that come before BriefKit's own; may be repeated.", valueName: "folder"))
  var fonts: [String] = []
}
