import Graphics

/// Hue in degrees, saturation and lightness from 0 to 1.
struct HSL {
  var hue: Double
  var saturation: Double
  var lightness: Double

  func color(alpha: Double) -> Color {
    let chroma = lightness < 0.5 ? lightness * saturation : (1 - lightness) * saturation
    func part(_ shift: Double) -> Double {
      var h = (hue + shift).truncatingRemainder(dividingBy: 360)
      if h < 0 { h += 360 }
      let (low, high) = (lightness - chroma, lightness + chroma)
      if h < 60 { return low + (high - low) * h / 60 }
      if h < 180 { return high }
      return h < 240 ? low + (high - low) * (240 - h) / 60 : low
    }
    return Color(red: part(120), green: part(0), blue: part(-120), alpha: alpha)
  }

  init(hue: Double, saturation: Double, lightness: Double) {
    (self.hue, self.saturation, self.lightness) = (hue, saturation, lightness)
  }

  init(_ color: Color) {
    let (r, g, b) = (color.red, color.green, color.blue)
    let (high, low) = (max(r, g, b), min(r, g, b))
    lightness = (high + low) / 2
    let span = high - low
    guard span > 0 else {
      hue = .nan
      saturation = lightness > 0 && lightness < 1 ? 0 : .nan
      return
    }
    saturation = lightness < 0.5 ? span / (high + low) : span / (2 - high - low)
    let sixth =
      r == high
      ? (g - b) / span + (g < b ? 6 : 0) : g == high ? (b - r) / span + 2 : (r - g) / span + 4
    hue = sixth * 60
  }
}

/// CIELAB with the white point D50, as d3-color has it.
struct Lab {
  var lightness: Double
  var a: Double
  var b: Double

  private static let white = (x: 0.96422, y: 1.0, z: 0.82521)

  init(lightness: Double, a: Double, b: Double) {
    (self.lightness, self.a, self.b) = (lightness, a, b)
  }

  init(_ color: Color) {
    func linear(_ c: Double) -> Double {
      c <= 0.04045 ? c / 12.92 : Exact.pow((c + 0.055) / 1.055, 2.4)
    }
    func curve(_ t: Double) -> Double {
      t > 216.0 / 24389 ? Exact.pow(t, 1.0 / 3) : t / (108.0 / 841) + 4.0 / 29
    }
    let (r, g, b) = (linear(color.red), linear(color.green), linear(color.blue))
    let y = curve((0.2225045 * r + 0.7168786 * g + 0.0606169 * b) / Self.white.y)
    let grey = r == g && g == b
    let x = grey ? y : curve((0.4360747 * r + 0.3850649 * g + 0.1430804 * b) / Self.white.x)
    let z = grey ? y : curve((0.0139322 * r + 0.0971045 * g + 0.7141733 * b) / Self.white.z)
    lightness = 116 * y - 16
    a = 500 * (x - y)
    self.b = 200 * (y - z)
  }

  func color(alpha: Double) -> Color {
    func cube(_ t: Double) -> Double {
      t > 6.0 / 29 ? t * t * t : 108.0 / 841 * (t - 4.0 / 29)
    }
    func gamma(_ c: Double) -> Double {
      let value = c <= 0.0031308 ? 12.92 * c : 1.055 * Exact.pow(c, 1 / 2.4) - 0.055
      return min(max(value, 0), 1)
    }
    let fy = (lightness + 16) / 116
    let x = Self.white.x * cube(a.isNaN ? fy : fy + a / 500)
    let y = Self.white.y * cube(fy)
    let z = Self.white.z * cube(b.isNaN ? fy : fy - b / 200)
    return Color(
      red: gamma(3.1338561 * x - 1.6168667 * y - 0.4906146 * z),
      green: gamma(-0.9787684 * x + 1.9161415 * y + 0.0334540 * z),
      blue: gamma(0.0719453 * x - 0.2289914 * y + 1.4052427 * z), alpha: alpha)
  }
}

/// CIELAB in polar form; the hue in degrees, NaN for greys.
struct HCL {
  var hue: Double
  var chroma: Double
  var lightness: Double

  init(hue: Double, chroma: Double, lightness: Double) {
    (self.hue, self.chroma, self.lightness) = (hue, chroma, lightness)
  }

  init(_ color: Color) {
    let lab = Lab(color)
    lightness = lab.lightness
    if lab.a == 0, lab.b == 0 {
      hue = .nan
      chroma = lightness > 0 && lightness < 100 ? 0 : .nan
    } else {
      let degrees = Exact.arctangent(y: lab.b, x: lab.a) * 180 / .pi
      hue = degrees < 0 ? degrees + 360 : degrees
      chroma = (lab.a * lab.a + lab.b * lab.b).squareRoot()
    }
  }

  func color(alpha: Double) -> Color {
    guard !hue.isNaN else { return Lab(lightness: lightness, a: 0, b: 0).color(alpha: alpha) }
    let radians = hue * .pi / 180
    return Lab(
      lightness: lightness, a: Exact.cosine(radians) * chroma, b: Exact.sine(radians) * chroma
    ).color(alpha: alpha)
  }
}
