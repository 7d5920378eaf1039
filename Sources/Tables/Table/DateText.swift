import Formats

/// Dates as texts: read as `Date.parse` reads them, written as ISO 8601.
package enum DateText {
  /// `2022-10-25` at midnight, else `2022-10-25T09:30:00.000Z`; nil for a time that is none.
  package static func iso(_ milliseconds: Double) -> String? {
    guard let moment = CivilDateTime(milliseconds: milliseconds) else { return nil }
    return moment.millisecondOfDay == 0 ? "\(moment.date)" : "\(moment)"
  }

  /// Milliseconds since 1970 UTC; nil for a text that is no date. Without an offset a time is UTC.
  package static func milliseconds(_ text: String) -> Double? {
    if let date = ISODate(text) { return Double(date.start.milliseconds) }
    var reader = LooseDateReader(text)
    return reader.read()
  }
}

/// Reads the forms JavaScript's engines accept beyond ISO 8601: `Jan 1 2000`, `1/31/2000`, `25 Dec 1995 13:30 GMT`.
private struct LooseDateReader {
  private let bytes: [UInt8]
  private var position = 0
  private var numbers: [(value: Int, digits: Int)] = []
  private var time: [Int] = []
  private var fraction = 0
  private var month: Int?
  /// How many numbers stood before the month's name.
  private var afternoon: Bool?
  private var offset = 0

  init(_ text: String) {
    bytes = Array(text.utf8)
  }

  mutating func read() -> Double? {
    guard bytes.count <= 100 else { return nil }
    while position < bytes.count {
      let byte = bytes[position]
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"):
        guard number() else { return nil }
      case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"):
        guard word() else { return nil }
      case UInt8(ascii: "+"), UInt8(ascii: "-"):
        guard sign() else { return nil }
      case UInt8(ascii: "("):
        while position < bytes.count, bytes[position] != UInt8(ascii: ")") { position += 1 }
        position += 1
      case UInt8(ascii: " "), UInt8(ascii: ","), UInt8(ascii: "/"), UInt8(ascii: "."):
        position += 1
      default: return nil
      }
    }
    return moment()
  }

  private mutating func digits() -> (value: Int, digits: Int)? {
    let start = position
    var value = 0
    while position < bytes.count, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[position])
    {
      value = value * 10 + Int(bytes[position] - UInt8(ascii: "0"))
      position += 1
      if position - start > 9 { return nil }
    }
    return position > start ? (value, position - start) : nil
  }

  private mutating func number() -> Bool {
    guard let first = digits() else { return false }
    guard position < bytes.count, bytes[position] == UInt8(ascii: ":") else {
      numbers.append(first)
      return numbers.count <= 3
    }
    guard time.isEmpty else { return false }
    time = [first.value]
    while position < bytes.count, bytes[position] == UInt8(ascii: ":"), time.count < 3 {
      position += 1
      guard let next = digits() else { return false }
      time.append(next.value)
    }
    if position < bytes.count, bytes[position] == UInt8(ascii: ".") {
      position += 1
      guard let part = digits() else { return false }
      fraction = Int(Double(part.value) / (0..<part.digits).reduce(1.0) { x, _ in x * 10 } * 1000)
    }
    return true
  }

  private static let months = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]
  private static let weekdays: Set<String> = ["sun", "mon", "tue", "wed", "thu", "fri", "sat"]

  private mutating func word() -> Bool {
    let start = position
    while position < bytes.count,
      (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(bytes[position] | 0x20)
    {
      position += 1
    }
    let word = String(decoding: bytes[start..<position], as: UTF8.self).lowercased()
    let stem = String(word.prefix(3))
    if let index = Self.months.firstIndex(of: stem) {
      guard month == nil else { return false }
      month = index + 1
      return true
    }
    if Self.weekdays.contains(stem) { return true }
    switch word {
    case "am": afternoon = false
    case "pm": afternoon = true
    case "z", "gmt", "utc", "t": break
    default: return false
    }
    return true
  }

  private mutating func sign() -> Bool {
    let negative = bytes[position] == UInt8(ascii: "-")
    position += 1
    // Before the time a hyphen only separates: 12-Jan-1998.
    guard !time.isEmpty else { return true }
    guard let zone = digits() else { return false }
    var minutes = zone.digits <= 2 ? zone.value * 60 : zone.value / 100 * 60 + zone.value % 100
    if position < bytes.count, bytes[position] == UInt8(ascii: ":") {
      position += 1
      guard let rest = digits() else { return false }
      minutes += rest.value
    }
    offset = negative ? -minutes : minutes
    return minutes <= 24 * 60
  }

  private func moment() -> Double? {
    let date: (year: Int, month: Int, day: Int)
    switch (month, numbers.count) {
    case (let month?, 1):
      date = numbers[0].digits > 2 ? (numbers[0].value, month, 1) : (2001, month, numbers[0].value)
    case (let month?, 2):
      date =
        numbers[0].digits > 2
        ? (numbers[0].value, month, numbers[1].value) : (year(numbers[1]), month, numbers[0].value)
    case (nil, 3):
      date =
        numbers[0].digits > 2
        ? (numbers[0].value, numbers[1].value, numbers[2].value)
        : (year(numbers[2]), numbers[0].value, numbers[1].value)
    case (nil, 2) where numbers[0].digits > 2: date = (numbers[0].value, numbers[1].value, 1)
    default: return nil
    }
    guard (1...12).contains(date.month), (1...31).contains(date.day) else { return nil }
    var hour = time.first ?? 0
    if let afternoon {
      guard (1...12).contains(hour) else { return nil }
      hour = hour % 12 + (afternoon ? 12 : 0)
    }
    let minute = time.count > 1 ? time[1] : 0
    let second = time.count > 2 ? time[2] : 0
    guard hour <= 24, minute < 60, second < 60,
      let moment = CivilDateTime(
        year: date.year, month: date.month, day: date.day, hour: hour, minute: minute - offset,
        second: second, millisecond: fraction)
    else { return nil }
    return Double(moment.milliseconds)
  }

  /// Two digits are of 1950 to 2049.
  private func year(_ number: (value: Int, digits: Int)) -> Int {
    number.digits > 2 ? number.value : number.value + (number.value < 50 ? 2000 : 1900)
  }
}
