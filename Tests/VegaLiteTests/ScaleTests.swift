import Graphics
import Tables
import Testing

@testable import VegaLite

@Suite struct ScaleTests {
  @Test(arguments: [
    (ContinuousScale.Curve.linear, 50.0, 150.0), (.linear, -10, -30), (.power(exponent: 2), 50, 75),
    (.power(exponent: 0.5), 25, 150), (.power(exponent: 0.5), -25, -150),
    (.symlog(constant: 1), 0, 0), (.symlog(constant: 1), 100, 300),
  ])
  func `continuous scales bend numbers`(curve: ContinuousScale.Curve, value: Double, place: Double)
  {
    let scale = ContinuousScale(curve, domain: [0, 100], range: [0, 300])
    #expect(abs(scale(value) - place) < 1e-9)
    #expect(abs(scale.invert(scale(value)) - value) < 1e-9)
  }

  @Test func `log scales take powers to equal steps`() {
    let scale = ContinuousScale(.log(base: 10), domain: [1, 1000], range: [0, 300])
    #expect(scale(10).rounded() == 100)
    #expect(scale.ticks(count: 10).first == 1)
    #expect(scale.ticks(count: 10).contains(500))
    #expect(!scale(0).isFinite)
  }

  @Test func `a negative log domain is mirrored`() {
    let scale = ContinuousScale(.log(base: 10), domain: [-1000, -1], range: [0, 300])
    #expect(scale(-100).rounded() == 100)
    #expect(scale.ticks(count: 3).allSatisfy { $0 < 0 })
  }

  @Test func `pieces of a domain have pieces of the range`() {
    let scale = ContinuousScale(domain: [0, 10, 100], range: [0, 100, 200])
    #expect(scale(5) == 50)
    #expect(scale(55) == 150)
    #expect(scale(-10) == -100)
  }

  @Test func `clamped scales stay in their range`() {
    let scale = ContinuousScale(domain: [0, 10], range: [100, 0], clamps: true)
    #expect(scale(20) == 0)
    #expect(scale(-5) == 100)
  }

  @Test func `a domain without length maps to the middle`() {
    #expect(ContinuousScale(domain: [5, 5], range: [0, 10])(5) == 5)
    #expect(ContinuousScale(domain: [0, 1], range: [0, 10])(.nan).isNaN)
  }

  @Test func `nice widens a domain to round numbers`() {
    var linear = ContinuousScale(domain: [1.3, 96.2], range: [0, 1])
    linear.nice(count: 10)
    #expect(linear.domain == [0, 100])
    var log = ContinuousScale(.log(base: 10), domain: [3, 1200], range: [0, 1])
    log.nice(count: 10)
    #expect(log.domain.map { $0.rounded() } == [1, 10_000])
  }

  @Test func `bands share a range`() {
    let band = BandScale(count: 4, range: (0, 80), paddingInner: 0.1, paddingOuter: 0.05)
    #expect(band.step == 20)
    #expect(band.bandwidth == 18)
    #expect((0..<4).map { band($0) } == [1, 21, 41, 61])
  }

  @Test func `points stand in the middle of their steps`() {
    let points = BandScale(count: 3, range: (0, 60), paddingInner: 1, paddingOuter: 0.5)
    #expect(points.bandwidth == 0)
    #expect((0..<3).map { points($0) } == [10, 30, 50])
  }

  @Test func `a falling range turns the order round`() {
    let band = BandScale(count: 2, range: (100, 0))
    #expect([band(0), band(1)] == [50, 0])
  }

  @Test func `no bands need no space`() {
    #expect(BandScale.space(0, 0.1, 0.05) == 0)
    #expect(BandScale(count: 0, range: (0, 100)).step.isFinite)
  }

  @Test func `classes begin at their thresholds`() {
    let classes = DiscretizingScale(thresholds: [10, 20])
    #expect([5, 10, 15, 20, 99].map { classes($0) } == [0, 1, 1, 2, 2])
    #expect(classes(.nan) == nil)
    #expect(DiscretizingScale.quantize(0, 100, classes: 4).thresholds == [25, 50, 75])
  }

  @Test func `ordinal scales repeat their outputs`() {
    let scale = Scale(
      .ordinal, .ordinal([.text("a"), .text("b")]), domain: ["x", "y", "z"])
    #expect(scale.output("z") == .text("a"))
    #expect(scale.output("none") == nil)
  }
}

@Suite struct ColorTests {
  @Test(arguments: [
    ("#4c78a8", "#4c78a8"), ("#fff", "#ffffff"), ("steelblue", "#4682b4"), ("RED", "#ff0000"),
    ("rgb(255, 0, 128)", "#ff0080"), ("rgba(0,0,0,0.5)", "#00000080"),
    ("hsl(120, 100%, 50%)", "#00ff00"),
    ("#12345680", "#12345680"), ("rgb(10%, 20%, 30%)", "#1a334d"),
  ])
  func `colours are read as in CSS`(text: String, hex: String) {
    #expect(ColorParser.color(text)??.hex == hex)
  }

  @Test(arguments: ["", "#12", "#ggg", "blurple", "rgb(1,2)", "hsl(a,b,c)", "url(x)"])
  func `other texts are no colours`(text: String) {
    #expect(ColorParser.color(text) == nil)
  }

  @Test func `transparent is no colour to draw`() {
    #expect(ColorParser.color("transparent") == .some(.some(nil)))
  }

  @Test(arguments: ColorInterpolation.allCases)
  func `interpolation begins and ends at its colours`(space: ColorInterpolation) {
    let (from, to) = (Color(0x4C78A8), Color(0xF58518))
    #expect(space.color(from, to, 0).hex == from.hex)
    #expect(space.color(from, to, 1).hex == to.hex)
  }

  @Test func `schemes have their colours`() {
    #expect(ColorSchemes.categorical("tableau10")?.count == 10)
    #expect(ColorSchemes.categorical("Category10")?.first?.hex == "#1f77b4")
    #expect(ColorSchemes.continuous("viridis")?.first?.hex == "#440154")
    #expect(ColorSchemes.names.count == Set(ColorSchemes.names).count)
  }

  @Test(arguments: [#""s""#, #""억""#, #""auto""#])
  func `a log axis names the same ticks in any format`(format: String) throws {
    let chart = try chart(
      #"""
      {"height": 120, "data": {"values": [{"a": 1}, {"a": 100000}]}, "mark": "point", "encoding": {
       "y": {"field": "a", "type": "quantitative", "scale": {"type": "log"}, "axis": {"format": \#(format)}}}}
      """#)
    #expect(Drawn(chart.scene).words.filter { $0 != "a" }.count == 6)
  }
}
