import Inputs

extension Organization {
  /// A list of organizations of which none belongs to itself, not even by way of others.
  static let list = Shape<[Organization]>.list(of: shape).checked {
    organizations, value, decoding in
    // Of two with one id, reported elsewhere, the first counts.
    let parents = Dictionary(organizations.map { ($0.id, $0.parent) }) { first, _ in first }
    // One walk up from each; whoever was met on an earlier walk is known to lead out, or was reported.
    var settled: Set<String> = []
    for (position, organization) in organizations.enumerated() {
      var walk: Set<String> = []
      var current: String? = organization.id
      while let id = current, !settled.contains(id) {
        guard walk.insert(id).inserted else {
          let place = value.array?[position]["parent"]?.range ?? value.range
          decoding.error(
            "summit.parent-cycle", "\"\(organization.id)\" belongs to itself", at: place)
          break
        }
        current = parents[id] ?? nil
      }
      settled.formUnion(walk)
    }
  }
}
