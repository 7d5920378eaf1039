import ArgumentParser
import BriefKit

/// Single values that commands bind a report to.
struct SettingOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "A value in reach as {{@set.NAME}}; may be repeated. It is text unless it reads as JSON.",
      valueName: "name=value"),
    transform: OptionValue.setting)
  var set: [SettingArgument] = []
}
