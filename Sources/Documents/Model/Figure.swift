import Diagnostics
package import Graphics
package import Inputs

/// A chart or an image with its words.
package struct Figure: Sendable {
  package enum Content: Sendable {
    case chart(ChartFigure)
    case image(bytes: [UInt8], ImageHeader)
  }

  package var content: Content
  /// What it shows: the finding.
  package var caption: [Inline]
  /// What is counted, in which unit.
  package var subtitle: [Inline]
  /// What an honest reader has to know.
  package var note: [Inline]
  /// For those who can't see it, where the author gave one.
  package var alt: String?
  /// Where figures are numbered.
  package internal(set) var number: Int?
  /// How the numbers of a chart are counted, where its author asks for it.
  package var unit: Unit?

  package enum Unit: Sendable {
    /// To be chosen by the numbers that the chart shows.
    case wanted(UnitRequest)
    /// Chosen for all that stands around the chart, and printed there.
    case known(UnitScale)
  }

  package init(
    content: Content, caption: [Inline], subtitle: [Inline] = [], note: [Inline] = [],
    alt: String? = nil
  ) {
    self.content = content
    self.caption = caption
    self.subtitle = subtitle
    self.note = note
    self.alt = alt
  }
}

/// A chart specification with the scope of the place where it stands.
package struct ChartFigure: Sendable {
  /// The specification's file name without its endings: the name of its image.
  package var name: String
  /// Its holes are filled.
  package var spec: Located
  package var scope: Scope
  /// Where the specification stands, for the files that it names.
  package var path: String

  package init(name: String, spec: Located, scope: Scope, path: String) {
    self.name = name
    self.spec = spec
    self.scope = scope
    self.path = path
  }
}
