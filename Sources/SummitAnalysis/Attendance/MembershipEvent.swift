package import Formats
package import SummitData

/// An organization joins the alliance or leaves it.
package struct MembershipEvent: Sendable, Hashable {
  package enum Change: String, Code {
    case joined
    case left

    package var label: LocalizedText {
      switch self {
      case .joined: LocalizedText(ko: "가입", en: "Joined")
      case .left: LocalizedText(ko: "탈퇴", en: "Left")
      }
    }
  }

  package let change: Change
  package let organization: String
  package let date: ApproximateDate
  /// The sources that state it.
  package let source: Citation

  /// All events of a summit's file by the latest day each allows; of one day those who join first.
  package static func all(of summit: Summit) -> [MembershipEvent] {
    let joins = summit.memberships.map {
      MembershipEvent(
        change: .joined, organization: $0.organization, date: $0.joined, source: $0.source)
    }
    let leaves = summit.memberships.compactMap { membership in
      membership.left.map {
        MembershipEvent(
          change: .left, organization: membership.organization, date: $0,
          source: membership.leftSource)
      }
    }
    return (joins + leaves).enumerated().sorted {
      ($0.element.date.latestDay, $0.offset) < ($1.element.date.latestDay, $1.offset)
    }.map(\.element)
  }
}
