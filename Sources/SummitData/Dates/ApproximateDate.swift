package import Formats

/// A date as exactly as it is known: a period, any day up to a period's end, or any day between two periods.
///
/// In EDTF (ISO 8601-2) these are `2020-06`, `[..2022-05-26]` and `[2020-06..2020-09-25]`; the files write
/// `"2020-06"`, `{"by": "2022-05-26"}` and `{"from": "2020-06", "to": "2020-09-25"}`.
package enum ApproximateDate: Sendable, Hashable {
  case within(CalendarPeriod)
  case by(CalendarPeriod)
  case between(CalendarPeriod, CalendarPeriod)

  /// The first day that it allows; nil where it says only "by".
  package var earliestDay: CivilDate? {
    switch self {
    case .within(let period), .between(let period, _): period.firstDay
    case .by: nil
    }
  }

  /// The last day that it allows: where it is drawn.
  package var latestDay: CivilDate {
    switch self {
    case .within(let period), .by(let period), .between(_, let period): period.lastDay
    }
  }

  /// Whether it names one day.
  package var isExact: Bool { earliestDay == latestDay }

  /// How exactly it is known: `day`, `month`, `year`, `by` or `range`.
  package var precision: String {
    switch self {
    case .within(let period):
      switch period.unit {
      case .day: "day"
      case .month: "month"
      case .year: "year"
      }
    case .by: "by"
    case .between: "range"
    }
  }
}
