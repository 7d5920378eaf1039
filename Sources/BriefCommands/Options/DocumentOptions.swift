import ArgumentParser
import BriefKit

/// What all commands take that make documents of a report: language, images of pages, what the PDF is, fonts.
struct DocumentOptions: ParsableArguments {
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

  @OptionGroup var standard: StandardOption
  @OptionGroup var protection: ProtectionOptions
  @OptionGroup var fonts: FontOptions

  var pdf: PDFSettings {
    PDFSettings(
      standard: standard.standard, embedsSources: protection.embed,
      protection: protection.protection)
  }
}
