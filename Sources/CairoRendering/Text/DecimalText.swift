/// Numbers as SVG and PDF write them: no exponent, no more places than asked for, no trailing zeros.
enum DecimalText {
  private static let mostPlaces = 6

  /// Rounds half away from zero; what isn't a number, or is beyond all paper, is brought into range.
  static func text(_ value: Double, places: Int = 3) -> String {
    var bytes: [UInt8] = []
    append(value, places: places, to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Writes the number's text behind what is there.
  static func append(_ value: Double, places: Int = 3, to out: inout [UInt8]) {
    var places = min(max(places, 0), mostPlaces)
    var unit: UInt = 1
    for _ in 0..<places { unit *= 10 }
    let bounded = value.isNaN ? 0 : min(max(value, -1e12), 1e12)
    let scaled = Int((bounded * Double(unit)).rounded())
    if scaled < 0 { out.append(UInt8(ascii: "-")) }
    let whole: UInt
    var rest: UInt
    (whole, rest) = scaled.magnitude.quotientAndRemainder(dividingBy: unit)
    append(digitsOf: whole, atLeast: 1, to: &out)
    guard rest != 0 else { return }
    while rest % 10 == 0 {
      rest /= 10
      places -= 1
    }
    out.append(UInt8(ascii: "."))
    append(digitsOf: rest, atLeast: places, to: &out)
  }

  private static func append(digitsOf number: UInt, atLeast least: Int, to out: inout [UInt8]) {
    withUnsafeTemporaryAllocation(of: UInt8.self, capacity: 20) { digits in
      var rest = number
      var start = digits.count
      repeat {
        start -= 1
        digits[start] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
        rest /= 10
      } while rest > 0 || digits.count - start < least
      out.append(contentsOf: UnsafeBufferPointer(rebasing: digits[start...]))
    }
  }
}
