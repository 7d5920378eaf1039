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

  @OptionGroup var settings: SettingOptions

  @Option(
    help: ArgumentHelp(
      "What each record gets of pdf, png, svg; with more than a PDF, in a folder of its own.",
      valueName: "pdf,png,svg"),
    transform: FormatList.init(argument:))
  var format: FormatList?

  @Option(
    help: ArgumentHelp(
      "Megabytes of memory that a worker may have; 0 for as much as there is.",
      valueName: "megabytes"),
    transform: { try OptionValue.count($0, of: "megabytes") })
  var memory = 2048

  @OptionGroup var document: DocumentOptions

  /// The memory limit; nil for none.
  var megabytes: Int? { memory == 0 ? nil : memory }

  func settings(_ report: String, folder: String, common: CommonOptions) -> RecordSettings {
    RecordSettings(
      report: report, data: DataBinding(files: data, settings: settings.set), folder: folder,
      formats: format?.formats ?? [], editions: document.lang, scale: document.scale,
      pdf: document.pdf, settings: common.settings(fonts: document.fonts))
  }

  /// The words by which a worker is given the same.
  func words(common: CommonOptions) -> [String] {
    var words = data.map { "--data=\($0.name ?? "")=\($0.path)" }
    words += settings.set.map { "--set=\($0.words)" }
    if let format {
      words.append("--format=\(format.formats.map(\.rawValue).joined(separator: ","))")
    }
    switch document.lang {
    case .own: break
    case .one(let edition): words.append("--lang=\(edition.rawValue)")
    case .all: words.append("--lang=all")
    }
    words += ["--scale=\(document.scale)", "--memory=\(memory)"]
    let protection = document.protection
    if let standard = document.standard.standard { words.append("--standard=\(standard.rawValue)") }
    if protection.embed { words.append("--embed") }
    if let password = protection.password { words.append("--password=\(password)") }
    if let password = protection.ownerPassword { words.append("--owner-password=\(password)") }
    if let permissions = protection.permissions {
      let names = permissions.map(\.rawValue).sorted().joined(separator: ",")
      words.append("--permissions=\(names.isEmpty ? "none" : names)")
    }
    words += document.fonts.fonts.map { "--fonts=\($0)" }
    if let home = common.home { words.append("--home=\(home)") }
    words += common.limit.map { "--limit=\($0.name.rawValue)=\($0.value)" }
    return words
  }
}
