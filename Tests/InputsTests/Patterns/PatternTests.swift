import Diagnostics
import Testing

@testable import Inputs

struct PatternTests {
  /// A pattern, a text, and what its first match takes.
  struct Row: Sendable, CustomTestStringConvertible {
    var pattern: String
    var text: String
    var match: String?
    var flags: Pattern.Flags

    init(_ pattern: String, _ text: String, _ match: String?, _ flags: Pattern.Flags = []) {
      self.pattern = pattern
      self.text = text
      self.match = match
      self.flags = flags
    }

    var testDescription: String { "/\(pattern)/ in \"\(text)\"" }
  }

  static let rows: [Row] = [
    Row("", "가", ""), Row("", "", ""), Row("b+", "abbc", "bb"), Row("b+?", "abbc", "b"),
    Row("^a$", "a\n", nil), Row("a$", "a\nb", nil), Row("a$", "a\nb", "a", .multiline),
    Row("^b", "a\nb", nil), Row("^b", "a\u{2028}b", "b", .multiline),
    Row("^b", "b", "b", .multiline),
    Row("a.b", "a\nb", nil), Row("a.b", "a\nb", "a\nb", .dotAll), Row("a.b", "a🐲b", "a🐲b"),
    Row("a.b", "a\u{2029}b", nil), Row("ABC", "abc", "abc", .ignoreCase),
    Row("É", "é", "é", .ignoreCase),
    Row(#"\d+"#, "٣42", "42"), Row(#"\w+"#, "éa_1", "a_1"), Row(#"\s"#, "\u{FEFF}", "\u{FEFF}"),
    Row(#"[\s]"#, "\u{3000}", "\u{3000}"), Row(#"[^\s]"#, "\u{3000}", nil),
    Row(#"[\S]"#, "\u{3000}가", "가"), Row(#"[^\S]"#, "가 ", " "), Row(#"\S"#, "\u{2028}", nil),
    Row(#"\u0041"#, "A", "A"), Row(#"\u{1F432}"#, "🐲", "🐲"), Row(#"\ud83d\udc32"#, "🐲", "🐲"),
    Row(#"[\ud83d\udc32]"#, "🐲", "🐲"), Row(#"\ud83d"#, "🐲", nil),
    Row(#"[\ud800-\udfff]"#, "🐲", nil),
    Row(#"[^\ud800-\udfff]"#, "🐲", "🐲"), Row(#"[\u0000-\uffff]"#, "🐲a", "a"),
    Row(#"\x41"#, "A", "A"),
    Row(#"\cA"#, "\u{1}", "\u{1}"), Row(#"\0"#, "\u{0}", "\u{0}"), Row(#"[\b]"#, "\u{8}", "\u{8}"),
    Row(#"\bb"#, "a b", "b"), Row(#"\Bb"#, "ab", "b"),
    Row(#"\t\n\v\f\r"#, "\t\n\u{B}\u{C}\r", "\t\n\u{B}\u{C}\r"),
    Row(#"\p{Letter}+"#, "1가é", "가é"), Row(#"\p{L}+"#, "1가", "가"), Row(#"\P{L}+"#, "가1", "1"),
    Row(#"[\p{Lu}\d]+"#, "aB1", "B1"), Row(#"\p{Script=Hangul}+"#, "a가나", "가나"),
    Row(#"\p{sc=Hang}"#, "가", "가"), Row(#"\p{scx=Greek}"#, "α", "α"), Row(#"\p{gc=Nd}"#, "٣", "٣"),
    Row(#"\p{General_Category=Uppercase_Letter}"#, "aB", "B"), Row(#"\p{LC}"#, "가b", "b"),
    Row(#"\p{Emoji_Presentation}"#, "🐲", "🐲"), Row(#"\p{Any}"#, "\n", "\n"),
    Row(#"\p{ASCII}"#, "가a", "a"),
    Row(#"\p{Assigned}"#, "a", "a"), Row(#"\P{Assigned}"#, "a", nil),
    Row(#"\p{White_Space}"#, "a ", " "),
    Row("[]", "a", nil), Row("[^]", "\n", "\n"), Row("[a-c]+", "xabc", "abc"),
    Row("[-a]+", "-a", "-a"),
    Row("[a-]+", "-a", "-a"), Row(#"[\w-a]+"#, "-a", "-a"), Row("[[:alpha:]]", "a:]", ":]"),
    Row("[[:alpha:]]", "a]", "a]"), Row("[.*]+", "a.*", ".*"), Row("[^a]", "ab", "b"),
    Row("]", "]", "]"),
    Row("{", "{", "{"), Row("a{,2}", "a{,2}", "a{,2}"), Row("a{2}", "aaa", "aa"),
    Row("a{2,}", "aaa", "aaa"),
    Row("a{1,2}?", "aaa", "a"), Row("}", "}", "}"), Row(#"\/\-\."#, "/-.", "/-."),
    Row("(a)|b", "b", "b"),
    Row(#"(a)\1"#, "aa", "aa"), Row(#"(?:(a)|b)\1"#, "b", "b"), Row(#"\1(a)"#, "a", "a"),
    Row(#"(?<가>.)\k<가>"#, "xaa", "aa"), Row(#"\k<n>(?<n>a)"#, "a", "a"), Row("a(?=b)", "acab", "a"),
    Row("a(?!c)", "acab", "a"), Row("(?<=a)b", "bab", "b"), Row("(?<!a)b", "ab", nil),
    Row("(?<=a|bc)d", "bcd", "d"), Row(#"#\ "#, "# ", "# "), Row("가|나", "나", "나"),
    Row(#"^\p{Lu}{2}-\d{4}$"#, "AB-2022", "AB-2022"),
  ]

  @Test(arguments: rows) func matchesAsInJavaScript(_ row: Row) throws {
    let pattern = try Pattern(row.pattern, flags: row.flags)
    #expect(try pattern.firstMatch(in: row.text)?.groups.first == row.match.map { Substring($0) })
    #expect(try pattern.matches(row.text) == (row.match != nil))
  }

  @Test func aGroupThatTookNoPartIsNil() throws {
    let match = try Pattern("(a)|(?<second>b)").firstMatch(in: "가b")
    #expect(match?.groups == ["b", nil, "b"])
    #expect(match?["second"] == "b")
    #expect(match?["third"] == nil)
    #expect(match?.range == 3..<4)
  }

  @Test func allMatchesGoFromLeftToRight() throws {
    #expect(try Pattern(#"\d"#).allMatches(in: "1가2").map(\.range) == [0..<1, 4..<5])
    #expect(try Pattern("").allMatches(in: "가a").map(\.range.lowerBound) == [0, 3, 4])
    #expect(try Pattern("a*").allMatches(in: "baac").map(\.range) == [0..<0, 1..<3, 3..<3, 4..<4])
    #expect(try Pattern("^a").allMatches(in: "aa").count == 1)
  }

  @Test(arguments: [
    ("a", "x", "banana", "bxnana", "bxnxnx"), ("(a)(n)", "$2$1", "banana", "bnaana", "bnanaa"),
    ("n", "[$`|$&|$'|$$]", "ana", "a[a|n|a|$]a", "a[a|n|a|$]a"),
    ("(?<x>n)", "<$<x>>$<y>", "ana", "a<n>a", "a<n>a"), ("a", "$1$0$", "a", "$1$0$", "$1$0$"),
    ("(a)", "$10$01$2", "a", "a0a$2", "a0a$2"), ("", "-", "가나", "-가나", "-가-나-"),
    ("z", "x", "가", "가", "가"), ("a", "$<x>", "a", "$<x>", "$<x>"),
  ]) func replacesAsInJavaScript(
    _ pattern: String, _ template: String, _ text: String, _ first: String, _ all: String
  ) throws {
    let pattern = try Pattern(pattern)
    #expect(try pattern.replacing(in: text, with: template) == first)
    #expect(try pattern.replacing(in: text, with: template, all: true) == all)
  }

  @Test func anEqualPatternIsOneOfTheSameTextAndFlags() throws {
    #expect(try Pattern("a") == Pattern("a"))
    #expect(try Pattern("a") != Pattern("a", flags: .ignoreCase))
    #expect(try Set([Pattern("a"), Pattern("a"), Pattern("b")]).count == 2)
  }

  @Test func onePatternIsMatchedByManyTasks() async throws {
    let pattern = try Pattern(#"(\d+)-\1"#)
    let answers = await withTaskGroup(of: Bool.self) { group in
      for number in 0..<200 {
        group.addTask { (try? pattern.matches("a\(number)-\(number)")) ?? false }
      }
      return await group.reduce(true) { $0 && $1 }
    }
    #expect(answers)
  }
}
