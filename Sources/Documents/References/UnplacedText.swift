import Diagnostics

/// A report's text and notes as they were read, before anything in them is numbered: a page budget numbers parts of it anew.
struct UnplacedText: Sendable {
  let abridgement: Abridgement
  let notes: [[Block]]
  let sectionDepth: Int
  /// Whether there are references in it at all.
  let refers: Bool

  init(
    _ blocks: [Block], notes: [[Block]], sectionDepth: Int, refers: Bool, hasBudget: Bool
  ) {
    abridgement = Abridgement(blocks, notes: notes, isWanted: hasBudget)
    self.notes = notes
    self.sectionDepth = sectionDepth
    self.refers = refers
  }

  /// The text and its notes, numbered, and what refers to them led there.
  func placed(
    shortened: Set<Int> = [], dropped: Set<Int> = [], strings: Strings
  ) throws(DiagnosticError) -> (parts: [[Block]], numbering: Numbering) {
    let parts = [abridgement.text(shortened: shortened, dropped: dropped)] + notes
    var numbering = Numbering(Array(parts.joined()), sectionDepth: sectionDepth, refers: refers)
    let numbered = parts.map { numbering.numbered($0) }
    var resolver = ReferenceResolver(
      places: numbering.places, ids: numbering.ids, strings: strings)
    let resolved = refers ? numbered.map { resolver.resolved($0) } : numbered
    if resolver.faults.hasErrors { throw DiagnosticError(resolver.faults) }
    resolver.resolvePlaces()
    numbering.places = resolver.places
    return (resolved, numbering)
  }
}
