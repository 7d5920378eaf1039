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
    func people(_ organization: Organization) -> [Participant] {
      attendance.people[organization.id] ?? []
    }
    let numbers: [AnalysisColumn<Organization>] = [
      .count("participants", ko: "참석자(명)", en: "Participants") { people($0).count },
      .label("names", ko: "이름", en: "Names") { .list(people($0).map(\.name)) },
      .text("joined", ko: "가입일", en: "Date of joining") {
        memberships[$0.id]?.joined.latestDay.description
      },
      .label("joined_text", ko: "가입", en: "Joined") { memberships[$0.id]?.joined.text },
    ]
    return AnalysisTable(
      .attendance, note: attendance.summit.coverage.note,
      rows: (attendance.members + attendance.guests).compactMap { index.organizations[$0] },
      columns: AnalysisColumn.organization { $0 } + AnalysisColumn.kind { $0.kind }
        + AnalysisColumn.sector { index.industries[$0.industry] }
        + AnalysisColumn.coded("status", ko: "참석", en: "Attendance") {
          attendance.status(of: $0.id)
        } + numbers)
  }
}
