/// A moment as date and time of day in UTC.
struct CivilTime {
  private let fields: [Int]

  /// Nil for years that have no four digits.
  init?(secondsSince1970 seconds: Int) {
    // 0000-03-01 to 9999-12-31; outside, the arithmetic below isn't needed.
    guard (-62_162_208_000...253_402_300_799).contains(seconds) else { return nil }
    let days = (seconds - Self.floorModulo(seconds, 86_400)) / 86_400
    let time = Self.floorModulo(seconds, 86_400)
    // Howard Hinnant, "chrono-compatible low-level date algorithms", civil_from_days.
    let shifted = days + 719_468
    let era = (shifted - Self.floorModulo(shifted, 146_097)) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra =
      (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    fields = [
      yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month,
      dayOfYear - (153 * shiftedMonth + 2) / 5 + 1, time / 3600, time / 60 % 60, time % 60,
    ]
  }

  private static func floorModulo(_ a: Int, _ b: Int) -> Int {
    let rest = a % b
    return rest < 0 ? rest + b : rest
  }

  private func padded(_ index: Int, _ width: Int = 2) -> String {
    let digits = String(fields[index])
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }

  /// `D:20221025000000Z` (ISO 32000-1, 7.9.4).
  var pdf: String {
    "D:" + padded(0, 4) + (1...5).map { padded($0) }.joined() + "Z"
  }

  /// `2022-10-25T00:00:00Z`.
  var iso: String {
    "\(padded(0, 4))-\(padded(1))-\(padded(2))T\(padded(3)):\(padded(4)):\(padded(5))Z"
  }
}
