package import Formats

/// A calendar unit that dates are cut to, such as `yearmonth`; what it leaves out is set to a fixed value.
package struct TimeUnit: Sendable, Hashable {
  /// The units a name is made of, from coarse to fine.
  package enum Part: String, Sendable, CaseIterable {
    case year, quarter, month, week, day, dayofyear, date, hours, minutes, seconds, milliseconds
  }

  /// In order of `Part.allCases`; not empty.
  package var parts: [Part]
  package var isUTC: Bool
  /// The data is cut already: only formats and band widths follow the unit.
  package var isBinned: Bool
  /// How many of the finest part make one interval.
  package var step: Int

  package init(_ parts: [Part], isUTC: Bool = false, isBinned: Bool = false, step: Int = 1) {
    self.parts = Part.allCases.filter(parts.contains)
    self.isUTC = isUTC
    self.isBinned = isBinned
    self.step = max(1, min(step, 100_000))
  }

  /// A unit by its name: `month`, `utcyearmonthdate`, `binnedyear`.
  package init?(_ name: String, step: Int = 1) {
    var rest = Substring(name)
    let binned = rest.hasPrefix("binned")
    if binned { rest = rest.dropFirst(6) }
    let utc = rest.hasPrefix("utc")
    if utc { rest = rest.dropFirst(3) }
    var parts: [Part] = []
    for part in Part.allCases where rest.hasPrefix(part.rawValue) {
      // "day" also begins "dayofyear".
      if part == .day, rest.hasPrefix(Part.dayofyear.rawValue) { continue }
      parts.append(part)
      rest = rest.dropFirst(part.rawValue.count)
    }
    guard rest.isEmpty, !parts.isEmpty else { return nil }
    self.init(parts, isUTC: utc, isBinned: binned, step: step)
  }

  package var finest: Part { parts.last ?? .year }

  /// What columns made by the unit are called after: `yearmonth`, `minutes_step_10`.
  package var name: String {
    (isUTC ? "utc" : "") + (isBinned ? "binned" : "") + parts.map(\.rawValue).joined()
      + (step > 1 ? "_step_\(step)" : "")
  }

  /// Names for a message.
  package static let names =
    Part.allCases.map(\.rawValue) + [
      "yearquarter", "yearmonth", "yearmonthdate", "yearweek", "monthdate", "hoursminutes",
    ]
}

extension TimeUnit {
  /// The start of the interval that holds a moment, after vega-time's `floor`.
  ///
  /// Units without a year lie in 2012, a leap year that begins on a Sunday.
  package func floor(_ milliseconds: Double) -> Double? {
    guard let moment = CivilDateTime(milliseconds: milliseconds.rounded(.down)) else { return nil }
    let date = moment.date
    func has(_ part: Part) -> Bool { parts.contains(part) }
    func stepped(_ part: Part, _ value: Int, from first: Int = 0) -> Int {
      guard part == finest, step > 1 else { return value }
      return first + (value - first).flooredQuotient(step) * step
    }
    let year = has(.year) ? stepped(.year, date.year) : 2012
    let month =
      has(.month)
      ? stepped(.month, date.month - 1)
      : has(.quarter) ? 3 * stepped(.quarter, date.quarter - 1) : 0
    let week = date.weekOfYear(startingOn: .sunday)
    let firstDay = CivilDate(year: year, month: 1, day: 1)?.weekday.rawValue ?? 0
    /// The day of January on which a weekday of a week falls.
    func day(ofWeek week: Int, _ weekday: Int) -> Int {
      weekday + week * 7 - (firstDay + 6) % 7
    }
    let day =
      if has(.week), has(.day) {
        stepped(.day, day(ofWeek: week, date.weekday.rawValue), from: 1)
      } else if has(.week) {
        day(ofWeek: stepped(.week, week, from: 1), 0)
      } else if has(.day) {
        stepped(.day, day(ofWeek: 1, date.weekday.rawValue), from: 1)
      } else if has(.date) {
        stepped(.date, date.day, from: 1)
      } else if has(.dayofyear) {
        stepped(.dayofyear, date.dayOfYear, from: 1)
      } else {
        1
      }
    return CivilDateTime(
      year: year, month: month + 1, day: day,
      hour: has(.hours) ? stepped(.hours, moment.hour) : 0,
      minute: has(.minutes) ? stepped(.minutes, moment.minute) : 0,
      second: has(.seconds) ? stepped(.seconds, moment.second) : 0,
      millisecond: has(.milliseconds) ? stepped(.milliseconds, moment.millisecond) : 0
    ).map { Double($0.milliseconds) }
  }

