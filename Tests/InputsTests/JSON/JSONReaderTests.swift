import Diagnostics
import Inputs
import Testing

struct JSONReaderTests {
  @Test func knowsTheBytesOfEachValueAndKey() throws {
    let source = Source(name: "a.json", text: #"{"이름": ["a", 1.50, null ], "b" : true}"#)
    let root = try JSONReader.read(source)
    #expect(written(root, in: source) == #"{"이름": ["a", 1.50, null ], "b" : true}"#)
    #expect(written(root["이름"], in: source) == #"["a", 1.50, null ]"#)
    #expect(root["이름"]?.array?.map { written($0, in: source) } == [#""a""#, "1.50", "null"])
    #expect(written(root["b"], in: source) == "true")
    let keys = root.object?.members.map {
      String(decoding: source.bytes[$0.keyRange], as: UTF8.self)
    }
    #expect(keys == [#""이름""#, #""b""#])
  }

  @Test func keepsMembersInTheirOrder() throws {
    let names = (0..<40).map { "key\(($0 * 7) % 40)" }
    let text = "{" + names.map { "\"\($0)\": 0" }.joined(separator: ",") + "}"
    #expect(try JSONReader.read(Source(name: "", text: text)).object?.keys == names)
  }

  @Test(arguments: [
    (#""\u00e9\ud83d\ude00""#, "é😀"), (#""\"\\\/\b\f\n\r\t""#, "\"\\/\u{8}\u{C}\n\r\t"),
    (#""한\uAE00 \uae00""#, "한글 글"), (#""\u0000""#, "\u{0}"),
    ("\"\u{FEFF}\u{7F}\"", "\u{FEFF}\u{7F}"),
    (#""""#, ""),
  ])
  func decodesEscapes(text: String, expected: String) throws {
    let value = try JSONReader.read(Source(name: "", text: text))
    #expect(value.string?.unicodeScalars.elementsEqual(expected.unicodeScalars) == true)
  }

  @Test(arguments: [
    ("0", 0.0), ("-0", -0.0), ("12", 12), ("1.50", 1.5), ("0.1", 0.1), ("1E+2", 100),
    ("1e22", 1e22),
    ("1e23", 1e23), ("9007199254740993", 9_007_199_254_740_992), ("5e-324", .leastNonzeroMagnitude),
    ("123456789012345678901234567890", 1.2345678901234568e29),
    ("1.7976931348623157e308", .greatestFiniteMagnitude),
    ("2.2250738585072014e-308", .leastNormalMagnitude),
    ("1e400", .infinity), ("-1e400", -.infinity), ("1e-400", 0),
    ("1e99999999999999999999", .infinity),
    ("0.000000000000000000000000000000001", 1e-33),
  ])
  func readsTheNearestDoubleAndKeepsTheText(text: String, expected: Double) throws {
    let number = try #require(try JSONReader.read(Source(name: "", text: text)).number)
    #expect(number.text == text)
    #expect(number.double == expected && number.double.sign == expected.sign)
  }

  @Test func agreesWithSwiftOnManyNumbers() throws {
    var chance = Chance(seed: 1)
    for _ in 0..<2000 {
      let digits = Int.random(in: 0..<1_000_000_000_000_000_000, using: &chance)
      let text =
        "\(digits >> Int.random(in: 0..<60, using: &chance))e\(Int.random(in: -30...30, using: &chance))"
      #expect(try JSONReader.read(Source(name: "", text: text)).double == Double(text))
    }
  }

  @Test func skipsTheByteOrderMark() throws {
    let source = Source(name: "a.json", text: "\u{FEFF}{\"a\": x}")
    #expect(try JSONReader.read(Source(name: "", text: "\u{FEFF}[1]")) == [1])
    let complaint = complaint(about: "\u{FEFF}{\"a\": x}", in: "a.json") {
      _ throws(DiagnosticError) in
      try JSONReader.read(source)
    }
    #expect(complaint?.hasPrefix("a.json:1:7: error: unknown word \"x\"") == true)
  }

  @Test(
    arguments: [
      (
        [0xFF, 0xFE, 0x7B, 0x00, 0x7D, 0x00],
        "a.json:1:1: error: the text is UTF-16 or UTF-32, where JSON is UTF-8"
      ),
      (
        [0x00, 0x7B, 0x00, 0x7D],
        "a.json:1:1: error: the text is UTF-16 or UTF-32, where JSON is UTF-8"
      ),
      ([0x22, 0x61, 0xE9, 0x22], "a.json:1:3: error: the byte 0xE9 is not UTF-8 here"),
      ([0x22, 0xC0, 0xAF, 0x22], "a.json:1:2: error: the byte 0xC0 is not UTF-8 here"),
      ([0x22, 0xED, 0xA0, 0x80, 0x22], "a.json:1:2: error: the byte 0xED is not UTF-8 here"),
      ([0x22, 0x5C, 0x6E, 0xE2, 0x82, 0x22], "a.json:1:4: error: the byte 0xE2 is not UTF-8 here"),
      (
        [0x7B, 0x22, 0xB0, 0xA1, 0x22, 0x3A, 0x31, 0x7D],
        "a.json:1:3: error: the byte 0xB0 is not UTF-8 here"
      ),
    ] as [([UInt8], String)])
  func refusesOtherEncodings(bytes: [UInt8], message: String) {
    let error = #expect(throws: DiagnosticError.self) {
      try JSONReader.read(Source(name: "a.json", bytes: bytes))
    }
    #expect(
      error?.diagnostics.map { $0.rendered(.plain) } == [
        message + "\n  hint: save the file as UTF-8"
      ])
  }

  @Test func readsARangeWithPlacesOfTheWhole() throws {
    let source = Source(name: "a.md", text: "text\n{\"a\": 1}\nmore [")
    let value = try JSONReader.read(source, in: 5..<13)
    #expect(written(value["a"], in: source) == "1")
    let error = #expect(throws: DiagnosticError.self) { try JSONReader.read(source, in: 5..<15) }
    #expect(error?.diagnostics.first?.location?.shown == "a.md:3:1")
  }

  @Test func refusesMoreBytesThanTheLimit() {
    var limits = Limits()
    limits[.inputBytes] = 4
    #expect(throws: Never.self) {
      try JSONReader.read(Source(name: "", text: "[10]"), limits: limits)
    }
    let error = #expect(throws: DiagnosticError.self) {
      try JSONReader.read(Source(name: "a.json", text: "[100]"), limits: limits)
    }
    #expect(error?.diagnostics.map(\.id) == ["limit.input-bytes"])
  }

