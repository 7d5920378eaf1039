import Formats

/// A summit's organizations, industries and people by their ids, and who stands for which member.
package struct SummitIndex: Sendable {
  package let organizations: [String: Organization]
  package let industries: [String: Industry]
  package let areas: [String: Area]
  package let participants: [String: Participant]

  package init(_ summit: Summit) {
    organizations = Self.byID(summit.organizations, \.id)
    industries = Self.byID(summit.industries, \.id)
    areas = Self.byID(summit.areas, \.id)
    participants = Self.byID(summit.participants, \.id)
  }

  private static func byID<Item>(
    _ items: [Item], _ id: (Item) -> String
  ) -> [String: Item] {
    Dictionary(items.map { (id($0), $0) }) { first, _ in first }
  }

  /// Whom an organization stands for: itself or the nearest group above it that is among `members`, else itself.
  package func represented(by organization: String, members: Set<String>) -> String {
    var current = organization
    // A group can't belong to itself; the count is a second lock on that.
    for _ in 0...organizations.count {
      if members.contains(current) { return current }
      guard let parent = organizations[current]?.parent else { return organization }
      current = parent
    }
    return organization
  }
}
