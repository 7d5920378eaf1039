import Graphics
import Inputs
import Tables

/// Font properties of a text, by the prefix that a guide gives them: `labelFontSize`, `titleFontSize`, `fontSize`.
struct TextFace {
  var style: TextStyle
  var lineHeight: Double
  var limit: Double

  /// `style` has the same properties without the prefix, `fill` for the colour; it stands under the others.
  init(
    _ properties: Properties, prefix: String = "", fill: String? = nil,
    under style: Properties? = nil, standardSize: Double = 11
  ) {
    let run = properties.run
    func key(_ name: String) -> String {
      prefix.isEmpty ? name : prefix + name.prefix(1).uppercased() + name.dropFirst()
    }
    func number(_ name: String) -> Double? { properties.number(key(name)) ?? style?.number(name) }
    let size = max(0, number("fontSize") ?? standardSize)
    let color =
      (Self.constantColor(properties, fill ?? key("color")) ?? style?.color("fill") ?? .some(.black))
      ?? nil
    let opacity = prefix.isEmpty ? 1 : number("opacity") ?? 1
    let slant = properties.string(key("fontStyle")) ?? style?.string("fontStyle")
    self.style = TextStyle(
      family: properties.string(key("font")) ?? style?.string("font")
        ?? run.configuration.value("font")?.value.string ?? run.environment.fontFamily,
      size: size,
      weight: Self.weight(properties.datum(key("fontWeight")) ?? style?.datum("fontWeight")),
      slant: slant == "italic" || slant == "oblique" ? .italic : .upright,
      color: (color ?? .black).opacity(color == nil ? 0 : opacity))
    lineHeight = number("lineHeight") ?? size + 2
    limit = number("limit") ?? 0
  }

  /// A colour, but for one that depends on the row: that comes later.
  private static func constantColor(_ properties: Properties, _ key: String) -> Color?? {
    guard properties.isNull(key) || properties.property(key)?.isConstant ?? false else {
      return nil
    }
    return properties.color(key)
  }

  static func weight(_ datum: Datum?) -> TextStyle.Weight {
    guard let datum else { return .regular }
    if let number = datum.double {
      let nearest = TextStyle.Weight.allCases.min {
        abs(Double($0.rawValue) - number) < abs(Double($1.rawValue) - number)
      }
      return nearest ?? .regular
    }
    switch datum.asText {
    case "bold", "bolder": return .bold
    case "lighter": return .light
    default: return .regular
    }
  }
}

extension Color {
  /// The colour with its alpha multiplied.
  func opacity(_ share: Double) -> Color {
    var result = self
    result.alpha *= min(max(share, 0), 1)
    return result
  }
}
