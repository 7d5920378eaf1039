import Diagnostics
import Inputs

extension Membership {
  /// A list of memberships of which no two of one organization overlap.
  static let list = Shape<[Membership]>.list(of: shape).checked { memberships, value, decoding in
    let positions = memberships.indices.sorted {
      (memberships[$0].joined.latestDay, $0) < (memberships[$1].joined.latestDay, $1)
    }
    var open: [String: Int] = [:]
    for position in positions {
      let membership = memberships[position]
      if let earlier = open[membership.organization],
        memberships[earlier].left.map({ membership.joined.latestDay < $0.latestDay }) ?? true
      {
        let places = [earlier, position].map { value.array?[$0].range ?? value.range }
        decoding.report(
          .error(
            "summit.overlap", "\"\(membership.organization)\" joins while it is a member",
            at: decoding.location(places[1]),
            notes: [Diagnostic.Note("a member since here", at: decoding.location(places[0]))]))
      }
      open[membership.organization] = position
    }
  }
}
