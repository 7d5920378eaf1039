import ArgumentParser
import BriefKit

/// What commands that bind a report to data take.
struct DataOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The main input, or another one by its name; may be repeated. - is standard input.",
      valueName: "[name=]file"),
    transform: DataArgument.init(argument:))
  var data: [DataArgument] = []

  @Option(
    help: ArgumentHelp(
      "The format of inputs whose names tell none: json, yaml, csv, tsv or ndjson.",
      valueName: "format"),
    transform: { try OptionValue.named($0, as: "format", in: DataFormat.allCases) })
  var dataFormat: DataFormat?

  @OptionGroup var settings: SettingOptions

  func validate() throws {
    let main = data.filter { $0.name == nil }
    guard main.count <= 1 else {
      let files = main.map { "\"\($0.path)\"" }.joined(separator: ", ")
      throw ValidationError(
        "There are \(main.count) main inputs: \(files). Give all but one a name: --data NAME=FILE.")
    }
    guard data.count(where: { $0.path == "-" }) <= 1 else {
      throw ValidationError("Standard input can be read only once: --data - is given twice.")
    }
  }

  /// The data that a job binds its report to.
  var binding: DataBinding {
    DataBinding(files: data, format: dataFormat, settings: settings.set)
  }
}
