import Formats

/// Takes dates apart and puts them together; local time is UTC here, so each has a `utc` twin that does the same.
enum TimeFunction: String, Sendable, CaseIterable {
  case now, datetime, utc, time, timezoneoffset
  case year, quarter, month, week, date, day, dayofyear, hours, minutes, seconds, milliseconds
  case utcyear, utcquarter, utcmonth, utcweek, utcdate, utcday, utcdayofyear, utchours
  case utcminutes, utcseconds, utcmilliseconds
  case timeOffset, utcOffset, timeSequence, utcSequence

  var arity: ClosedRange<Int> {
    switch self {
    case .now: 0...0
    case .datetime, .utc: 0...7
    case .timeOffset, .utcOffset: 2...3
    case .timeSequence, .utcSequence: 3...4
    default: 1...1
    }
  }

  func apply(_ arguments: [Datum], now: Double?) -> Datum {
    switch self {
    case .now: return now.map { .number($0) } ?? .null
    case .datetime, .utc:
      guard let first = arguments.first else { return now.map { .date($0) } ?? .null }
      if arguments.count == 1 { return TypeFunction.date(first) }
      let fields = arguments.map(\.asNumber)
      guard let moment = Self.moment(fields) else { return .date(.nan) }
      // `utc` gives a number where `datetime` gives a date.
      return self == .utc ? .number(moment) : .date(moment)
    case .time:
      return TypeFunction.date(arguments[0]).double.map { .number($0) } ?? .null
    case .timezoneoffset: return 0
    case .timeOffset, .utcOffset:
      let count = arguments.count > 2 ? arguments[2].asNumber : 1
      return offset(arguments[0].asText, arguments[1], by: count)
    case .timeSequence, .utcSequence:
      return sequence(
        arguments[0].asText, arguments[1], arguments[2],
        step: arguments.count > 3 ? arguments[3].asNumber : 1)
    default: return field(of: arguments[0])
    }
  }

  /// The moment of year, month from 0, day, hours, minutes, seconds, milliseconds.
  static func moment(_ fields: [Double]) -> Double? {
    guard fields.allSatisfy({ $0.magnitude < 1e12 }) else { return nil }
    func field(_ index: Int, _ standard: Int) -> Int {
      index < fields.count ? Int(fields[index].rounded(.towardZero)) : standard
    }
    let year = field(0, 1970)
    return CivilDateTime(
      year: (0..<100).contains(year) ? year + 1900 : year, month: field(1, 0) + 1,
      day: field(2, 1), hour: field(3, 0), minute: field(4, 0), second: field(5, 0),
      millisecond: field(6, 0)
    ).map { Double($0.milliseconds) }
  }

  private func field(of value: Datum) -> Datum {
    guard let time = TypeFunction.date(value).double, let moment = CivilDateTime(milliseconds: time)
    else { return .number(.nan) }
    let date = moment.date
    let number: Int =
      switch self {
      case .year, .utcyear: date.year
      case .quarter, .utcquarter: date.quarter
      case .month, .utcmonth: date.month - 1
      case .week, .utcweek: date.weekOfYear(startingOn: .sunday)
      case .date, .utcdate: date.day
      case .day, .utcday: date.weekday.rawValue
      case .dayofyear, .utcdayofyear: date.dayOfYear
      case .hours, .utchours: moment.hour
      case .minutes, .utcminutes: moment.minute
      case .seconds, .utcseconds: moment.second
      case .milliseconds, .utcmilliseconds: moment.millisecond
      case .now, .datetime, .utc, .time, .timezoneoffset, .timeOffset, .utcOffset, .timeSequence,
        .utcSequence:
        0
      }
    return .number(Double(number))
  }

  private func offset(_ unit: String, _ value: Datum, by count: Double) -> Datum {
    guard let part = TimeUnit.Part(rawValue: unit), let time = TypeFunction.date(value).double,
      let moment = CivilDateTime(milliseconds: time), count.magnitude < 1e9,
      let moved = moment.adding(Int(count.rounded(.down)), part.calendarUnit)
    else { return .date(.nan) }
    return .date(Double(moved.milliseconds))
  }

  private func sequence(_ unit: String, _ start: Datum, _ stop: Datum, step: Double) -> Datum {
    guard let part = TimeUnit.Part(rawValue: unit), step >= 1, step < 1e9,
      let first = TypeFunction.date(start).double.flatMap({ CivilDateTime(milliseconds: $0) }),
      let last = TypeFunction.date(stop).double.flatMap({ CivilDateTime(milliseconds: $0) })
    else { return [] }
    // Steps are counted from the first, as d3's `interval.range` does it.
    let moments = CalendarInterval(part.calendarUnit)
      .range(first, last, each: Int(step), limit: .max)
    return .list(moments.map { .date(Double($0.milliseconds)) })
  }
}
