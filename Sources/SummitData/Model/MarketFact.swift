package import Formats
import Inputs

/// What goes on in the market around the alliance.
package struct MarketFact: Sendable, Hashable {
  package let title: LocalizedText
  package let text: LocalizedText
  package let source: Citation

  static let shape = Shape.object(
    "market-fact", "What goes on in the market around the alliance.",
    Field("title", .localized, "Whom or what it is about."),
    Field("text", .localized, "The fact in a sentence or two."),
    .source,
    make: MarketFact.init
  ).named("market-fact")
}
