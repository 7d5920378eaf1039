import Diagnostics
import Inputs
import Testing

struct YAMLReaderTests {
  private func read(_ text: String) throws -> Value {
    try YAMLReader.read(Source(name: "a.yaml", text: text))
  }

  @Test(
    arguments: [
      ("", .null), ("~", .null), ("null", .null), ("NULL", .null), ("'null'", "null"),
      ("true", true), ("False", false), ("\"true\"", "true"), ("yes", "yes"), ("no", "no"),
      ("on", "on"),
      ("Off", "Off"), ("y", "y"), ("12", 12), ("-3", -3), ("'12'", "12"), ("+3", 3), ("1.50", 1.5),
      (".5", 0.5), ("-.5", -0.5), ("1.", 1), ("1.e3", 1000), ("1e3", 1000), ("0x1F", 31),
      ("0o17", 15),
      ("007", "007"), ("-01", "-01"), ("1_000", "1_000"), ("1:30", "1:30"),
      ("2022-10-25", "2022-10-25"),
      ("0x", "0x"), ("0x-1", "0x-1"), (".", "."), ("-", "-"), ("1.2.3", "1.2.3"), ("1e", "1e"),
      ("<<", "<<"), ("=", "="),
      ("http://a.b/c#d", "http://a.b/c#d"), ("a # c", "a"), ("|\n  x\n  y\n", "x\ny\n"),
      (">-\n  x\n  y\n", "x y"), ("\"a\\tb\\u00e9\"", "a\tbé"), ("'it''s'", "it's"), ("[]", []),
      ("{}", [:]),
    ] as [(String, Value)])
  func readsScalarsOfTheCoreSchema(text: String, expected: Value) throws {
    let source = text == "-" ? "a: '-'" : "a: \(text)"
    #expect(try read(source)["a"] == expected)
  }

  @Test(arguments: [
    ("1.50", "1.50"), ("+3", "3"), (".5", "0.5"), ("-.5", "-0.5"), ("1.", "1"), ("1.e3", "1e3"),
    ("0x1F", "31"), ("-0", "-0"), ("12345678901234567890123", "12345678901234567890123"),
  ])
  func writesNumbersInTheGrammarOfJSON(text: String, expected: String) throws {
    #expect(try read("[\(text)]").array?.first?.number?.text == expected)
  }

  @Test func scalarsAsKeysBecomeTheirText() throws {
    let object = try read("1: a\n2.50: b\nnull: c\ntrue: d\non: e\n\"q\": f\n한글: g\n").object
    #expect(object?.keys == ["1", "2.50", "null", "true", "on", "q", "한글"])
  }

  @Test(arguments: [
    ("plain", "x: some text  # c\n", "some text"),
    ("plain of two lines", "x: some\n  text \ny: 1\n", "some\n  text"),
    ("single quotes", "x: 'it''s'  \n", "'it''s'"),
    ("double quotes", "x: \"a\\\"b\" # c\n", "\"a\\\"b\""),
    ("literal", "x: |-\n  a\n   b\n\n  c\n\ny: 1\n", "|-\n  a\n   b\n\n  c"),
    ("folded", "x: >\n a\n b", ">\n a\n b"),
    ("empty", "x:\ny: 1\n", ""), ("flow list", "x: [1, [2], 'a]', ]\n", "[1, [2], 'a]', ]"),
    ("flow object", "x: {a: 1, # }\n  b: }\n", "{a: 1, # }\n  b: }"),
    ("empty list", "x: [ ]\n", "[ ]"),
    ("block list", "x:\n- 1\n- a b\n", "- 1\n- a b"),
    ("block object", "x:\n  a: 1\n  b: [2]\ny: 3\n", "a: 1\n  b: [2]"),
    ("after Korean", "x: [한글, {나: 다}]\n", "[한글, {나: 다}]"), ("CRLF", "x: a\r\ny: 'b'\r\n", "a"),
    ("JSON", "{\"x\": {\"a\": [true]}}", "{\"a\": [true]}"),
  ])
  func knowsTheBytesOfEachValue(id: String, text: String, expected: String) throws {
    let source = Source(name: "a.yaml", text: text)
    #expect(written(try YAMLReader.read(source)["x"], in: source) == expected)
  }

  @Test func knowsTheBytesOfKeys() throws {
    let source = Source(name: "a.yaml", text: "\u{FEFF}가: 1\n'b c' : 2\n")
    let keys = try YAMLReader.read(source).object?.members.map {
      String(decoding: source.bytes[$0.keyRange], as: UTF8.self)
    }
    #expect(keys == ["가", "'b c'"])
  }

  @Test(arguments: ["\n", "\r\n", "\r", "\u{85}", "\u{2028}"])
  func placesAreRightAfterAnyLineBreak(lineBreak: String) throws {
    let source = Source(name: "a.yaml", text: "a: 1\(lineBreak)b: 나\(lineBreak)c: [x, y]")
    #expect(written(try YAMLReader.read(source)["c"], in: source) == "[x, y]")
  }

