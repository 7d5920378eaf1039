import Formats
import Inputs
import SummitData

/// The members from one change to the next.
private struct Stretch {
  var day: CivilDate
  var members: Int
  var events: [MembershipEvent]
  /// The day of the next change, or of the summit.
  var until: CivilDate

  /// The date that is printed: an exact one where there is one.
  var date: ApproximateDate? { (events.first { $0.date.isExact } ?? events.first)?.date }

  func names(_ change: MembershipEvent.Change, _ index: SummitIndex) -> Value {
    let names = events.filter { $0.change == change }
      .compactMap { index.organizations[$0.organization]?.name }
    return names.isEmpty ? .null : Value(LocalizedText.list(names))
  }

  func count(_ change: MembershipEvent.Change) -> Int {
    events.count { $0.change == change }
  }
}

extension AnalysisTable {
  /// One row a day on which the number of members is known to have changed.
  static func timeline(_ attendance: Attendance) -> AnalysisTable {
    let index = attendance.index
    return AnalysisTable(
      .timeline, note: datesNote, rows: stretches(attendance.summit),
      columns: [
        AnalysisColumn("date", ko: "날짜", en: "Date") { .string($0.day.description) },
        AnalysisColumn("until", ko: "까지", en: "Until") { .string($0.until.description) },
        AnalysisColumn("date_text", ko: "시기", en: "When") { Value($0.date?.text) },
        AnalysisColumn("precision", ko: "정밀도", en: "Precision") { stretch in
          stretch.date.map { .string($0.precision) } ?? .null
        },
        AnalysisColumn("members", ko: "회원 기관(곳)", en: "Members") { .number($0.members) },
        AnalysisColumn("joined_count", ko: "가입(곳)", en: "Joined") { .number($0.count(.joined)) },
        AnalysisColumn("left_count", ko: "탈퇴(곳)", en: "Left") { .number($0.count(.left)) },
        AnalysisColumn("joined", ko: "가입한 기관", en: "Who joined") { $0.names(.joined, index) },
        AnalysisColumn("left", ko: "나간 기관", en: "Who left") { $0.names(.left, index) },
      ])
  }

  private static let datesNote = LocalizedText(
    ko: "정확한 날을 모르는 변화는 가능한 가장 늦은 날에 놓았다.",
    en: "A change whose day isn't known stands at the latest day it can have been.")

  private static func stretches(_ summit: Summit) -> [Stretch] {
    var stretches: [Stretch] = []
    for event in MembershipEvent.all(of: summit) {
      let day = event.date.latestDay
      if stretches.last?.day != day {
        let members = stretches.last?.members ?? 0
        if !stretches.isEmpty { stretches[stretches.count - 1].until = day }
        stretches.append(
          Stretch(
            day: day, members: members, events: [], until: max(day, summit.date.latestDay)))
      }
      stretches[stretches.count - 1].events.append(event)
      stretches[stretches.count - 1].members += event.change == .joined ? 1 : -1
    }
    return stretches
  }

  /// One row an organization that joined or left.
  ///
  /// - Parameter previous: The summit before; what happened after its day is marked.
  static func membershipEvents(_ attendance: Attendance, previous: Summit?) -> AnalysisTable {
    let index = attendance.index
    return AnalysisTable(
      .membershipEvents, note: datesNote, rows: MembershipEvent.all(of: attendance.summit),
      columns: [
        AnalysisColumn("date", ko: "날짜", en: "Date") { Value($0.date) },
        AnalysisColumn("date_text", ko: "시기", en: "When") { Value($0.date.text) },
        AnalysisColumn("precision", ko: "정밀도", en: "Precision") { .string($0.date.precision) },
        AnalysisColumn("organization", ko: "기관 코드", en: "Organization code") {
          .string($0.organization)
        },
        AnalysisColumn("organization_label", ko: "기관", en: "Organization") {
          Value(index.organizations[$0.organization]?.name)
        },
        AnalysisColumn("change", ko: "변화 코드", en: "Change code") { .string($0.change.rawValue) },
        AnalysisColumn("change_label", ko: "변화", en: "Change") { Value($0.change.label) },
        AnalysisColumn("since_previous", ko: "지난 서밋 이후", en: "Since the previous summit") {
          event in
          guard let previous else { return .null }
          return Value(.bool(event.date.latestDay > previous.date.latestDay))
        },
      ])
  }
}
