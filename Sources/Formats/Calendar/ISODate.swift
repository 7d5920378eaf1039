/// A date as written in ISO 8601, with as much of it as was written.
///
/// Reads `2022`, `2022-10`, `2022-10-25`, `2022-10-25T09:30`, `…:30`, `…:30.125`, each time with `Z`, `+09:00` or nothing
/// (UTC) behind it. The years are four digits.
package struct ISODate: Sendable, Hashable {
  package enum Precision: Int, Sendable, Hashable {
    case year
    case month
    case day
    case time
  }

  /// The first moment of what is written.
  package var start: CivilDateTime
  package var precision: Precision

  package init(_ start: CivilDateTime, precision: Precision = .time) {
    self.start = start
    self.precision = precision
  }

  package init(_ date: CivilDate) {
    self.init(CivilDateTime(date), precision: .day)
  }

  package init?(_ text: String) {
    var reader = DigitReader(Array(text.utf8))
    guard let year = reader.number(digits: 4) else { return nil }
    var month = 1
    var day = 1
    var time = 0
    precision = .year
    if reader.skip("-") {
      guard let number = reader.number(digits: 2) else { return nil }
      month = number
      precision = .month
      if reader.skip("-") {
        guard let number = reader.number(digits: 2) else { return nil }
        day = number
        precision = .day
        if reader.skip("T") || reader.skip(" ") {
          guard let number = reader.millisecondsOfTime() else { return nil }
          time = number
          precision = .time
        }
      }
    }
    guard reader.isAtEnd, let date = CivilDate(year: year, month: month, day: day),
      let start = CivilDateTime(milliseconds: CivilDateTime(date).milliseconds + time)
    else { return nil }
    self.start = start
  }
}

/// Reads fixed runs of digits from the front of a text.
private struct DigitReader {
  let bytes: [UInt8]
  var position = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  var isAtEnd: Bool { position == bytes.count }

  mutating func skip(_ character: Unicode.Scalar) -> Bool {
    guard position < bytes.count, UInt32(bytes[position]) == character.value else { return false }
    position += 1
    return true
  }

  mutating func number(digits: Int) -> Int? {
    guard bytes.count - position >= digits else { return nil }
    var number = 0
    for byte in bytes[position..<position + digits] {
      guard 0x30...0x39 ~= byte else { return nil }
      number = number * 10 + Int(byte - 0x30)
    }
    position += digits
    return number
  }

  /// `hh:mm[:ss[.fraction]][zone]` as milliseconds, the zone taken off.
  mutating func millisecondsOfTime() -> Int? {
    guard let hour = number(digits: 2), skip(":"), let minute = number(digits: 2), hour <= 24,
      minute < 60
    else { return nil }
    var time = hour * 3_600_000 + minute * 60_000
    if skip(":") {
      guard let second = number(digits: 2), second < 60 else { return nil }
      time += second * 1000
      if skip(".") {
        guard let tenths = number(digits: 1) else { return nil }
        time += tenths * 100
        time += (number(digits: 1) ?? 0) * 10
        time += number(digits: 1) ?? 0
        while number(digits: 1) != nil {}
      }
    }
    guard time <= CivilDateTime.millisecondsADay else { return nil }
    if skip("Z") || isAtEnd { return time }
    let east = skip("+")
    guard east || skip("-"), let hours = number(digits: 2) else { return nil }
    _ = skip(":")
    guard let minutes = number(digits: 2), hours < 24, minutes < 60 else { return nil }
    return time - (east ? 1 : -1) * (hours * 60 + minutes) * 60_000
  }
}

extension ISODate: CustomStringConvertible {
  /// As much as was written: `2022-10`.
  package var description: String {
    let date = start.date
    let text = date.description
    switch precision {
    case .year: return String(text.dropLast(6))
    case .month: return String(text.dropLast(3))
    case .day: return text
    case .time: return start.description
    }
  }
}
