/// Numbers as SVG and PDF write them: no exponent, no more places than asked for, no trailing zeros.
enum DecimalText {
  private static let mostPlaces = 6
  /// No number takes more bytes: a sign, thirteen digits, the point, the places.
  static let mostBytes = 21

  /// Rounds half away from zero; what isn't a number, or is beyond all paper, is brought into range.
  static func text(_ value: Double, places: Int = 3) -> String {
    String(unsafeUninitializedCapacity: mostBytes) { write(value, places: places, to: $0) }
  }

  /// Writes the number's text to a place with room for `mostBytes`, and tells how many bytes it took.
  static func write(
    _ value: Double, places: Int = 3, to out: UnsafeMutableBufferPointer<UInt8>
  ) -> Int {
    var places = min(max(places, 0), mostPlaces)
    var unit: UInt = 1
    for _ in 0..<places { unit *= 10 }
    let bounded = value.isNaN ? 0 : min(max(value, -1e12), 1e12)
    let scaled = Int((bounded * Double(unit)).rounded())
    var count = 0
    if scaled < 0 {
      out[0] = UInt8(ascii: "-")
      count = 1
    }
    let whole: UInt
    var rest: UInt
    (whole, rest) = scaled.magnitude.quotientAndRemainder(dividingBy: unit)
    count += write(whole, digits: digitCount(whole), to: out, at: count)
    guard rest != 0 else { return count }
    while rest % 10 == 0 {
      rest /= 10
      places -= 1
    }
    out[count] = UInt8(ascii: ".")
    return count + 1 + write(rest, digits: places, to: out, at: count + 1)
  }

  private static func digitCount(_ number: UInt) -> Int {
    var count = 1
    var rest = number
    while rest >= 10 {
      rest /= 10
      count += 1
    }
    return count
  }

  private static func write(
    _ number: UInt, digits: Int, to out: UnsafeMutableBufferPointer<UInt8>, at start: Int
  ) -> Int {
    var rest = number
    for place in stride(from: start + digits - 1, through: start, by: -1) {
      out[place] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
    }
    return digits
  }
}