  /// The end of the interval that starts at a moment.
  package func end(_ milliseconds: Double) -> Double? { offset(milliseconds, by: step) }

  /// A moment moved by so many of the finest part.
  package func offset(_ milliseconds: Double, by count: Int) -> Double? {
    CivilDateTime(milliseconds: milliseconds)?.adding(count, finest.calendarUnit).map {
      Double($0.milliseconds)
    }
  }

  /// The length of an interval in 2001, which is no leap year; nil for days of the week, which have no scale.
  package var duration: Double? {
    guard finest != .day, let start = CivilDateTime(year: 2001),
      let end = start.adding(step, finest.calendarUnit)
    else { return nil }
    return Double(end.milliseconds - start.milliseconds)
  }
}

extension TimeUnit.Part {
  package var calendarUnit: CalendarUnit {
    switch self {
    case .year: .year
    case .quarter: .quarter
    case .month: .month
    case .week: .week(startingOn: .sunday)
    case .day, .dayofyear, .date: .day
    case .hours: .hour
    case .minutes: .minute
    case .seconds: .second
    case .milliseconds: .millisecond
    }
  }
}

extension TimeUnit {
  /// The format that shows a unit in a language.
  package func specifier(_ language: Language) -> String {
    switch language {
    case .en: specifier
    case .ko: koreanSpecifier
    }
  }

  /// The larger unit first, each with its word: 2022년 10월.
  private var koreanSpecifier: String {
    let words = parts.map(\.koreanSpecifier)
    let isClock = parts.map { [.hours, .minutes, .seconds, .milliseconds].contains($0) }
    return zip(words, isClock).enumerated().map { index, word in
      index == 0 || word.1 && isClock[index - 1] ? word.0 : " " + word.0
    }.joined()
  }

  /// The format that shows a unit, after vega-time's `timeUnitSpecifier` with Vega-Lite's own year forms.
  package var specifier: String {
    var format = ""
    var rest = parts[...]
    while let first = rest.first {
      if rest.starts(with: [.year, .month, .date]) {
        format += "%b %d, %Y "
        rest = rest.dropFirst(3)
      } else if rest.starts(with: [.year, .month]) {
        format += "%b %Y "
        rest = rest.dropFirst(2)
      } else if rest.starts(with: [.hours, .minutes]) {
        format += "%H:%M"
        rest = rest.dropFirst(2)
      } else {
        format += first.specifier
        rest = rest.dropFirst()
      }
    }
    return format.hasSuffix(" ") ? String(format.dropLast()) : format
  }
}

extension TimeUnit.Part {
  fileprivate var koreanSpecifier: String {
    switch self {
    case .year: "%Y년"
    case .quarter: "%q분기"
    case .month: "%-m월"
    case .week: "%-U주"
    case .day: "%a"
    case .dayofyear: "%-j일째"
    case .date: "%-d일"
    case .hours: "%-H시"
    case .minutes: " %-M분"
    case .seconds: " %-S초"
    case .milliseconds: ".%L"
    }
  }

  fileprivate var specifier: String {
    switch self {
    case .year: "%Y "
    case .quarter: "Q%q "
    case .month: "%b "
    case .week: "W%U "
    case .day: "%a "
    case .dayofyear: "%j "
    case .date: "%d "
    case .hours: "%H:00"
    case .minutes: "00:%M"
    case .seconds: ":%S"
    case .milliseconds: ".%L"
    }
  }
}

/// Vega-Lite's `timeUnit`: two columns for where a date's interval starts and ends.
package struct TimeUnitTransform: Sendable {
  package var field: FieldPath
  package var unit: TimeUnit
  package var start: String
  package var end: String

  package init(_ field: FieldPath, _ unit: TimeUnit, start: String, end: String) {
    self.field = field
    self.unit = unit
    self.start = start
    self.end = end
  }

  package func apply(to frame: Frame) -> Frame {
    var (starts, ends) = ([Datum](), [Datum]())
    for cell in frame.cells(field) {
      let date = TypeFunction.date(cell)
      let start = date.double.flatMap(unit.floor)
      starts.append(start.map { .date($0) } ?? .null)
      ends.append(start.flatMap(unit.end).map { .date($0) } ?? .null)
    }
    var result = frame
    result.set(start, starts)
    result.set(end, ends)
    return result
  }
}
