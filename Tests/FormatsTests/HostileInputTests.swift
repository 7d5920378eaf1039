import Testing

@testable import Formats

/// Whatever is typed, the answer is a text or an error, soon.
@Suite struct HostileInputTests {
  private static let alphabet = Array(
    "0123456789.,-+eE%$#~()<>=^ dfgrspxXcnbo년월일만억조aBYmMpqQVZ_\u{0}é🎉\u{1112}\u{1161}\"[]한글수krw△"
  )

  /// Texts of a fixed pseudorandom sequence.
  private func texts(_ count: Int) -> [String] {
    var state: UInt64 = 2022
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    return (0..<count).map { _ in
      String((0..<next(12)).map { _ in Self.alphabet[next(Self.alphabet.count)] })
    }
  }

  @Test func `no text ends the process`() {
    let numbers: [FormatInput] = [
      .number(text: "-1234567.895", double: -1_234_567.895), .number(.nan), .number(.infinity),
      .number(text: "1e999", double: .infinity), .number(.leastNonzeroMagnitude),
      .number(.greatestFiniteMagnitude), .number(-8.64e15), .text("2022-10-25"),
    ]
    let topic = Particle("은(는)")
    var shown = 0
    for text in texts(20_000) {
      _ = Decimal(text)
      _ = ISODate(text)
      _ = topic?.form(after: text)
      guard let format = try? ValueFormat.parse(text) else { continue }
      for number in numbers {
        shown += (try? format.string(number, language: .ko)) == nil ? 0 : 1
      }
      if case .time(let time) = format.kind { _ = time.moment(from: "2022-10-25") }
      if case .number(let number) = format.kind {
        for double in [0, -0.0, .nan, .infinity, .leastNonzeroMagnitude, 1.7e308, -123.456] {
          _ = number.string(double)
        }
      }
    }
    #expect(shown > 1000)
  }

  @Test func `huge precision and width are held`() throws {
    let digits = String(repeating: "9", count: 100_000)
    #expect(throws: FormatError.self) { try NumberFormat(digits + "d") }
    #expect(try NumberFormat("." + digits + "f").string(0.5) == "0.50000000000000000000")
    let number = try #require(Decimal("0." + digits))
    #expect(try NumberFormat(".1f").string(number) == "1.0")
  }

  @Test func `extreme spans have ticks or none`() {
    for (start, stop) in [
      (-Double.greatestFiniteMagnitude, Double.greatestFiniteMagnitude),
      (0, .leastNonzeroMagnitude), (1, 1.0.nextUp), (-1e308, 1e308), (.nan, .nan),
    ] {
      for count in [0.1, 1, 10, 1e6, .infinity, .nan] {
        _ = Ticks.values(from: start, to: stop, count: count)
        _ = Ticks.nice(start, stop, count: count)
        _ = try? NumberFormat.ticks(from: start, to: stop, count: count, specifier: "s").string(1)
      }
    }
  }

  @Test func `time has ticks up to its ends`() throws {
    let (first, last) = (
      try #require(CivilDateTime(milliseconds: -8.64e15)),
      try #require(CivilDateTime(milliseconds: 8.64e15))
    )
    for count in [1e-9, 1.0, 10, 1e9, .infinity] {
      #expect(TimeTicks.ticks(from: first, to: last, count: count).count <= 10_000)
    }
    #expect(first.floor(to: .year) == nil)
    #expect(last.floor(to: .year) != nil)
    #expect(last.ceil(to: .year) == nil)
    for moment in [first, last] {
      #expect(TimeAxisFormat().string(moment, offset: 540) != "")
    }
  }
}
