package import Inputs
import SummitData

extension Analysis {
  /// Single numbers by name, for key figures: `analysis.counts.members_present`.
  package var counts: Value {
    let events = MembershipEvent.all(of: attendance.summit)
    let founders = events.count {
      $0.change == .joined && $0.date.latestDay == events.first?.date.latestDay
    }
    let share = Shares.percentage(attendance.membersPresent.count, of: attendance.members.count)
    return .object([
      ("participants", .number(attendance.summit.participants.count)),
      ("organizations", .number(attendance.present.count)),
      ("members", .number(attendance.members.count)),
      ("members_present", .number(attendance.membersPresent.count)),
      ("members_absent", .number(attendance.membersAbsent.count)),
      ("members_present_share", share.map { Value(.number($0)) } ?? .null),
      ("founding_members", .number(founders)),
      ("guests", .number(attendance.guests.count)),
      ("sectors", .number(Breakdown(.sector, of: attendance).groups.count)),
      ("kinds", counts(by: .kind)),
      ("seniority", counts(by: .seniority)),
      ("organizations_compared", counts(of: comparison.organizations.map(\.sincePrevious))),
      ("people_compared", counts(of: comparison.people.map(\.sincePrevious))),
    ])
  }

  private func counts(by dimension: Breakdown.Dimension) -> Value {
    .object(Breakdown(dimension, of: attendance).groups.map { ($0.code, .number($0.count)) })
  }

  /// How many of each status there are against the summit before; null without one.
  private func counts(of statuses: [ReturnStatus?]) -> Value {
    .object(
      ReturnStatus.allCases.map { status in
        let count = statuses.count { $0 == status }
        return (status.rawValue, comparison.hasEarlier ? .number(count) : .null)
      })
  }
}
