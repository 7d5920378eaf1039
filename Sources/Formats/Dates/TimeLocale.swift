/// How dates look in a language: the members of a d3-time-format locale.
package struct TimeLocale: Sendable, Hashable {
  /// What `%c`, `%x` and `%X` stand for.
  package var dateTime: String
  package var date: String
  package var time: String
  /// Before and after noon.
  package var periods: [String]
  /// From Sunday.
  package var days: [String]
  package var shortDays: [String]
  package var months: [String]
  package var shortMonths: [String]

  package init(
    dateTime: String, date: String, time: String, periods: [String], days: [String],
    shortDays: [String], months: [String], shortMonths: [String]
  ) {
    self.dateTime = dateTime
    self.date = date
    self.time = time
    self.periods = periods
    self.days = days
    self.shortDays = shortDays
    self.months = months
    self.shortMonths = shortMonths
  }

  package static let english = TimeLocale(
    dateTime: "%x, %X", date: "%-m/%-d/%Y", time: "%-I:%M:%S %p",
    periods: ["AM", "PM"],
    days: ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"],
    shortDays: ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"],
    months: [
      "January", "February", "March", "April", "May", "June", "July", "August", "September",
      "October", "November", "December",
    ],
    shortMonths: [
      "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ])

  package static let korean = TimeLocale(
    dateTime: "%Y/%m/%d %a %X", date: "%Y/%m/%d", time: "%H:%M:%S",
    periods: ["오전", "오후"],
    days: ["일요일", "월요일", "화요일", "수요일", "목요일", "금요일", "토요일"],
    shortDays: ["일", "월", "화", "수", "목", "금", "토"],
    months: (1...12).map { "\($0)월" },
    shortMonths: (1...12).map { "\($0)월" })

  package init(_ language: Language) {
    self =
      switch language {
      case .ko: .korean
      case .en: .english
      }
  }

  /// How deep `%c` may stand for `%x` and so on; a locale that names itself goes no deeper.
  static let depth = 3

  /// The parts that a directive stands for, where it stands for others.
  func expansion(of directive: TimeFormat.Directive) -> [TimeFormat.Part]? {
    let specifier: String? =
      switch directive {
      case .localeDateTime: dateTime
      case .localeDate: date
      case .localeTime: time
      default: nil
      }
    return specifier.map { TimeFormat(known: $0).parts }
  }
}
