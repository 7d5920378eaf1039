import Formats
package import Inputs

/// Vega-Lite's date-time objects: `{"year": 2012, "month": "jan", "date": 1}`.
package enum CalendarFields {
  private static let names: Set<String> = [
    "year", "quarter", "month", "date", "day", "hours", "minutes", "seconds", "milliseconds", "utc",
  ]
  private static let months = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]
  private static let days = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"]

  /// The moment of an object all of whose keys are calendar fields; nil for any other value.
  package static func milliseconds(_ value: Value) -> Double? {
    guard let object = value.object, !object.members.isEmpty,
      object.members.allSatisfy({ names.contains($0.key) })
    else { return nil }
    func number(_ key: String) -> Int? {
      guard let number = object[key]?.double, number.magnitude < 1e9 else { return nil }
      return Int(number)
    }
    func position(_ key: String, in words: [String]) -> Int? {
      guard let word = object[key]?.string?.lowercased() else { return nil }
      return words.firstIndex(of: String(word.prefix(3)))
    }
    let month =
      number("month").map { $0 - 1 } ?? position("month", in: months)
      ?? number("quarter").map { ($0 - 1) * 3 } ?? 0
    let day = number("date") ?? (number("day") ?? position("day", in: days)).map { $0 + 1 } ?? 1
    // A year left out is 2012, as with time units.
    return CivilDateTime(
      year: number("year") ?? 2012, month: month + 1, day: day, hour: number("hours") ?? 0,
      minute: number("minutes") ?? 0, second: number("seconds") ?? 0,
      millisecond: number("milliseconds") ?? 0
    ).map { Double($0.milliseconds) }
  }

  /// A value of a specification as data: date-time objects become dates.
  package static func datum(_ value: Value) -> Datum {
    milliseconds(value).map { .date($0) } ?? Datum(value)
  }
}
