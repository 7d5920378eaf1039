import ArgumentParser
import BriefKit
import Diagnostics

/// What `brief batch` and `brief worker` take alike: how the document of each record is made.
struct RecordOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "An input beside the record, by its name; may be repeated.", valueName: "name=file"),
    transform: OptionValue.namedInput)
  var data: [DataArgument] = []

  @Option(
    help: ArgumentHelp(
      "A value in reach as {{@set.NAME}}; may be repeated. It is text unless it reads as JSON.",
      valueName: "name=value"),
    transform: OptionValue.setting)
  var set: [SettingArgument] = []

  @Option(
    help: ArgumentHelp(
      "What each record gets of pdf, png, svg; with more than a PDF, in a folder of its own.",
      valueName: "pdf,png,svg"),
    transform: FormatList.init(argument:))
  var format: FormatList?

  @Option(
    help: ArgumentHelp(
      "The language: ko, en, or all that the report has; else the report's own.",
      valueName: "ko|en|all"),
    transform: OptionValue.editions)
  var lang: EditionChoice = .own

  @Option(
    help: ArgumentHelp("Pixels a point in page images; 2 is 144 dpi.", valueName: "number"),
    transform: OptionValue.scale)
  var scale: Double = 2

  @Option(
    help: ArgumentHelp(
      "Megabytes of memory that a worker may have; 0 for as much as there is.",
      valueName: "megabytes"),
    transform: { try OptionValue.count($0, of: "megabytes") })
  var memory = 2048

  @OptionGroup var standard: StandardOption
  @OptionGroup var protection: ProtectionOptions
  @OptionGroup var fonts: FontOptions

  /// The memory limit; nil for none.
  var megabytes: Int? { memory == 0 ? nil : memory }

  func settings(_ report: String, folder: String, common: CommonOptions) -> RecordSettings {
    RecordSettings(
      report: report, data: DataBinding(files: data, settings: set), folder: folder,
      formats: format?.formats ?? [], editions: lang, scale: scale,
      pdf: PDFSettings(
        standard: standard.standard, embedsSources: protection.embed,
        protection: protection.protection),
      settings: common.settings(fonts: fonts))
  }

  /// The words by which a worker is given the same.
  func words(common: CommonOptions) -> [String] {
    var words = data.map { "--data=\($0.name ?? "")=\($0.path)" }
    words += set.map { "--set=\($0.words)" }
    if let format {
      words.append("--format=\(format.formats.map(\.rawValue).joined(separator: ","))")
    }
    switch lang {
    case .own: break
    case .one(let edition): words.append("--lang=\(edition.rawValue)")
    case .all: words.append("--lang=all")
    }
    words += ["--scale=\(scale)", "--memory=\(memory)"]
    if let standard = standard.standard { words.append("--standard=\(standard.rawValue)") }
    if protection.embed { words.append("--embed") }
    if let password = protection.password { words.append("--password=\(password)") }
    if let password = protection.ownerPassword { words.append("--owner-password=\(password)") }
    if let permissions = protection.permissions {
      let names = permissions.map(\.rawValue).sorted().joined(separator: ",")
      words.append("--permissions=\(names.isEmpty ? "none" : names)")
    }
    words += fonts.fonts.map { "--fonts=\($0)" }
    if let home = common.home { words.append("--home=\(home)") }
    words += common.limit.map { "--limit=\($0.name.rawValue)=\($0.value)" }
    return words
  }
}
