package import Diagnostics
package import Formats

/// A mention of a figure, table or section by its id: `@fig-sales`.
package struct CrossReference: Sendable {
  /// As it is written, without `@`; until it is resolved Hangul behind the id may belong to it.
  package var name: String
  /// The particle that goes with what is printed: `@fig-sales:은(는)`.
  package var particle: Particle?
  package var location: SourceLocation?
  /// The place's position in `Document.places`; set when it is resolved.
  package internal(set) var place: Int?
  /// What the place is called, such as `그림 3`; without the page.
  package internal(set) var label: [Inline] = []
  /// Tells the reference from all others in the document.
  package internal(set) var number = 0

  package init(name: String, particle: Particle? = nil, location: SourceLocation? = nil) {
    self.name = name
    self.particle = particle
    self.location = location
  }
}
