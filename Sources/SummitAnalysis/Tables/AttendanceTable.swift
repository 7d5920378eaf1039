import Formats
import Inputs
import SummitData

extension AnalysisTable {
  /// One row a member, present or absent, and one a guest.
  static func attendance(_ attendance: Attendance) -> AnalysisTable {
    let index = attendance.index
    let day = attendance.summit.date.latestDay
    let memberships = Dictionary(
      attendance.summit.memberships.filter { $0.holds(on: day) }.map { ($0.organization, $0) }
    ) { first, _ in first }
    func status(_ organization: Organization) -> AttendanceStatus {
      guard attendance.isMember(organization.id) else { return .guest }
      return attendance.isPresent(organization.id) ? .present : .absent
    }
    func people(_ organization: Organization) -> [Participant] {
      attendance.people[organization.id] ?? []
    }
    let organizations = (attendance.members + attendance.guests).compactMap {
      index.organizations[$0]
    }
    return AnalysisTable(
      .attendance, note: attendance.summit.coverage.note, rows: organizations,
      columns: [
        AnalysisColumn("organization", ko: "기관 코드", en: "Organization code") { .string($0.id) },
        AnalysisColumn("organization_label", ko: "기관", en: "Organization") { Value($0.name) },
        AnalysisColumn("kind", ko: "종류 코드", en: "Kind code") { .string($0.kind.rawValue) },
        AnalysisColumn("kind_label", ko: "기관 종류", en: "Kind") { Value($0.kind.label) },
        AnalysisColumn("sector", ko: "산업 코드", en: "Sector code") { .string($0.industry) },
        AnalysisColumn("sector_label", ko: "산업·분야", en: "Sector") {
          Value(index.industries[$0.industry]?.name)
        },
        AnalysisColumn("status", ko: "참석 코드", en: "Attendance code") {
          .string(status($0).rawValue)
        },
        AnalysisColumn("status_label", ko: "참석", en: "Attendance") { Value(status($0).label) },
        AnalysisColumn("participants", ko: "참석자(명)", en: "Participants") {
          .number(people($0).count)
        },
        AnalysisColumn("names", ko: "이름", en: "Names") { organization in
          let names = people(organization).map(\.name)
          return names.isEmpty ? .null : Value(LocalizedText.list(names))
        },
        AnalysisColumn("joined", ko: "가입일", en: "Joined by") { Value(memberships[$0.id]?.joined) },
        AnalysisColumn("joined_text", ko: "가입", en: "Joined") {
          Value(memberships[$0.id]?.joined.text)
        },
      ])
  }
}
