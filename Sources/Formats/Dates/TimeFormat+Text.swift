extension TimeFormat {
  /// The moment's fields at an offset in minutes east of UTC.
  package func string(
    _ moment: CivilDateTime, locale: TimeLocale = .english, offset: Int = 0
  ) -> String {
    // A moment too near to the end of time to be shifted shows its own fields.
    let local = moment.local(offset: offset)
    let fields = Fields(
      moment: moment, local: local ?? moment, offset: local == nil ? 0 : offset, locale: locale)
    return fields.text(parts)
  }
}

/// One moment about to be written.
private struct Fields {
  let moment: CivilDateTime
  let local: CivilDateTime
  let offset: Int
  let locale: TimeLocale
  let date: CivilDate

  init(moment: CivilDateTime, local: CivilDateTime, offset: Int, locale: TimeLocale) {
    self.moment = moment
    self.local = local
    self.offset = offset
    self.locale = locale
    date = local.date
  }

  func text(_ parts: [TimeFormat.Part], depth: Int = 0) -> String {
    var text = ""
    for part in parts {
      switch part {
      case .literal(let literal): text += literal
      case .directive(let directive, let padding):
        if let parts = locale.expansion(of: directive) {
          if depth < TimeLocale.depth { text += self.text(parts, depth: depth + 1) }
        } else {
          let fill = padding ?? (directive == .spacePaddedDay ? .space : .zero)
          text += self.text(directive, fill.fill)
        }
      }
    }
    return text
  }

  private func text(_ directive: TimeFormat.Directive, _ fill: String) -> String {
    switch directive {
    case .shortWeekday: name(locale.shortDays, date.weekday.rawValue)
    case .weekday: name(locale.days, date.weekday.rawValue)
    case .shortMonth: name(locale.shortMonths, date.month - 1)
    case .month: name(locale.months, date.month - 1)
    case .localeDateTime, .localeDate, .localeTime: ""  // stand for other directives
    case .day, .spacePaddedDay: date.day.padded(2, with: fill)
    case .microsecond: local.millisecond.padded(3, with: fill) + "000"
    case .shortISOYear: (date.isoWeek.year % 100).padded(2, with: fill)
    case .isoYear: (date.isoWeek.year % 10_000).padded(4, with: fill)
    case .hour24: local.hour.padded(2, with: fill)
    case .hour12: (local.hour % 12 == 0 ? 12 : local.hour % 12).padded(2, with: fill)
    case .dayOfYear: date.dayOfYear.padded(3, with: fill)
    case .millisecond: local.millisecond.padded(3, with: fill)
    case .monthNumber: date.month.padded(2, with: fill)
    case .minute: local.minute.padded(2, with: fill)
    case .period: name(locale.periods, local.hour / 12)
    case .quarter: String(date.quarter)
    case .unixMilliseconds: String(moment.milliseconds)
    case .unixSeconds: String(moment.milliseconds.flooredQuotient(1000))
    case .second: local.second.padded(2, with: fill)
    case .isoWeekdayNumber: String(date.weekday.isoNumber)
    case .sundayWeek: date.weekOfYear(startingOn: .sunday).padded(2, with: fill)
    case .isoWeek: date.isoWeek.week.padded(2, with: fill)
    case .weekdayNumber: String(date.weekday.rawValue)
    case .mondayWeek: date.weekOfYear(startingOn: .monday).padded(2, with: fill)
    case .shortYear: (date.year % 100).padded(2, with: fill)
    case .year: (date.year % 10_000).padded(4, with: fill)
    case .zone:
      (offset < 0 ? "-" : "+") + (abs(offset) / 60).padded(2) + (abs(offset) % 60).padded(2)
    case .percent: "%"
    }
  }

  private func name(_ names: [String], _ index: Int) -> String {
    names.indices ~= index ? names[index] : ""
  }
}
