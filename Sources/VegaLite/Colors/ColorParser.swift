import Graphics

/// Reads colours as CSS writes them.
enum ColorParser {
  /// The colour, nil within for `transparent` and `none`; nil for a text that is no colour.
  static func color(_ text: String) -> Color?? {
    let text = text.lowercased().filter { !$0.isWhitespace || $0 == " " }
    if text == "transparent" || text == "none" { return .some(nil) }
    if text.hasPrefix("#") { return hex(text.utf8.dropFirst()).map { .some($0) } }
    if let rgb = ColorNames.values[text] { return Color(rgb) }
    guard let open = text.firstIndex(of: "("), text.hasSuffix(")") else { return nil }
    let name = text[..<open]
    let parts = text[text.index(after: open)...].dropLast()
      .split(whereSeparator: { $0 == "," || $0 == "/" || $0 == " " })
    guard parts.count == 3 || parts.count == 4 else { return nil }
    let alpha = parts.count == 4 ? component(parts[3], of: 1) : 1
    guard let alpha else { return nil }
    switch name {
    case "rgb", "rgba":
      let values = parts.prefix(3).compactMap { component($0, of: 255) }
      guard values.count == 3 else { return nil }
      return Color(
        red: unit(values[0] / 255), green: unit(values[1] / 255), blue: unit(values[2] / 255),
        alpha: unit(alpha))
    case "hsl", "hsla":
      let hue = Double(parts[0].hasSuffix("deg") ? parts[0].dropLast(3) : parts[0])
      guard let hue, let saturation = component(parts[1], of: 1),
        let lightness = component(parts[2], of: 1)
      else { return nil }
      return HSL(hue: hue, saturation: unit(saturation), lightness: unit(lightness)).color(
        alpha: unit(alpha))
    default: return nil
    }
  }

  private static func unit(_ value: Double) -> Double { min(max(value, 0), 1) }

  /// A number, or a percentage of a whole.
  private static func component(_ text: Substring, of whole: Double) -> Double? {
    if text.hasSuffix("%") { return Double(text.dropLast()).map { $0 / 100 * whole } }
    return Double(text)
  }

  private static func hex(_ digits: Substring.UTF8View) -> Color? {
    let values = digits.compactMap { byte -> Double? in
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): Double(byte - UInt8(ascii: "0"))
      case UInt8(ascii: "a")...UInt8(ascii: "f"): Double(byte - UInt8(ascii: "a") + 10)
      default: nil
      }
    }
    guard values.count == digits.count else { return nil }
    let parts: [Double]
    switch values.count {
    case 3, 4: parts = values.map { $0 * 17 }
    case 6, 8:
      parts = stride(from: 0, to: values.count, by: 2).map { values[$0] * 16 + values[$0 + 1] }
    default: return nil
    }
    return Color(
      red: parts[0] / 255, green: parts[1] / 255, blue: parts[2] / 255,
      alpha: parts.count == 4 ? parts[3] / 255 : 1)
  }
}
