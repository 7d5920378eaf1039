import Formats
import Inputs
import SummitData

extension AnalysisTable {
  /// One row an organization that joined or left.
  ///
  /// - Parameter previous: The summit before; what happened after its day is marked.
  static func membershipEvents(_ attendance: Attendance, previous: Summit?) -> AnalysisTable {
    let dates: [AnalysisColumn<MembershipEvent>] = [
      .text("date", ko: "날짜", en: "Date") { $0.date.latestDay.description },
      .label("date_text", ko: "시기", en: "When") { $0.date.text },
      .text("precision", ko: "날짜 정밀도", en: "Precision") { $0.date.precision },
    ]
    let since: [AnalysisColumn<MembershipEvent>] = [
      .flag("since_previous", ko: "지난 서밋 이후", en: "Since the previous summit") { event in
        previous.map { event.date.latestDay > $0.date.latestDay }
      }
    ]
    return AnalysisTable(
      .membershipEvents, note: latestDays, rows: MembershipEvent.all(of: attendance.summit),
      columns: dates
        + AnalysisColumn.organization { attendance.index.organizations[$0.organization] }
        + AnalysisColumn.coded("change", ko: "변화", en: "Change") { $0.change } + since)
  }
}