  @Test func readsFrontMatterWithPlacesOfTheWholeFile() throws {
    let text = "---\ntitle: 보고서\nauthor: &x 1\n---\n# *Text*\n"
    let source = Source(name: "report.md", text: text)
    let end = try #require(source.bytes.firstIndex(of: UInt8(ascii: "a")))
    let value = try YAMLReader.read(source, in: 4..<end)
    #expect(written(value["title"], in: source) == "보고서")
    let close = source.bytes.count - "---\n# *Text*\n".utf8.count
    let error = #expect(throws: DiagnosticError.self) { try YAMLReader.read(source, in: 4..<close) }
    #expect(error?.diagnostics.map { $0.location?.shown } == ["report.md:3:9"])
  }

  @Test func anEmptyDocumentIsNull() throws {
    #expect(try read("").isNull)
    #expect(try read("# a comment\n---\n").isNull)
  }

  @Test func reportsAllThatIsNotReadHere() {
    let complaint = complaint(about: "a: !x 1\nb: .nan\n<<: 2\n", in: "a.yaml") {
      source throws(DiagnosticError) in
      try YAMLReader.read(source)
    }
    #expect(
      complaint == """
        a.yaml:1:4: error: the tag "!x" is not read here
          hint: leave the tag out; what is in quotes is a text
        a.yaml:2:4: error: ".nan" is no number that can be shown
          hint: write null where there is none, or put it in quotes
        a.yaml:3:1: error: the merge key "<<" is not read here
          hint: write the members out where they are needed
        """)
  }

  /// Nine aliases of nine aliases …: a file of a kilobyte that stands for a thousand million nodes.
  @Test(arguments: ["", "? *l\n: 1\n"])
  func refusesAliasesOfAliasesAtOnce(end: String) {
    var text = "a: &a [x,x,x,x,x,x,x,x,x]\n"
    for (before, name) in zip("abcdefghijk", "bcdefghijkl") {
      text +=
        "\(name): &\(name) [" + Array(repeating: "*\(before)", count: 9).joined(separator: ",")
        + "]\n"
    }
    let error = #expect(throws: DiagnosticError.self) {
      try YAMLReader.read(Source(name: "a.yaml", text: text + end))
    }
    #expect(error?.diagnostics.map(\.id) == ["yaml.anchor"])
  }

  @Test func emphasisInTextIsNoAlias() throws {
    let text = "text: |\n" + String(repeating: "  an &anchor and *anchor here\n", count: 4)
    #expect(try read(text)["text"]?.string?.contains("*anchor") == true)
  }

  @Test func refusesDeeperNestingThanTheLimit() {
    for (depth, limit) in [(600, 512), (5000, 512), (5000, 2048)] {
      var limits = Limits()
      limits[.inputDepth] = limit
      let text = String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
      let error = #expect(throws: DiagnosticError.self) {
        try YAMLReader.read(Source(name: "a.yaml", text: text), limits: limits)
      }
      #expect(error?.diagnostics.map(\.id) == ["limit.input-depth"])
    }
  }

  @Test func readsOneLongLineInLinearTime() throws {
    let text = "[" + (0..<20_000).map { "{id: \($0)}" }.joined(separator: ", ") + "]"
    let source = Source(name: "a.yaml", text: text)
    #expect(written(try YAMLReader.read(source).array?.last, in: source) == "{id: 19999}")
  }

  @Test func refusesOtherEncodings() {
    let error = #expect(throws: DiagnosticError.self) {
      try YAMLReader.read(Source(name: "a.yaml", bytes: [0x61, 0x3A, 0x20, 0xB0, 0xA1]))
    }
    #expect(error?.diagnostics.map(\.id) == ["yaml.utf-8"])
  }

  @Test func survivesDamage() {
    let text = "한: [1, {a: 'x', b: \"y\\n\"}]\nc:\n  - |\n    t\n  - >-\n    f\n? k\n: v # c\n"
    let bytes = Array(text.utf8)
    let alphabet: [UInt8] = Array("\"'[]{},:&*!|>#%@`?- \n\ta1\\".utf8) + [0x0D, 0xC2, 0x85]
    var chance = Chance(seed: 4)
    for _ in 0..<2000 {
      var changed = bytes.dropLast(Int.random(in: 0..<8, using: &chance))
      for _ in 0..<3 {
        changed[Int.random(in: changed.indices, using: &chance)] =
          alphabet.randomElement(using: &chance) ?? 0
      }
      do throws(DiagnosticError) {
        _ = try YAMLReader.read(Source(name: "a.yaml", bytes: Array(changed)))
      } catch {
        for diagnostic in error.diagnostics { _ = diagnostic.rendered(.excerpt(colour: false)) }
      }
    }
  }
}
