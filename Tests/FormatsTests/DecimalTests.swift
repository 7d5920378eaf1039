import Testing

@testable import Formats

@Suite struct DecimalTests {
  @Test(
    arguments: rows(
      """
      0¦0
      -0¦0
      -0.0e5¦0
      1¦1
      1.50¦1.5
      -12.25¦-12.25
      1e3¦1000
      1E+3¦1000
      1.5e-3¦0.0015
      0.000e99999999999999999999¦0
      00012¦12
      123456789012345678901234567890¦123456789012345678901234567890
      .5¦0.5
      +7¦7
      """))
  func `numbers keep all their digits`(row: Row) throws {
    let number = try #require(Decimal(row[0]))
    #expect((number.isNegative ? "-" : "") + number.plainMagnitudeText == row[1])
  }

  @Test(arguments: [
    "", "-", ".", "1.", "e5", "1e", "1e+", "1e+-2", "1 ", " 1", "0x10", "NaN", "Infinity", "inf",
    "1,000", "1e1001", "1e-1001", "1e99999999999999999999999", "--1", "１",
  ])
  func `what is no number, or too long to print, is refused`(text: String) {
    #expect(Decimal(text) == nil)
  }

  @Test(arguments: [
    (0.1, "0.1000000000000000055511151231257827021181583404541015625"), (0.5, "0.5"),
    (3, "3"), (1e23, "99999999999999991611392"), (0x1p-30, "0.000000000931322574615478515625"),
    (0x1p53, "9007199254740992"), (-0.75, "0.75"),
  ])
  func `a double has an exact decimal value`(double: Double, expected: String) throws {
    #expect(try #require(Decimal(exactly: double)).plainMagnitudeText == expected)
  }

  @Test func `the extremes of doubles are exact too`() throws {
    let least = try #require(Decimal(exactly: .leastNonzeroMagnitude))
    #expect(least.digits.count == 751)
    #expect(least.exponent == -324)
    #expect(least.double == .leastNonzeroMagnitude)
    let greatest = try #require(Decimal(exactly: .greatestFiniteMagnitude))
    #expect(greatest.digits.count == 309)
    #expect(greatest.double == .greatestFiniteMagnitude)
    #expect(Decimal(exactly: .nan) == nil)
    #expect(Decimal(shortest: -.infinity) == nil)
  }

  @Test func `the exact value of a double reads back as the double`() throws {
    var bits: UInt64 = 0x9E37_79B9_7F4A_7C15
    for _ in 0..<2000 {
      bits = bits &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let double = Double(bitPattern: bits)
      guard double.isFinite else { continue }
      #expect(try #require(Decimal(exactly: double)).double == double)
      #expect(try #require(Decimal(shortest: double)).double == double)
    }
  }

  @Test func `numbers are ordered by value`() {
    let order = ["-100", "-1.5", "-1.25", "-0.001", "0", "0.001", "0.1", "1", "1.05", "99", "1e2"]
      .compactMap { Decimal($0) }
    #expect(order.count == 11)
    for (i, a) in order.enumerated() {
      for (j, b) in order.enumerated() { #expect((a < b) == (i < j)) }
    }
  }

  @Test(arguments: [
    ("0.1", "0.2", "0.3"), ("999", "1", "1000"), ("1", "-1", "0"), ("-5", "3.5", "-1.5"),
    ("3.5", "-5", "-1.5"), ("-0.5", "-0.5", "-1"), ("0", "-7", "-7"),
    ("1e20", "1e-20", "100000000000000000000.00000000000000000001"),
    ("1000", "-0.001", "999.999"), ("12345678901234567890", "9", "12345678901234567899"),
    ("0.009", "0.001", "0.01"), ("-100", "99.99", "-0.01"),
  ])
  func `sums are exact`(a: String, b: String, sum: String) throws {
    let (a, b) = (try #require(Decimal(a)), try #require(Decimal(b)))
    #expect((a + b).text == sum)
    #expect(b + a == a + b)
    #expect((a + b) == Decimal(sum))
  }

  @Test func `sums of whole numbers are those of integers`() {
    var bits: UInt64 = 7
    for _ in 0..<2000 {
      func next() -> Int {
        bits = bits &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int(Int32(truncatingIfNeeded: bits >> 30)) / Int(1 + bits >> 60)
      }
      let (a, b) = (next(), next())
      #expect((Decimal(a) + Decimal(b)).integer == a + b)
    }
  }

  @Test func `whole numbers are told from fractions`() {
    #expect(Decimal("1200")?.integer == 1200)
    #expect(Decimal("-1.2e3")?.integer == -1200)
    #expect(Decimal("-9223372036854775808")?.integer == .min)
    #expect(Decimal("9223372036854775808")?.integer == nil)
    #expect(Decimal("1.5")?.integer == nil)
    #expect(Decimal(Int.min).integer == .min)
    #expect(Decimal("0")?.integer == 0)
  }

  @Test(arguments: [
    (0, "0"), (-0.0, "0"), (1, "1"), (-1.5, "-1.5"), (1e21, "1e+21"),
    (1e20, "100000000000000000000"),
    (123_456_789_012_345_683_968, "123456789012345680000"), (0.000001, "0.000001"), (1e-7, "1e-7"),
    (1.5e-7, "1.5e-7"), (0.1 + 0.2, "0.30000000000000004"), (.leastNonzeroMagnitude, "5e-324"),
    (1.797_693_134_862_315_7e308, "1.7976931348623157e+308"), (.nan, "NaN"),
    (.infinity, "Infinity"), (-.infinity, "-Infinity"), (-1e-7, "-1e-7"), (4.35, "4.35"),
  ])
  func `a double is written as by JavaScript`(double: Double, expected: String) {
    #expect(double.jsText == expected)
  }
}
