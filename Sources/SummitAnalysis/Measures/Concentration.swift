import Glibc

/// How unevenly participants are spread over groups.
///
/// Formulas and sources: Documentation/analysis.md.
package struct Concentration: Sendable, Hashable {
  /// How many participants were counted.
  package let participants: Int
  /// How many groups have any.
  package let groups: Int
  /// Herfindahl–Hirschman index, Σ pᵢ²: 1 where all are in one group, 1/S where they are spread evenly.
  package let herfindahl: Double
  /// Shannon's index in nats, −Σ pᵢ ln pᵢ.
  package let shannon: Double

  /// Nil where nobody was counted.
  package init?(counts: [Int]) {
    let counts = counts.filter { $0 > 0 }
    let total = counts.reduce(0, +)
    guard total > 0 else { return nil }
    let proportions = counts.map { Double($0) / Double(total) }
    participants = total
    groups = counts.count
    // Over whole numbers, so that the sum doesn't depend on the order of the groups.
    let squares = counts.reduce(0.0) { $0 + Double($1) * Double($1) }
    herfindahl = squares / (Double(total) * Double(total))
    // With one group the logarithm is zero; its negative must not be printed.
    shannon = groups == 1 ? 0 : -proportions.sorted().reduce(0) { $0 + $1 * log($1) }
  }

  /// The index on the scale of competition authorities, 0 to 10,000.
  package var herfindahlPoints: Double { herfindahl * 10_000 }

  /// How many groups of equal size would be as concentrated: 1 / Σ pᵢ².
  package var effectiveGroups: Double { 1 / herfindahl }

  /// Pielou's evenness, H′ / ln S, from 0 to 1; nil for a single group.
  package var evenness: Double? {
    groups > 1 ? shannon / log(Double(groups)) : nil
  }
}
