package import Formats

extension ApproximateDate {
  /// The date as printed: "2022년 5월 26일까지", "2020년 6월~9월 25일"; "by 26 May 2022", "June – 25 September 2020".
  package func text(in language: Language) -> String {
    switch (self, language) {
    case (.within(let period), _): period.text(in: language)
    case (.by(let period), .ko): period.text(in: .ko) + "까지"
    case (.by(let period), .en): "by " + period.text(in: .en)
    case (.between(let from, let to), .ko): Self.koreanRange(from, to)
    case (.between(let from, let to), .en): Self.englishRange(from, to)
    }
  }

  package var text: LocalizedText {
    LocalizedText(ko: text(in: .ko), en: text(in: .en))
  }

  /// Leaves out of the second date what stands in the first: the year, and between two days the month.
  private static func koreanRange(_ from: CalendarPeriod, _ to: CalendarPeriod) -> String {
    let first = from.text(in: .ko)
    guard from.firstDay.year == to.firstDay.year else { return "\(first)~\(to.text(in: .ko))" }
    switch to.unit {
    case .year: return "\(first)~\(to.text(in: .ko))"
    case .month: return "\(first)~\(to.firstDay.month)월"
    case .day:
      let sameMonth = from.unit == .day && from.firstDay.month == to.firstDay.month
      return first + (sameMonth ? "~" : "~\(to.firstDay.month)월 ") + "\(to.firstDay.day)일"
    }
  }

  /// Leaves out of the first date what stands in the second; spaces around the dash where a part holds one.
  private static func englishRange(_ from: CalendarPeriod, _ to: CalendarPeriod) -> String {
    let last = to.text(in: .en)
    let day = from.firstDay
    guard day.year == to.firstDay.year, to.unit != .year else {
      let first = from.text(in: .en)
      return from.unit == .year && to.unit == .year ? "\(first)–\(last)" : "\(first) – \(last)"
    }
    switch (from.unit, to.unit) {
    case (.year, _): return "\(from.text(in: .en)) – \(last)"
    case (.month, .month): return "\(day.englishMonth)–\(last)"
    case (.month, _): return "\(day.englishMonth) – \(last)"
    case (.day, .day) where day.month == to.firstDay.month: return "\(day.day)–\(last)"
    case (.day, _): return "\(day.day) \(day.englishMonth) – \(last)"
    }
  }
}

extension CalendarPeriod {
  func text(in language: Language) -> String {
    let day = firstDay
    switch (unit, language) {
    case (.year, .ko): return "\(day.year)년"
    case (.month, .ko): return "\(day.year)년 \(day.month)월"
    case (.day, .ko): return "\(day.year)년 \(day.month)월 \(day.day)일"
    case (.year, .en): return "\(day.year)"
    case (.month, .en): return "\(day.englishMonth) \(day.year)"
    case (.day, .en): return "\(day.day) \(day.englishMonth) \(day.year)"
    }
  }
}

extension CivilDate {
  fileprivate var englishMonth: String {
    let names = [
      "January", "February", "March", "April", "May", "June", "July", "August", "September",
      "October", "November", "December",
    ]
    return names[month - 1]
  }
}
