import Formats
import Tables

/// Ticks and round ends of time scales.
enum TimeAxis {
  /// The interval that a tick count or `nice` names: `"month"`, `{"interval": "month", "step": 3}`.
  static func interval(_ datum: Datum) -> CalendarInterval? {
    let name = datum.string ?? datum.record?["interval"]?.string
    let step = datum.record?["step"]?.double ?? 1
    guard let name, step >= 1, step < 1e6 else { return nil }
    let unit: CalendarUnit
    if let part = TimeUnit.Part(rawValue: name) {
      unit = part.calendarUnit
    } else if let part = TimeUnit.Part(rawValue: name + "s") {
      unit = part.calendarUnit
    } else {
      return nil
    }
    return CalendarInterval(unit, every: Int(step))
  }

  static func nice(_ domain: inout [Double], _ value: Datum, isUTC: Bool) {
    guard let first = domain.first.flatMap({ CivilDateTime(milliseconds: $0) }),
      let last = domain.last.flatMap({ CivilDateTime(milliseconds: $0) })
    else { return }
    let count: Double = value.double ?? 10
    guard
      let interval = interval(value)
        ?? TimeTicks.interval(
          from: min(first, last), to: max(first, last), count: count, isUTC: isUTC),
      let low = interval.floor(min(first, last)), let high = interval.ceil(max(first, last))
    else { return }
    let ends = first <= last ? (low, high) : (high, low)
    domain[0] = Double(ends.0.milliseconds)
    domain[domain.count - 1] = Double(ends.1.milliseconds)
  }

  static func ticks(
    _ low: Double, _ high: Double, _ count: TickCount, isUTC: Bool = false
  ) -> [Double] {
    guard let start = CivilDateTime(milliseconds: low), let stop = CivilDateTime(milliseconds: high)
    else { return [] }
    switch count {
    case .about(let number):
      return TimeTicks.ticks(from: start, to: stop, count: number, isUTC: isUTC)
        .map { Double($0.milliseconds) }
    case .every(let interval):
      let (first, last) = (min(start, stop), max(start, stop))
      let end = last.adding(1, .millisecond) ?? last
      return interval.range(first, end).map { Double($0.milliseconds) }
    }
  }
}

/// How many ticks are wanted.
enum TickCount {
  case about(Double)
  case every(CalendarInterval)

  /// As a number of ticks; where an interval is wanted, as many as where nothing is.
  var number: Double { if case .about(let number) = self { number } else { 10 } }
}
