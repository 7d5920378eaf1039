import Graphics

/// The space in which colours between two are found.
enum ColorInterpolation: String, Sendable, CaseIterable {
  case rgb, hsl, lab, hcl, cubehelix
  case hslLong = "hsl-long"
  case hclLong = "hcl-long"
  case cubehelixLong = "cubehelix-long"

  /// The colour a share of the way from one to another.
  func color(_ from: Color, _ to: Color, _ t: Double) -> Color {
    let alpha = mix(from.alpha, to.alpha, t)
    switch self {
    case .rgb:
      func part(_ a: Double, _ b: Double) -> Double { min(max(mix(a, b, t), 0), 1) }
      return Color(
        red: part(from.red, to.red), green: part(from.green, to.green),
        blue: part(from.blue, to.blue), alpha: alpha)
    case .hsl, .hslLong:
      let (a, b) = (HSL(from), HSL(to))
      return HSL(
        hue: hue(a.hue, b.hue, t), saturation: mix(a.saturation, b.saturation, t),
        lightness: mix(a.lightness, b.lightness, t)
      ).color(alpha: alpha)
    case .lab:
      let (a, b) = (Lab(from), Lab(to))
      return Lab(
        lightness: mix(a.lightness, b.lightness, t), a: mix(a.a, b.a, t), b: mix(a.b, b.b, t)
      ).color(alpha: alpha)
    case .hcl, .hclLong:
      let (a, b) = (HCL(from), HCL(to))
      return HCL(
        hue: hue(a.hue, b.hue, t), chroma: mix(a.chroma, b.chroma, t),
        lightness: mix(a.lightness, b.lightness, t)
      ).color(alpha: alpha)
    case .cubehelix, .cubehelixLong:
      let (a, b) = (Cubehelix(from), Cubehelix(to))
      return Cubehelix(
        hue: hue(a.hue, b.hue, t), saturation: mix(a.saturation, b.saturation, t),
        lightness: mix(a.lightness, b.lightness, t)
      ).color(alpha: alpha)
    }
  }

  /// The colour at a share of the way through several, evenly spaced; beyond the ends it goes on as it went.
  func color(through colors: [Color], at t: Double) -> Color {
    guard let first = colors.first, colors.count > 1 else { return colors.first ?? .black }
    if t.isNaN { return first }
    let place = min(max(t, -100), 100) * Double(colors.count - 1)
    let index = min(max(Int(place.rounded(.down)), 0), colors.count - 2)
    return color(colors[index], colors[index + 1], place - Double(index))
  }

  /// A missing part is taken from the other colour.
  private func mix(_ a: Double, _ b: Double, _ t: Double) -> Double {
    if a.isNaN { return b }
    return b.isNaN ? a : a + (b - a) * t
  }

  private func hue(_ a: Double, _ b: Double, _ t: Double) -> Double {
    if a.isNaN { return b }
    if b.isNaN { return a }
    var distance = b - a
    switch self {
    case .hsl, .hcl, .cubehelix:
      if distance > 180 || distance < -180 { distance -= 360 * (distance / 360).rounded() }
    case .hslLong, .hclLong, .cubehelixLong, .rgb, .lab: break
    }
    return a + distance * t
  }
}

/// Dave Green's cubehelix, as d3-color has it.
struct Cubehelix {
  var hue: Double
  var saturation: Double
  var lightness: Double

  private static let (a, b, c, d, e) = (-0.14861, 1.78277, -0.29227, -0.90649, 1.97294)

  init(hue: Double, saturation: Double, lightness: Double) {
    (self.hue, self.saturation, self.lightness) = (hue, saturation, lightness)
  }

  init(_ color: Color) {
    let ed = Self.e * Self.d
    let eb = Self.e * Self.b
    let mixed = Self.b * Self.c - Self.a * Self.d
    let l = (mixed * color.blue + ed * color.red - eb * color.green) / (mixed + ed - eb)
    let bl = color.blue - l
    let k = (Self.e * (color.green - l) - Self.c * bl) / Self.d
    let length = (k * k + bl * bl).squareRoot()
    lightness = l
    saturation = length / (Self.e * l * (1 - l))
    hue = length > 0 ? Exact.arctangent(y: k, x: bl) * 180 / .pi - 120 : .nan
    if hue < 0 { hue += 360 }
  }

  func color(alpha: Double) -> Color {
    let radians = hue.isNaN ? 0 : (hue + 120) * .pi / 180
    let amplitude = saturation.isNaN ? 0 : saturation * lightness * (1 - lightness)
    let (cosine, sine) = (Exact.cosine(radians), Exact.sine(radians))
    func unit(_ value: Double) -> Double { min(max(value, 0), 1) }
    return Color(
      red: unit(lightness + amplitude * (Self.a * cosine + Self.b * sine)),
      green: unit(lightness + amplitude * (Self.c * cosine + Self.d * sine)),
      blue: unit(lightness + amplitude * (Self.e * cosine)), alpha: alpha)
  }
}
