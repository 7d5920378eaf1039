import Graphics
import Testing

@Suite struct ColorDifferenceTests {
  /// Pairs of the test data that Sharma, Wu and Dalal published with their notes (2005, table 1).
  @Test(
    arguments: [
      ([50, 2.6772, -79.7751], [50, 0, -82.7485], 2.0425),
      ([50, -1.3802, -84.2814], [50, 0, -82.7485], 1.0000),
      ([50, 0, 0], [50, -1, 2], 2.3669),
      ([50, 2.49, -0.001], [50, -2.49, 0.0009], 7.1792),
      ([50, 2.49, -0.001], [50, -2.49, 0.0011], 7.2195),
      ([50, 2.5, 0], [73, 25, -18], 27.1492),
      ([60.2574, -34.0099, 36.2677], [60.4626, -34.1751, 39.4387], 1.2644),
      ([22.7233, 20.0904, -46.694], [23.0331, 14.973, -42.5619], 2.0373),
      ([90.9257, -0.5406, -0.9208], [88.6381, -0.8985, -0.7239], 1.5381),
      ([2.0776, 0.0795, -1.1350], [0.9033, -0.0636, -0.5514], 0.9082),
    ] as [([Double], [Double], Double)])
  func differenceIsThatOfThePaper(a: [Double], b: [Double], expected: Double) {
    let (a, b) = (LabColor(l: a[0], a: a[1], b: a[2]), LabColor(l: b[0], a: b[1], b: b[2]))
    #expect(abs(a.difference(from: b) - expected) < 0.0001)
    #expect(abs(b.difference(from: a) - expected) < 0.0001)
  }

  @Test func whiteBlackAndRedAreWhereTheyLieInLab() {
    let white = LabColor(.white)
    #expect(abs(white.l - 100) < 0.01 && abs(white.a) < 0.02 && abs(white.b) < 0.02)
    #expect(LabColor(.black).l == 0)
    let red = LabColor(Color(0xFF0000))
    #expect(abs(red.l - 53.24) < 0.01 && abs(red.a - 80.09) < 0.02 && abs(red.b - 67.20) < 0.02)
  }

  @Test func redAndGreenAreNearToThoseWithoutMiddleWaveCones() throws {
    // Seen by most as far apart, by some as two browns.
    let colors = [Color(0xB05A3C), Color(0x7A7A3C)]
    let pair = try #require(colors.closestPair)
    #expect(pair.vision == .deuteranopia || pair.vision == .protanopia)
    let normal = ColorVision.normal.seen(colors[0])
      .difference(from: ColorVision.normal.seen(colors[1]))
    #expect(pair.difference < normal / 2)
  }

  @Test func greyIsGreyToEverybody() {
    for vision in ColorVision.allCases {
      let seen = vision.seen(Color(0x808080))
      #expect(abs(seen.a) < 0.1 && abs(seen.b) < 0.1, "\(vision)")
    }
  }

  @Test func oneColourHasNoPair() { #expect([Color.white].closestPair == nil) }

  @Test(
    arguments: [
      (0x0B4F8A, "#ffffff"), (0xE0A030, "#17212b"), (0xFFFFFF, "#17212b"), (0x000000, "#ffffff"),
      // Neither white nor this ink reaches 4.5:1 here.
      (0x757F86, "#000000"),
    ] as [(UInt32, String)])
  func textIsWhiteOrInkOrElseBlack(ground: UInt32, text: String) {
    let chosen = Color(ground).readableText(ink: Color(0x17212B))
    #expect(chosen.hex == text)
    #expect(chosen.contrast(with: Color(ground)) >= 4.5)
  }

  /// Whatever the ground, white or black can be read on it.
  @Test func everyGroundHasAReadableText() {
    for red in stride(from: UInt32(0), through: 255, by: 15) {
      for green in stride(from: UInt32(0), through: 255, by: 15) {
        for blue in stride(from: UInt32(0), through: 255, by: 15) {
          let ground = Color(red << 16 | green << 8 | blue)
          #expect(ground.readableText(ink: Color(0x17212B)).contrast(with: ground) >= 4.5)
        }
      }
    }
  }
}

@Suite struct PathContainmentTests {
  private static let square = Path(rect: Rect(x: 0, y: 0, width: 10, height: 10))

  @Test func aPointLiesInARectangleOrBesideIt() {
    #expect(Self.square.contains(Point(x: 5, y: 5)))
    #expect(!Self.square.contains(Point(x: 11, y: 5)))
    #expect(!Self.square.contains(Point(x: 5, y: -1)))
  }

  @Test func aHoleCountsByTheRule() {
    var ring = Self.square
    ring.elements += Path(rect: Rect(x: 3, y: 3, width: 4, height: 4)).elements
    #expect(ring.contains(Point(x: 5, y: 5)))
    #expect(!ring.contains(Point(x: 5, y: 5), rule: .evenOdd))
    #expect(ring.contains(Point(x: 1, y: 5), rule: .evenOdd))
  }

  @Test func curvesBulge() {
    var half = Path()
    half.move(0, 0)
    half.curve(0, 20, 10, 20, 10, 0)
    #expect(half.contains(Point(x: 5, y: 14)))
    #expect(!half.contains(Point(x: 0.5, y: 14)))
    #expect(!half.contains(Point(x: 5, y: 16)))
  }
}
