import Diagnostics
import Testing

@testable import Inputs

struct PatternFaultTests {
  struct Row: Sendable, CustomTestStringConvertible {
    var pattern: String
    var fault: String

    init(_ pattern: String, _ fault: String) {
      self.pattern = pattern
      self.fault = fault
    }

    var testDescription: String { pattern }
  }

  static let rows: [Row] = [
    Row("(a", "1: has no \")\" for this group"),
    Row("가(a(b)", "2: has no \")\" for this group"),
    Row("a)", "2: has a \")\" that closes nothing (write \\) for the character)"),
    Row("[a", "1: has no \"]\" for this class"),
    Row("[z-a]", "2: has a range that ends before it begins"),
    Row("*a", "1: has nothing to repeat before \"*\" (write \\* for the character)"),
    Row("a**", "3: has nothing to repeat before \"*\" (write \\* for the character)"),
    Row("a++", "3: has nothing to repeat before \"+\" (write \\+ for the character)"),
    Row("^*", "2: has nothing to repeat before \"*\" (write \\* for the character)"),
    Row("(*VERB)", "2: has nothing to repeat before \"*\" (write \\* for the character)"),
    Row("(*UTF8)a", "2: has nothing to repeat before \"*\" (write \\* for the character)"),
    Row("a{2,1}", "2: repeats at least 2 and at most 1 times"),
    Row("a{65536}", "2: repeats a part more than 65535 times"),
    Row("a{99999999999999999999}", "2: repeats a part more than 65535 times"),
    Row("\\", "1: ends in a backslash"),
    Row("\\a", "1: has an escape \"\\a\" that ECMA-262 doesn't know"),
    Row("\\Qa", "1: has an escape \"\\Q\" that ECMA-262 doesn't know"),
    Row("a\\K", "2: has an escape \"\\K\" that ECMA-262 doesn't know"),
    Row("\\C", "1: has an escape \"\\C\" that ECMA-262 doesn't know"),
    Row("\\R", "1: has an escape \"\\R\" that ECMA-262 doesn't know"),
    Row("[\\z]", "2: has an escape \"\\z\" that ECMA-262 doesn't know"),
    Row("\\c1", "1: has a \"\\c\" without a letter"),
    Row("\\x4", "1: has a \"\\x\" without two hexadecimal digits"),
    Row("\\u004", "1: has a \"\\u\" without four hexadecimal digits"),
    Row("\\u{110000}", "1: has a \"\\u{\" that is no character's code"),
    Row("\\u{}", "1: has a \"\\u{\" that is no character's code"),
    Row("\\01", "1: has an octal escape (write \\x and two digits)"),
    Row("\\1", "1: refers to group 1, which it doesn't have"),
    Row("(a)\\2", "4: refers to group 2, which it doesn't have"),
    Row("\\k", "1: has a \"\\k\" without a name in <>"),
    Row("\\k<a>", "1: refers to a group \"a\", which it doesn't have"),
    Row("(?<a>b)(?<a>c)", "8: names two groups \"a\""),
    Row("(?<1>b)", "4: has a group name that is no identifier"),
    Row("(?<a", "1: has no name with a \">\" for this group"),
    Row(
      "(?i)a",
      "1: has a group \"(?i\" that ECMA-262 doesn't know (known are (?: (?= (?! (?<= (?<! and (?<name>)"
    ),
    Row(
      "(?P<a>b)",
      "1: has a group \"(?P\" that ECMA-262 doesn't know (known are (?: (?= (?! (?<= (?<! and (?<name>)"
    ),
    Row(
      "(?R)",
      "1: has a group \"(?R\" that ECMA-262 doesn't know (known are (?: (?= (?! (?<= (?<! and (?<name>)"
    ),
    Row("\\p", "1: has a \"\\p\" without a property in {}"),
    Row(
      "\\p{Lettr}",
      "1: has a property \"Lettr\" that ECMA-262 doesn't know (did you mean \\p{Letter}?)"),
    Row(
      "\\p{Hangul}",
      "1: has a property \"Hangul\" that ECMA-262 doesn't know (a script is written \\p{Script=Hangul})"
    ),
    Row(
      "\\p{Script=Klingon}",
      "names a property that Unicode doesn't have (known are such as \\p{L}, \\p{Letter}, \\p{Nd}, \\p{Script=Hangul})"
    ),
    Row(
      "(?<=a+)b",
      "has a lookbehind whose length varies, which isn't matched here (write its alternatives with fixed lengths, as in (?<=a|bc))"
    ),
    Row("(?<=a)*", "7: has nothing to repeat before \"*\" (write \\* for the character)"),
    Row("((((a{999}){999}){999}){999})", "is too large"),
    Row(
      String(repeating: "(", count: 300) + String(repeating: ")", count: 300),
      "nests its groups too deeply"),
  ]

