/// A colour as CIE 1976 (L*, a*, b*) under the white point D65.
package struct LabColor: Sendable, Hashable {
  /// Lightness, 0 to 100.
  package var l: Double
  package var a: Double
  package var b: Double

  package init(l: Double, a: Double, b: Double) {
    (self.l, self.a, self.b) = (l, a, b)
  }

  /// The colour of sRGB, whatever its alpha.
  package init(_ color: Color) {
    self.init(color.linear)
  }

  /// Of linear light (IEC 61966-2-1).
  init(_ light: LinearColor) {
    let (r, g, b) = (light.red, light.green, light.blue)
    func curve(_ t: Double) -> Double {
      t > 216.0 / 24389 ? Exact.pow(t, 1.0 / 3) : (24389.0 / 27 * t + 16) / 116
    }
    let x = curve((0.412_456_4 * r + 0.357_576_1 * g + 0.180_437_5 * b) / 0.95047)
    let y = curve(0.212_672_9 * r + 0.715_152_2 * g + 0.072_175_0 * b)
    let z = curve((0.019_333_9 * r + 0.119_192_0 * g + 0.950_304_1 * b) / 1.08883)
    self.init(l: 116 * y - 16, a: 500 * (x - y), b: 200 * (y - z))
  }

  /// How different two colours look: CIEDE2000, about 1 where a difference can just be seen.
  ///
  /// Sharma, Wu, Dalal: "The CIEDE2000 color-difference formula: implementation notes", Color Research & Application 30
  /// (2005), with all weights 1.
  package func difference(from other: LabColor) -> Double {
    let meanChroma = (chroma(a) + other.chroma(other.a)) / 2
    let g = 0.5 * (1 - Self.seventh(meanChroma))
    let (a1, a2) = (a * (1 + g), other.a * (1 + g))
    let (c1, c2) = (chroma(a1), other.chroma(a2))
    let (h1, h2) = (hue(a1), other.hue(a2))
    var (turn, meanHue) = (0.0, h1 + h2)
    if c1 * c2 != 0 {
      turn = h2 - h1
      if turn > 180 { turn -= 360 }
      if turn < -180 { turn += 360 }
      meanHue = (h1 + h2) / 2
      if abs(h1 - h2) > 180 { meanHue += h1 + h2 < 360 ? 180 : -180 }
    }
    let deltaHue = 2 * (c1 * c2).squareRoot() * Self.sine(turn / 2)
    let meanL = (l + other.l) / 2
    let meanC = (c1 + c2) / 2
    let t =
      1 - 0.17 * Self.cosine(meanHue - 30) + 0.24 * Self.cosine(2 * meanHue)
      + 0.32 * Self.cosine(3 * meanHue + 6) - 0.20 * Self.cosine(4 * meanHue - 63)
    let fromMiddle = (meanL - 50) * (meanL - 50)
    let lightness = (other.l - l) / (1 + 0.015 * fromMiddle / (20 + fromMiddle).squareRoot())
    let chroma = (c2 - c1) / (1 + 0.045 * meanC)
    let hue = deltaHue / (1 + 0.015 * meanC * t)
    let blue = (meanHue - 275) / 25
    let rotation =
      -2 * Self.seventh(meanC) * Self.sine(60 * Exact.exponential(-blue * blue))
    return
      (lightness * lightness + chroma * chroma + hue * hue + rotation * chroma * hue).squareRoot()
  }

  private func chroma(_ a: Double) -> Double { (a * a + b * b).squareRoot() }

  /// In degrees from 0 to 360; 0 for a colour without one.
  private func hue(_ a: Double) -> Double {
    guard a != 0 || b != 0 else { return 0 }
    let degrees = Exact.arctangent(y: b, x: a) * 180 / .pi
    return degrees < 0 ? degrees + 360 : degrees
  }

  /// √(C⁷ / (C⁷ + 25⁷))
  private static func seventh(_ chroma: Double) -> Double {
    let power = Exact.pow(chroma, 7)
    return (power / (power + 6_103_515_625)).squareRoot()
  }

  private static func sine(_ degrees: Double) -> Double { Exact.sine(degrees * .pi / 180) }
  private static func cosine(_ degrees: Double) -> Double { Exact.cosine(degrees * .pi / 180) }
}
