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
    var serial = 0
    abridgement = Abridgement(
      blocks.tellingFiguresApart(&serial), notes: notes, isWanted: hasBudget)
    self.notes = notes.map { $0.tellingFiguresApart(&serial) }
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

extension [Block] {
  /// Gives each figure a number of its own, whatever becomes of those around it.
  fileprivate func tellingFiguresApart(_ serial: inout Int) -> [Block] {
    map { block in
      var block = block
      if case .figure(var figure) = block.kind {
        serial += 1
        figure.serial = serial
        block.kind = .figure(figure)
      }
      return block.mappingBlocks { $0.tellingFiguresApart(&serial) }
    }
  }
}
