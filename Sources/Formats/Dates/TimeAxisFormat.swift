/// The format of a time axis: each tick shows the largest unit that begins there.
package struct TimeAxisFormat: Sendable, Hashable {
  package var millisecond = TimeFormat(known: ".%L")
  package var second = TimeFormat(known: ":%S")
  package var minute = TimeFormat(known: "%I:%M")
  package var hour = TimeFormat(known: "%I %p")
  package var day = TimeFormat(known: "%a %d")
  package var week = TimeFormat(known: "%b %d")
  package var month = TimeFormat(known: "%B")
  package var quarter = TimeFormat(known: "%B")
  package var year = TimeFormat(known: "%Y")

  /// The default of d3-scale and of Vega: 2022, October, Oct 23, Tue 25, 09 AM, 09:30, :30, .125.
  package init() {}

  /// The default in a language; Korean ones are words that stand by themselves: 2022년, 10월, 10월 23일, 25일 (화), 오전 9시.
  package init(_ language: Language) {
    switch language {
    case .en: break
    case .ko:
      minute = TimeFormat(known: "%H:%M")
      hour = TimeFormat(known: "%p %-I시")
      day = TimeFormat(known: "%-d일 (%a)")
      week = TimeFormat(known: "%b %-d일")
      year = TimeFormat(known: "%Y년")
    }
  }

  package func string(
    _ moment: CivilDateTime, locale: TimeLocale = .english, offset: Int = 0
  ) -> String {
    format(for: moment.local(offset: offset) ?? moment)
      .string(moment, locale: locale, offset: offset)
  }

  private func format(for local: CivilDateTime) -> TimeFormat {
    func starts(_ unit: CalendarUnit) -> Bool { local.floor(to: unit) == local }
    if !starts(.second) { return millisecond }
    if !starts(.minute) { return second }
    if !starts(.hour) { return minute }
    if !starts(.day) { return hour }
    if !starts(.month) { return starts(.week(startingOn: .sunday)) ? week : day }
    if !starts(.year) { return starts(.quarter) ? quarter : month }
    return year
  }
}
