package import Inputs
import SummitData
import Tables

extension Analysis {
  /// The analysis as templates and charts see it: `analysis.sectors`, `analysis.counts.participants`.
  package var value: Value {
    .object(
      [
        ("counts", counts),
        ("lists", lists),
        ("coverage", attendance.summit.coverage.value),
        (
          "notes",
          .object(tables.map { ($0.name.rawValue, $0.note?.value ?? .null) })
        ),
      ] + tables.map { ($0.name.rawValue, $0.table.value) })
  }

  static func counts(_ attendance: Attendance, _ comparison: Comparison?) -> Value {
    let kinds = Breakdown(.kind, of: attendance).groups
    let seniority = Breakdown(.seniority, of: attendance).groups
    let firstDay = MembershipEvent.all(of: attendance.summit).first?.date.latestDay
    let founders = MembershipEvent.all(of: attendance.summit).count {
      $0.change == .joined && $0.date.latestDay == firstDay
    }
    func compared(_ counts: ReturnCounts?) -> Value {
      .object([
        ("returning", counts.map { .number($0.returning) } ?? .null),
        ("new", counts.map { .number($0.new) } ?? .null),
        ("gone", counts.map { .number($0.gone) } ?? .null),
      ])
    }
    func grouped(_ groups: [Breakdown.Group]) -> Value {
      .object(groups.map { ($0.code, .number($0.count)) })
    }
    return .object([
      ("participants", .number(attendance.summit.participants.count)),
      ("organizations", .number(attendance.present.count)),
      ("members", .number(attendance.members.count)),
      ("members_present", .number(attendance.membersPresent.count)),
      ("members_absent", .number(attendance.membersAbsent.count)),
      (
        "members_present_share",
        Shares.percentage(attendance.membersPresent.count, of: attendance.members.count)
          .map { Value(.number($0)) } ?? .null
      ),
      ("founding_members", .number(founders)),
      ("guests", .number(attendance.guests.count)),
      ("sectors", .number(Breakdown(.sector, of: attendance).groups.count)),
      ("kinds", grouped(kinds)),
      ("seniority", grouped(seniority)),
      ("organizations_compared", compared(comparison?.organizationCounts)),
      ("people_compared", compared(comparison?.peopleCounts)),
    ])
  }
}
