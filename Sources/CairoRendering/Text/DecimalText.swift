/// Numbers as SVG and PDF write them: no exponent, no more places than asked for, no trailing zeros.
enum DecimalText {
  /// Rounds half away from zero; what isn't a number, or is beyond all paper, is brought into range.
  static func text(_ value: Double, places: Int = 3) -> String {
    let powers = [1.0, 10, 100, 1000, 10_000, 100_000, 1_000_000]
    let scale = powers[min(max(places, 0), powers.count - 1)]
    let bounded = value.isNaN ? 0 : min(max(value, -1e12), 1e12)
    let scaled = Int((bounded * scale).rounded())
    guard scaled != 0 else { return "0" }
    let magnitude = scaled.magnitude
    let unit = UInt(scale)
    var text = scaled < 0 ? "-\(magnitude / unit)" : "\(magnitude / unit)"
    var rest = magnitude % unit
    guard rest != 0 else { return text }
    var digits = places
    while rest % 10 == 0 {
      rest /= 10
      digits -= 1
    }
    let fraction = String(rest)
    text += "." + String(repeating: "0", count: digits - fraction.count) + fraction
    return text
  }
}
