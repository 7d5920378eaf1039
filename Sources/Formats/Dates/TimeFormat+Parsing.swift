extension TimeFormat {
  /// The moment that a text in this format means, or nil if it isn't in the format; UTC where it names no zone.
  ///
  /// As in d3's `utcParse`: missing fields are those of 1900-01-01, a day past its month's end carries over.
  package func moment(from text: String, locale: TimeLocale = .english) -> CivilDateTime? {
    var reader = Reader(rest: text.unicodeScalars[...], locale: locale)
    guard reader.read(parts), reader.rest.isEmpty else { return nil }
    return reader.fields.moment
  }
}

/// What has been read of a date, in numbers as written.
private struct DateFields {
  var year = 1900
  var month: Int?
  var quarter: Int?
  var day = 1
  var hour = 0
  var minute = 0
  var second = 0
  var millisecond: Int?
  var isAfternoon: Bool?
  /// 0 for Sunday.
  var weekday: Int?
  /// 1 for Monday to 7.
  var isoWeekday: Int?
  var isoWeek: Int?
  var sundayWeek: Int?
  var mondayWeek: Int?
  /// Minutes east of UTC.
  var offset = 0
  var unixMilliseconds: Int?
  var unixSeconds: Int?

  var moment: CivilDateTime? {
    if let unixMilliseconds { return CivilDateTime(milliseconds: unixMilliseconds) }
    if let unixSeconds {
      return CivilDateTime(year: 1970, second: unixSeconds, millisecond: millisecond ?? 0)
    }
    let hour = isAfternoon.map { self.hour % 12 + ($0 ? 12 : 0) } ?? self.hour
    return startOfDay.flatMap { start in
      CivilDateTime(
        year: 1970, day: start.dayNumber + 1, hour: hour, minute: minute - offset, second: second,
        millisecond: millisecond ?? 0)
    }
  }

  private var startOfDay: CivilDateTime? {
    guard let newYear = CivilDateTime(year: year) else { return nil }
    let first = newYear.date.weekday
    if let isoWeek {
      guard 1...53 ~= isoWeek else { return nil }
      // The Monday of week 1 is the one nearest to new year.
      let offset = first.isoNumber <= 4 ? 1 - first.isoNumber : 8 - first.isoNumber
      let weekday = ((weekday ?? isoWeekday ?? 1) + 6) % 7
      return newYear.adding(offset + (isoWeek - 1) * 7 + weekday, .day)
    }
    if let mondayWeek {
      let weekday = weekday ?? isoWeekday.map { $0 % 7 } ?? 1
      return newYear.adding((weekday + 6) % 7 + mondayWeek * 7 - (first.rawValue + 5) % 7 - 1, .day)
    }
    if let sundayWeek {
      let weekday = weekday ?? isoWeekday.map { $0 % 7 } ?? 0
      return newYear.adding(weekday + sundayWeek * 7 - (first.rawValue + 6) % 7 - 1, .day)
    }
    return CivilDateTime(year: year, month: month ?? quarter.map { $0 * 3 - 2 } ?? 1, day: day)
  }
}

/// Takes one part of the format after the other from the front of a text.
private struct Reader {
  var rest: Substring.UnicodeScalarView
  let locale: TimeLocale
  var fields = DateFields()

  mutating func read(_ parts: [TimeFormat.Part], depth: Int = 0) -> Bool {
    for part in parts {
      switch part {
      case .literal(let literal):
        for scalar in literal.unicodeScalars {
          guard rest.popFirst() == scalar else { return false }
        }
      case .directive(let directive, _):
        if let parts = locale.expansion(of: directive) {
          guard depth < TimeLocale.depth, read(parts, depth: depth + 1) else { return false }
        } else if rest.isEmpty || !read(directive) {
          return false
        }
      }
    }
    return true
  }

