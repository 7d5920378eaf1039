import Diagnostics
import Testing

struct SuggestionTests {
  @Test(
    arguments: [
      ("amuont", ["amount", "account"], "amount"), ("titel", ["subtitle", "title"], "title"),
      ("Title", ["title"], "title"),
      ("colour", ["color"], "color"), ("매츌", ["매출", "이익"], "매출"), ("x", ["y", "z"], nil),
      ("a", ["ab"], "ab"),
      ("ab", ["cd"], nil), ("region", ["sector"], nil), ("title", ["title"], nil), ("", ["a"], nil),
      ("sectors", ["sector"], "sector"),
    ] as [(String, [String], String?)])
  func findsTheNameThatWasMeant(name: String, known: [String], expected: String?) {
    #expect(Suggestion.nearest(to: name, in: known) == expected)
  }

  @Test func theFirstOfEquallyNearNamesIsMeant() {
    #expect(Suggestion.nearest(to: "cot", in: ["cat", "cut"]) == "cat")
  }

  @Test func hintsNameTheMeantOneElseAllIfTheyAreFew() {
    #expect(Suggestion.hints(for: "titel", in: ["title", "date"]) == ["did you mean \"title\"?"])
    #expect(Suggestion.hints(for: "xyz", in: ["title", "date"]) == ["known here: title, date"])
    #expect(Suggestion.hints(for: "xyz", in: []) == [])
    #expect(Suggestion.hints(for: "xyz", in: (0..<25).map { "name\($0)" }) == [])
  }

  @Test func namesOfAnyLengthAreNoTrouble() {
    #expect(Suggestion.nearest(to: String(repeating: "x", count: 100_000), in: ["title"]) == nil)
    #expect(Suggestion.nearest(to: "title", in: [String(repeating: "x", count: 100_000)]) == nil)
  }
}
