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

  func organizations(_ change: MembershipEvent.Change) -> [String] {
    events.filter { $0.change == change }.map(\.organization)
  }

  /// When those who left did so, where that is known less exactly than the date that is printed.
  var inexactLeaving: ApproximateDate? {
    events.first { $0.change == .left && !$0.date.isExact && $0.date != date }?.date
  }

  /// The sources of all changes of the day, each once.
  var source: Citation {
    events.reduce(into: []) { all, event in
      all += event.source.filter { !all.contains($0) }
    }
  }

  static func all(of summit: Summit) -> [Stretch] {
    var stretches: [Stretch] = []
    for event in MembershipEvent.all(of: summit) {
      let day = event.date.latestDay
      if stretches.last?.day != day {
        let members = stretches.last?.members ?? 0
        if !stretches.isEmpty { stretches[stretches.count - 1].until = day }
        stretches.append(
          Stretch(day: day, members: members, events: [], until: max(day, summit.date.latestDay)))
      }
      stretches[stretches.count - 1].events.append(event)
      stretches[stretches.count - 1].members += event.change == .joined ? 1 : -1
    }
    return stretches
  }
}

extension AnalysisTable {
  /// One row a day on which the number of members is known to have changed.
  static func timeline(_ attendance: Attendance) -> AnalysisTable {
    func names(_ organizations: [String]) -> LocalizedText? {
      .list(organizations.compactMap { attendance.index.organizations[$0]?.name })
    }
    return AnalysisTable(
      .timeline, note: latestDays, rows: Stretch.all(of: attendance.summit),
      columns: [
        .text("date", ko: "날짜", en: "Date") { $0.day.description },
        .text("until", ko: "유지 기한", en: "Until") { $0.until.description },
        .label("date_text", ko: "시기", en: "When") { $0.date?.text },
        .text("precision", ko: "날짜 정밀도", en: "Precision") { $0.date?.precision },
        .count("members", ko: "회원 기관(곳)", en: "Members") { $0.members },
        .count("joined_count", ko: "가입(곳)", en: "Joined") { $0.organizations(.joined).count },
        .count("left_count", ko: "탈퇴(곳)", en: "Left") { $0.organizations(.left).count },
        .label("joined", ko: "가입한 기관", en: "Who joined") { names($0.organizations(.joined)) },
        .label("left", ko: "나간 기관", en: "Who left") { names($0.organizations(.left)) },
        .label("left_text", ko: "나간 시기", en: "When they left") { $0.inexactLeaving?.text },
        .text("cite", ko: "출처", en: "Source") { $0.source.cite },
      ])
  }

  /// The note of tables whose dates stand at the latest day they allow.
  static let latestDays = LocalizedText(
    ko: "정확한 날을 모르는 변화는 가능한 가장 늦은 날에 놓았다.",
    en: "A change whose day isn’t known stands at the latest day it can have been.")
}
