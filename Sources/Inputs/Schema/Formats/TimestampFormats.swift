import Formats

/// `date`, `time` and `date-time` (RFC 3339, section 5.6).
enum TimestampFormats {
  static func isDate(_ text: String) -> Bool {
    var scanner = ByteScanner(text)
    return date(&scanner) && scanner.isAtEnd
  }

  static func isTime(_ text: String) -> Bool {
    var scanner = ByteScanner(text)
    return time(&scanner) && scanner.isAtEnd
  }

  static func isDateTime(_ text: String) -> Bool {
    var scanner = ByteScanner(text)
    guard date(&scanner), scanner.skip("T") || scanner.skip("t") else { return false }
    return time(&scanner) && scanner.isAtEnd
  }

  private static func date(_ scanner: inout ByteScanner) -> Bool {
    guard let year = scanner.number(digits: 4), scanner.skip("-"),
      let month = scanner.number(digits: 2), scanner.skip("-"),
      let day = scanner.number(digits: 2)
    else { return false }
    return CivilDate(year: year, month: month, day: day) != nil
  }

  private static func time(_ scanner: inout ByteScanner) -> Bool {
    guard let hour = scanner.number(digits: 2), scanner.skip(":"),
      let minute = scanner.number(digits: 2), scanner.skip(":"),
      let second = scanner.number(digits: 2), hour < 24, minute < 60, second <= 60
    else { return false }
    if scanner.skip("."), scanner.take(while: \.isDigit).isEmpty { return false }
    var offset = 0
    if !scanner.skip("Z"), !scanner.skip("z") {
      let isEast = scanner.skip("+")
      guard isEast || scanner.skip("-"), let hours = scanner.number(digits: 2), scanner.skip(":"),
        let minutes = scanner.number(digits: 2), hours < 24, minutes < 60
      else { return false }
      offset = (isEast ? 1 : -1) * (hours * 60 + minutes)
    }
    // A leap second ends a day of UTC (RFC 3339, appendix D).
    let minuteOfDay = (hour * 60 + minute - offset + 2 * 1440) % 1440
    return second < 60 || minuteOfDay == 1439
  }
}
