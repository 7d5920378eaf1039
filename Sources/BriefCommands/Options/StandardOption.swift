import ArgumentParser
import BriefKit

/// What commands take that write a PDF.
struct StandardOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "What a PDF promises: archive (PDF/UA-1 and PDF/A-3a), or pdf17 (neither).",
      discussion: "Else what the report says, and archive where it says nothing.",
      valueName: "archive|pdf17"),
    transform: { try OptionValue.named($0, as: "standard", in: DocumentStandard.allCases) })
  var standard: DocumentStandard?
}
