package import Diagnostics

extension Document {
  /// What can be done so that the document fits its budget, least first.
  package var rungs: [PageBudget.Rung] {
    budget?.rungs(text.abridgement, body: theme[.body].size) ?? []
  }

  /// The document as it is on a rung, numbered anew.
  package func abridged(to rung: PageBudget.Rung) throws(DiagnosticError) -> Document {
    var document = self
    document.theme = theme.scaled(
      spacing: rung.spacing, type: rung.type, leastType: budget?.leastType ?? 0)
    document.figureScale = rung.figures
    let (parts, numbering) = try text.placed(
      shortened: rung.shortened, dropped: rung.dropped, strings: strings)
    document.blocks = parts[0]
    document.notes = Array(parts.dropFirst())
    document.places = numbering.places
    document.placesByID = numbering.ids
    document.mentionsPages = numbering.mentionsPages
    return document
  }

  /// Where blocks are written that a rung shortens or leaves out.
  package func locations(of numbers: Set<Int>) -> [SourceLocation] {
    numbers.sorted().compactMap { text.abridgement.location(of: $0) }
  }
}
