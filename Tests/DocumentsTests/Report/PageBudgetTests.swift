import Diagnostics
import Testing

@testable import Documents

/// What a page budget may do to a document.
@Suite struct PageBudgetTests {
  /// All rungs, as what each does that the one before didn't.
  private func rungs(_ text: String, head: String = "title: T\nfit: 1 page") throws -> [String] {
    let document = try TestReport(head: head, text: text).bind().document
    var last = PageBudget.Rung()
    return document.rungs.map { rung in
      defer { last = rung }
      func lines(_ numbers: Set<Int>) -> String {
        document.locations(of: numbers).map { place in
          "\(place.source.lineColumn(at: place.range?.lowerBound ?? 0).line)"
        }.joined(separator: ",")
      }
      return [
        rung.spacing == last.spacing ? nil : "spacing \(rung.spacing)",
        rung.shortened == last.shortened
          ? nil : "short \(lines(rung.shortened.subtracting(last.shortened)))",
        rung.dropped == last.dropped
          ? nil : "drop \(lines(rung.dropped.subtracting(last.dropped)))",
        rung.figures == last.figures ? nil : "figures \(rung.figures)",
        rung.type == last.type ? nil : "type",
      ].compactMap(\.self).joined(separator: " ")
    }
  }

  static let short = "title: T\nfit: {pages: 1, ladder: [short, drop]}"
  static let long = "::: {#a}\n긴 글\n:::\n\n::: {.short of=a}\n짧은 글\n:::\n"

  @Test func theLadderIsClimbedDownInItsOrder() throws {
    #expect(
      try rungs(Self.long + "\n## 가 {priority=2}\n\n글\n\n::: {.lead priority=1}\n글\n:::")
        .filter { $0 != "type" } == [
          "spacing 0.85", "spacing 0.7", "spacing 0.55", "short 5", "drop 17", "drop 13",
        ])
    #expect(try rungs("글", head: "title: T\nfit: {pages: 1, ladder: [short]}") == [])
  }

  @Test func typeEndsAtItsFloor() throws {
    let head = "title: T\nfit: {pages: 1, ladder: [type], least-type: 9pt}"
    let document = try TestReport(head: head, text: "글").bind().document
    let last = try #require(document.rungs.last)
    let smallest = try document.abridged(to: last)
    #expect(smallest.theme[.body].size == 9)
    // What is smaller already stays.
    #expect(smallest.theme[.note].size == min(9, document.theme[.note].size))
  }

  @Test func aShortFormIsShownInPlaceOfTheLongOneAlone() throws {
    let document = try TestReport(head: Self.short, text: Self.long).bind().document
    #expect(!document.blocks.dump.contains("짧은 글"))
    let rung = try #require(document.rungs.first)
    let text = try document.abridged(to: rung).blocks.dump
    #expect(text.contains("짧은 글") && !text.contains("긴 글"))
  }

  @Test func aHeadingGoesWithItsSection() throws {
    let text = "## 가 {priority=1}\n\n글\n\n### 나\n\n글\n\n## 다\n\n끝"
    let document = try TestReport(head: Self.short, text: text).bind().document
    let rung = try #require(document.rungs.first)
    let rest = try document.abridged(to: rung)
    #expect(rest.places.map { $0.title.plainText } == ["다"])
  }

  @Test func figuresAreNumberedAnew() throws {
    let table = "|a|\n|-|\n|1|\n\n"
    let text = table + ": 첫째 {#tbl-a priority=1}\n\n" + table + ": 둘째 {#tbl-b}\n\n@tbl-b"
    let document = try TestReport(head: Self.short, text: text).bind().document
    let rung = try #require(document.rungs.first)
    #expect(document.places.map(\.number) == ["1", "2"])
    #expect(try document.abridged(to: rung).places.map(\.number) == ["1"])
  }

  /// Blocks that stay whatever their priority is.
  @Test(arguments: [
    ("the last mark of a note", "::: {.lead priority=1}\n글[^a]\n:::\n\n[^a]: 주석", 0),
    (
      "a note that is marked elsewhere", "::: {.lead priority=1}\n글[^a]\n:::\n\n끝[^a]\n\n[^a]: 주석",
      1
    ),
    ("what is referred to", "## 가 {#sec-a priority=1}\n\n글\n\n## 나\n\n@sec-a에서", 0),
    ("what is linked to", "::: {#a priority=1}\n글\n:::\n\n[저기](#a)", 0),
    ("what only itself refers to", "## 가 {#sec-a priority=1}\n\n@sec-a\n\n## 나", 1),
    (
      "what only something refers to that goes first",
      "## 가 {#sec-a priority=2}\n\n글\n\n## 나 {priority=1}\n\n@sec-a", 2
    ),
    (
      "two marks of one note",
      "::: {.lead priority=1}\n글[^a]\n:::\n\n::: {.lead priority=2}\n글[^a]\n:::\n\n[^a]: 주석", 1
    ),
  ])
  func nothingIsLostThatIsNeeded(name: String, text: String, dropped: Int) throws {
    let document = try TestReport(head: Self.short, text: text).bind().document
    #expect((document.rungs.last?.dropped.count ?? 0) == dropped, "\(name)")
  }

  @Test(arguments: [
    Refusal(
      "no id", "::: {.short}\n글\n:::",
      """
      /r/report.md:5:1: error: a short form must say of which block it is
        hint: write ::: {.short of=ID}
      """),
    Refusal(
      "an unknown id", "::: {#why}\n글\n:::\n\n::: {.short of=wye}\n글\n:::",
      """
      /r/report.md:9:1: error: nothing has the id "wye" that this is the short form of
        hint: known here: why
      """),
    Refusal(
      "two forms", Self.long + "\n::: {.short of=a}\n글\n:::",
      """
      /r/report.md:13:1: error: "a" has two short forms
        hint: leave one of them out
      """),
    Refusal(
      "a note of its own", "::: {#a}\n글\n:::\n\n::: {.short of=a}\n글[^n]\n:::\n\n[^n]: 주석",
      """
      /r/report.md:9:1: error: the short form of "a" has a note or source that the long one hasn't
        hint: put it into the long one, too
      """),
    Refusal(
      "a note lost", "::: {#a}\n글[^n]\n:::\n\n::: {.short of=a}\n글\n:::\n\n[^n]: 주석",
      """
      /r/report.md:9:1: warning: the short form of "a" can't be used: a note, a source or something referred to would be lost
        hint: keep it in the short form, too
      """),
    Refusal(
      "a priority that is none", "## 가 {priority=10}",
      """
      /r/report.md:5:6: error: "10" is no value for "priority"
        hint: write "1" or "2" or "3" or "4" or "5" or "6" or "7" or "8" or "9"
      """),
  ])
  func isReported(refusal: Refusal) {
    #expect(
      TestReport(head: "title: T\nfit: 1 page", text: refusal.input).reported()
        == refusal.expected)
  }

  @Test(arguments: [
    ("0 pages", "\"fit\" must be a number of pages from 1 to 1000"),
    ("two pages", "\"fit\" must be a number of pages from 1 to 1000"),
    ("{pages: 1, ladder: [smaller]}", "unknown measure \"smaller\""),
    ("{ladder: [type]}", "this fit has no \"pages\""),
  ])
  func aBudgetThatIsNoneIsReported(fit: String, message: String) {
    #expect(TestReport(head: "title: T\nfit: \(fit)").reported().contains(message))
  }

  @Test func aShortFormWithoutABudgetIsToldOf() {
    #expect(
      TestReport(text: Self.long).reported().contains("the short form is never used"))
  }
}