  @Test(arguments: rows) func saysWhatIsWrong(_ row: Row) {
    let fault = #expect(throws: PatternFault.self) { try Pattern(row.pattern) }
    let place = fault?.position.map { "\($0): " } ?? ""
    let hint = fault?.hint.map { " (\($0))" } ?? ""
    #expect(place + (fault?.message ?? "") + hint == row.fault)
  }

  @Test func theGrammarAloneDoesNotMindWhatCannotBeMatchedHere() {
    #expect(Pattern.grammarFault(of: "(?<=a+)b") == nil)
    #expect(Pattern.grammarFault(of: "(") != nil)
  }

  @Test func aHostilePatternStopsAtTheLimit() throws {
    var limits = Limits()
    limits[.regexSteps] = 100_000
    let pattern = try Pattern("^(a+)+$", limits: limits)
    #expect(throws: PatternStop.steps) {
      try pattern.matches(String(repeating: "a", count: 60) + "b")
    }
    #expect(try pattern.matches(String(repeating: "a", count: 60)))
  }

  /// A step for each character behind each place where a match could begin is the square of the text's length.
  @Test(arguments: ["(a|b)*c", "[ab]*[ab]*c", "(?:ab)+?c", "(a|b)+(?=c)"])
  func searchesThatGrowByTheSquareStopAtTheLimit(_ source: String) throws {
    let pattern = try Pattern(source)
    let text = String(repeating: "ab", count: 200_000)
    #expect((try? pattern.matches(text)) != true)
    #expect(try pattern.matches(String(repeating: "ab", count: 500) + "c"))
    #expect(try !pattern.matches(String(repeating: "ab", count: 500)))
  }

  @Test func aSlowSearchFindsWhatAFastOneWould() throws {
    let pattern = try Pattern("(?:a|b)*(?<end>[가나])")
    let text =
      "다" + String(repeating: "ab", count: 1_000) + "다" + String(repeating: "ba", count: 400) + "나"
    let match = try #require(try pattern.firstMatch(in: text))
    #expect(match.range == 2_006..<2_809)
    #expect(match["end"] == "나")
    #expect(try pattern.allMatches(in: text + "가").count == 2)
  }

  @Test func deepBacktrackingTakesNoStack() throws {
    let pattern = try Pattern("^(?:a|b)*c")
    let text = String(repeating: "ab", count: 500_000)
    #expect((try? pattern.matches(text)) != true)
  }

  /// No pattern crashes or hangs, whatever it is made of.
  @Test func randomPatternsAreTakenOrRefused() throws {
    let pieces = [
      "(", ")", "[", "]", "{", "}", "*", "+", "?", "|", "^", "$", ".", "\\", "-", ",", "1", "a",
      "가",
      "(?:", "(?=", "(?<=", "(?<n>", "\\k<n>", "\\p{L}", "\\u{41}", "\\ud83d", "\\1", "\\b", "\\S",
      "{2}",
    ]
    var limits = Limits()
    limits[.regexSteps] = 10_000
    var chance = Chance(seed: 7)
    var taken = 0
    for _ in 0..<5_000 {
      let source = (0..<Int.random(in: 1...10, using: &chance))
        .map { _ in pieces.randomElement(using: &chance) ?? "" }.joined()
      guard let pattern = try? Pattern(source, limits: limits) else { continue }
      taken += 1
      _ = try? pattern.allMatches(in: "aa가[1-]{2}🐲")
    }
    #expect(taken > 500)
  }
}