  private mutating func read(_ directive: TimeFormat.Directive) -> Bool {
    switch directive {
    case .shortWeekday: name(locale.shortDays) { $0.weekday = $1 }
    case .weekday: name(locale.days) { $0.weekday = $1 }
    case .shortMonth: name(locale.shortMonths) { $0.month = $1 + 1 }
    case .month: name(locale.months) { $0.month = $1 + 1 }
    case .day, .spacePaddedDay: number(2) { $0.day = $1 }
    case .microsecond: number(6) { $0.millisecond = $1 / 1000 }
    case .shortYear, .shortISOYear: number(2) { $0.year = $1 + ($1 > 68 ? 1900 : 2000) }
    case .year, .isoYear: number(4) { $0.year = $1 }
    case .hour24, .hour12: number(2) { $0.hour = $1 }
    case .dayOfYear:
      number(3) {
        $0.month = 1
        $0.day = $1
      }
    case .millisecond: number(3) { $0.millisecond = $1 }
    case .monthNumber: number(2) { $0.month = $1 }
    case .minute: number(2) { $0.minute = $1 }
    case .period: name(locale.periods) { $0.isAfternoon = $1 == 1 }
    case .quarter: number(1) { $0.quarter = $1 }
    case .unixMilliseconds: number(18) { $0.unixMilliseconds = $1 }
    case .unixSeconds: number(18) { $0.unixSeconds = $1 }
    case .second: number(2) { $0.second = $1 }
    case .isoWeekdayNumber: number(1) { $0.isoWeekday = $1 }
    case .sundayWeek: number(2) { $0.sundayWeek = $1 }
    case .isoWeek: number(2) { $0.isoWeek = $1 }
    case .weekdayNumber: number(1) { $0.weekday = $1 }
    case .mondayWeek: number(2) { $0.mondayWeek = $1 }
    case .zone: zone()
    case .percent: rest.popFirst() == "%"
    case .localeDateTime, .localeDate, .localeTime: false  // stand for other directives
    }
  }

  /// Digits with blanks before them, of so many scalars at most.
  private mutating func number(_ width: Int, _ store: (inout DateFields, Int) -> Void) -> Bool {
    let window = rest.prefix(width)
    let digits = window.drop { $0.properties.isWhitespace }.prefix { "0"..."9" ~= $0 }
    guard !digits.isEmpty else { return false }
    rest = rest[digits.endIndex...]
    store(&fields, digits.reduce(0) { $0 * 10 + Int($1.value - 0x30) })
    return true
  }

  /// The first of the names that the text begins with, whatever its case.
  private mutating func name(
    _ names: [String], _ store: (inout DateFields, Int) -> Void
  ) -> Bool {
    for (index, name) in names.enumerated() {
      let scalars = name.unicodeScalars
      let start = rest.prefix(scalars.count)
      guard start.count == scalars.count,
        String(start).lowercased() == name.lowercased()
      else { continue }
      rest = rest[start.endIndex...]
      store(&fields, index)
      return true
    }
    return false
  }

  /// `Z`, `+09`, `+0900`, `+09:00`.
  private mutating func zone() -> Bool {
    if rest.first == "Z" {
      rest.removeFirst()
      return true
    }
    guard let sign = rest.first, sign == "+" || sign == "-" else { return false }
    rest.removeFirst()
    guard let hours = digits(2) else { return false }
    var lookahead = self
    if lookahead.rest.first == ":" { lookahead.rest.removeFirst() }
    let minutes = lookahead.digits(2)
    if minutes != nil { self = lookahead }
    fields.offset = (sign == "-" ? -1 : 1) * (hours * 60 + (minutes ?? 0))
    return true
  }

  private mutating func digits(_ count: Int) -> Int? {
    let start = rest.prefix(count)
    guard start.count == count, start.allSatisfy({ "0"..."9" ~= $0 }) else { return nil }
    rest = rest[start.endIndex...]
    return start.reduce(0) { $0 * 10 + Int($1.value - 0x30) }
  }
}
