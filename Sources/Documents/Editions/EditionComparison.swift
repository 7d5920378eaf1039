package import Diagnostics
import Formats

/// Whether two editions of a report show the same values, figures, tables and sources in the same order.
///
/// Within one paragraph, heading or cell the order is the language's own: Korean and English build their sentences
/// differently. From one such part to the next it has to be the same.
package enum EditionComparison {
  /// Differing stretches longer than this are reported as one, since pairing them takes quadratic time.
  private static let mostCompared = 4_000

  /// An error for each thing that one edition shows and the other doesn't, or shows elsewhere.
  package static func faults(between first: Document, and second: Document) -> [Diagnostic] {
    let sides = [EditionContent(first), EditionContent(second)]
    let (a, b) = (sides[0].items, sides[1].items)
    let start = zip(a, b).prefix { $0.thing == $1.thing }.count
    let end = zip(a[start...].reversed(), b[start...].reversed())
      .prefix { $0.thing == $1.thing }.count
    let left = Array(a[start..<a.count - end])
    let right = Array(b[start..<b.count - end])
    var faults = FaultList()
    guard max(left.count, right.count) <= mostCompared else {
      if let item = left.first ?? right.first {
        faults.add(
          .error(
            "edition.differs", "from here on the editions show different things",
            at: item.location))
      }
      return faults.diagnostics
    }
    let difference = right.map(\.thing).difference(from: left.map(\.thing)).inferringMoves()
    for change in difference.removals {
      guard case .remove(let offset, _, let other) = change else { continue }
      faults.add(
        fault(
          left[offset], of: first, missingIn: second, standsAt: other.map { right[$0].location }))
    }
    for change in difference.insertions {
      guard case .insert(let offset, _, nil) = change else { continue }
      faults.add(fault(right[offset], of: second, missingIn: first, standsAt: nil))
    }
    return faults.diagnostics
  }

  private static func fault(
    _ item: EditionContent.Item, of own: Document, missingIn other: Document,
    standsAt place: SourceLocation??
  ) -> Diagnostic {
    let (here, there) = (own.language.rawValue, other.language.rawValue)
    if let place {
      return .error(
        "edition.order",
        "\(item.thing.name) stands here in \"\(here)\" and in another place in \"\(there)\"",
        at: item.location, notes: [Diagnostic.Note("there it stands here", at: place)],
        hints: ["put what the editions show into the same order"])
    }
    return .error(
      "edition.missing", "\(item.thing.name) is shown in \"\(here)\" and not in \"\(there)\"",
      at: item.location, hints: ["show it in both editions, or in none"])
  }
}
