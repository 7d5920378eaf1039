import Diagnostics
import Formats
import Inputs

/// The date that a report is printed with: an ISO date as its language writes it, any other text as it stands.
struct ReportDate {
  /// Digits and hyphens that begin with a year.
  private static func looksLikeDate(_ text: String) -> Bool {
    text.count >= 6 && text.prefix(4).allSatisfy(\.isNumber) && text.dropFirst(4).first == "-"
      && text.allSatisfy { $0.isNumber || $0 == "-" }
  }

  private(set) var text: [Inline]
  /// The day it names, where it names one.
  private(set) var day: CivilDate?
  private(set) var warning: Diagnostic?

  /// - Parameter timeZone: Minutes that the day begins before UTC's.
  init(
    _ text: [Inline], language: Language, clock: WallClock, timeZone: Int,
    at location: SourceLocation?
  ) {
    self.text = text
    var written = text.plainText
    if written == "today",
      let now = CivilDateTime(milliseconds: Double(clock.now() + timeZone * 60) * 1000)
    {
      written = now.date.description
      warning = .warning(
        "report.today", "the date is the day of rendering: \(written)", at: location,
        hints: ["for the same document on any day, write the date, or set SOURCE_DATE_EPOCH"])
    }
    guard let date = ISODate(written) else {
      if Self.looksLikeDate(written) {
        warning = .warning(
          "report.date", "\"\(written)\" is no day of the calendar, and is printed as it stands",
          at: location, hints: ["write a date as 2022-10-25, 2022-10 or 2022"])
      }
      return
    }
    let isDay = date.precision == .day || date.precision == .time
    day = isDay ? date.start.date : nil
    guard let format = try? ValueFormat.parse("date-long"),
      let printed = try? format.string(.date(date), language: language)
    else { return }
    if case .value(var value)? = text.first, text.count == 1 {
      value.text = printed
      self.text = [.value(value)]
    } else {
      self.text = [.text(printed)]
    }
  }
}
