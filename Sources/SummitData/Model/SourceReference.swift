package import Formats
import Inputs

/// Where facts come from: a press report.
package struct SourceReference: Sendable, Hashable {
  package let id: String
  package let outlet: LocalizedText
  package let date: ApproximateDate

  static let shape = Shape.object(
    "source", "Where facts come from: a press report.",
    Field("id", .identifier(of: "source"), "What facts call it: \"A\"."),
    Field("outlet", .localized, "The paper or site that published it."),
    Field("date", ApproximateDate.shape, "When it was published."),
    make: SourceReference.init
  ).named("source")

  /// The source as a list of sources prints it.
  package var text: LocalizedText {
    LocalizedText(
      ko: [outlet.ko ?? outlet.en, date.text(in: .ko)].compactMap { $0 }.joined(separator: ", "),
      en: [outlet.en ?? outlet.ko, date.text(in: .en)].compactMap { $0 }.joined(separator: ", "))
  }
}
