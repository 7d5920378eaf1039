import Graphics

/// A gradient as an SVG element (SVG 1.1, 13.2).
enum SVGGradient {
  static func element(_ gradient: Gradient, id: String) -> String {
    func attribute(_ name: String, _ value: Double) -> String {
      " \(name)=\"\(DecimalText.text(value))\""
    }
    let name: String
    var text: String
    switch gradient.shape {
    case .linear(let from, let to):
      name = "linearGradient"
      text =
        attribute("x1", from.x) + attribute("y1", from.y) + attribute("x2", to.x)
        + attribute("y2", to.y)
    case .radial(let from, _, let to, let endRadius):
      name = "radialGradient"
      text =
        attribute("fx", from.x) + attribute("fy", from.y) + attribute("cx", to.x)
        + attribute("cy", to.y) + attribute("r", endRadius)
    }
    let map = gradient.transform
    let numbers = [map.a, map.b, map.c, map.d, map.tx, map.ty].map { DecimalText.text($0) }
    text += " gradientUnits=\"userSpaceOnUse\""
    text += " gradientTransform=\"matrix(\(numbers.joined(separator: " ")))\""
    var element = "<\(name) id=\"\(id.xml)\"\(text)>"
    for stop in gradient.stops {
      var opaque = stop.color
      opaque.alpha = 1
      element += "<stop\(attribute("offset", stop.offset)) stop-color=\"\(opaque.hex)\""
      if stop.color.alpha < 1 { element += attribute("stop-opacity", stop.color.alpha) }
      element += "/>"
    }
    return element + "</\(name)>\n"
  }
}
