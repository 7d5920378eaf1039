import Formats
import Inputs
import SummitData

extension AnalysisTable {
  /// One row a summit, in order of date.
  static func summits(_ attendances: [Attendance], analysed: Summit) -> AnalysisTable {
    let head: [AnalysisColumn<Attendance>] = [
      .text("edition", ko: "서밋", en: "Summit") { $0.summit.edition },
      .label("name", ko: "이름", en: "Name") { $0.summit.name },
      .text("date", ko: "날짜", en: "Date") { $0.summit.date.latestDay.description },
      .label("date_text", ko: "개최일", en: "Held") { $0.summit.date.text },
      .label("venue", ko: "장소", en: "Venue") { $0.summit.venue?.name },
      .count("participants", ko: "참석자(명)", en: "Participants") {
        $0.summit.participants.count
      },
    ]
    let counts: [AnalysisColumn<Attendance>] = [
      .count("organizations", ko: "참석 기관(곳)", en: "Organizations present") { $0.present.count },
      .count("members", ko: "회원 기관(곳)", en: "Members") { $0.members.count },
      .count("members_present", ko: "참석 회원(곳)", en: "Members present") {
        $0.membersPresent.count
      },
      .count("members_absent", ko: "명단에 없는 회원(곳)", en: "Members not on the list") {
        $0.membersAbsent.count
      },
      .count("guests", ko: "회원 아닌 기관(곳)", en: "Guests") { $0.guests.count },
      .count("sectors", ko: "산업·분야(개)", en: "Sectors") {
        Breakdown(.sector, of: $0).groups.count
      },
      .flag("analysed", ko: "이번 서밋", en: "This summit") {
        $0.summit.edition == analysed.edition
      },
    ]
    return AnalysisTable(
      .summits, note: .coverage(of: attendances), rows: attendances,
      columns: head
        + AnalysisColumn.coded("coverage", ko: "명단의 범위", en: "Coverage of the list") {
          $0.summit.coverage
        } + counts)
  }
}
