import Formats
import Inputs
import SummitData

extension AnalysisTable {
  /// One row a summit, in order of date.
  static func summits(_ attendances: [Attendance], analysed: Summit) -> AnalysisTable {
    AnalysisTable(
      .summits, note: .coverage(of: attendances), rows: attendances,
      columns: [
        AnalysisColumn("edition", ko: "서밋", en: "Summit") { .string($0.summit.edition) },
        AnalysisColumn("name", ko: "이름", en: "Name") { Value($0.summit.name) },
        AnalysisColumn("date", ko: "날짜", en: "Date") { Value($0.summit.date) },
        AnalysisColumn("date_text", ko: "개최일", en: "Held") { Value($0.summit.date.text) },
        AnalysisColumn("venue", ko: "장소", en: "Venue") { Value($0.summit.venue?.name) },
        AnalysisColumn("participants", ko: "참석자(명)", en: "Participants") {
          .number($0.summit.participants.count)
        },
        AnalysisColumn("coverage", ko: "명단", en: "Coverage") {
          .string($0.summit.coverage.rawValue)
        },
        AnalysisColumn("coverage_label", ko: "명단의 범위", en: "Coverage of the list") {
          Value($0.summit.coverage.label)
        },
        AnalysisColumn("organizations", ko: "참석 기관(곳)", en: "Organizations present") {
          .number($0.present.count)
        },
        AnalysisColumn("members", ko: "회원 기관(곳)", en: "Members") { .number($0.members.count) },
        AnalysisColumn("members_present", ko: "참석 회원(곳)", en: "Members present") {
          .number($0.membersPresent.count)
        },
        AnalysisColumn("members_absent", ko: "불참 회원(곳)", en: "Members absent") {
          .number($0.membersAbsent.count)
        },
        AnalysisColumn("guests", ko: "회원 아닌 기관(곳)", en: "Guests") { .number($0.guests.count) },
        AnalysisColumn("sectors", ko: "산업·분야(개)", en: "Sectors") {
          .number(Breakdown(.sector, of: $0).groups.count)
        },
        AnalysisColumn("analysed", ko: "이번 서밋", en: "This summit") {
          Value(.bool($0.summit.edition == analysed.edition))
        },
      ])
  }
}