  @Test func refusesDeeperNestingThanTheLimit() {
    var limits = Limits()
    limits[.inputDepth] = 3
    #expect(throws: Never.self) {
      try JSONReader.read(Source(name: "", text: "[[[]]]"), limits: limits)
    }
    let error = #expect(throws: DiagnosticError.self) {
      try JSONReader.read(Source(name: "a.json", text: #"[{"a": [[]]}]"#), limits: limits)
    }
    #expect(error?.diagnostics.first?.location?.shown == "a.json:1:9")
  }

  @Test(arguments: ["[", #"{"a":"#])
  func survivesAnyNesting(opening: String) {
    var limits = Limits()
    limits[.inputDepth] = .max
    let text = String(repeating: opening, count: 100_000)
    let error = #expect(throws: DiagnosticError.self) {
      try JSONReader.read(Source(name: "", text: text), limits: limits)
    }
    #expect(error?.diagnostics.map(\.id) == ["limit.input-depth"])
  }

  @Test func theDeepestTreeCanBeComparedAndHashed() throws {
    var limits = Limits()
    limits[.inputDepth] = .max
    let depth = limits[.inputDepth]
    let text = String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    let (a, b) = (
      try JSONReader.read(Source(name: "", text: text), limits: limits),
      try JSONReader.read(Source(name: "", text: text), limits: limits)
    )
    #expect(a == b && a.hashValue == b.hashValue)
  }

  @Test func findsEqualKeysAmongManyAndSaysHowManyMore() {
    let keys = (0..<20_000).map { "\"k\($0 % 10_000)\": 0" }
    let text = "{" + keys.joined(separator: ",") + "}"
    let error = #expect(throws: DiagnosticError.self) {
      try JSONReader.read(Source(name: "", text: text))
    }
    #expect(error?.diagnostics.count == 51)
    #expect(error?.diagnostics.last?.message == "9950 more keys stand twice in one object")
  }

  @Test func objectsOfTheSameManyKeysAreEachSearchable() throws {
    let object = "{" + (0..<20).map { "\"k\($0)\": \($0)" }.joined(separator: ",") + "}"
    let other = object.replacing("\"k3\"", with: "\"z3\"")
    let list = try JSONReader.read(
      Source(name: "", text: "[\(object), \(object), \(other), \(object)]"))
    #expect(list.array?.map { $0["k3"]?.double } == [3, 3, nil, 3])
    #expect(list.array?.map { $0["z3"]?.double } == [nil, nil, 3, nil])
  }

  /// Each truncation, and many small changes, of a text that has everything: read or refused, never a crash.
  @Test func survivesDamage() {
    let text =
      "\u{FEFF}{\"한\": [1, -2.5e+3, \"\\ud83d\\ude00\\n\", true, null], \"b\": {\"c\": {}}}"
    let bytes = Array(text.utf8)
    for count in bytes.indices {
      _ = try? JSONReader.read(Source(name: "", bytes: Array(bytes[..<count])))
    }
    var chance = Chance(seed: 2)
    let alphabet: [UInt8] = [
      0, 0x22, 0x5C, 0x7B, 0x7D, 0x5B, 0x5D, 0x2C, 0x3A, 0x31, 0x2D, 0x65, 0x75, 0x80, 0xED, 0xFF,
      0x0A,
    ]
    var refused = 0
    for _ in 0..<3000 {
      var changed = bytes
      for _ in 0..<3 {
        changed[Int.random(in: changed.indices, using: &chance)] =
          alphabet.randomElement(using: &chance) ?? 0
      }
      do throws(DiagnosticError) {
        _ = try JSONReader.read(Source(name: "", bytes: changed))
      } catch {
        refused += 1
        for diagnostic in error.diagnostics { _ = diagnostic.rendered(.excerpt(colour: true)) }
      }
    }
    #expect(refused > 1000)
  }
}
