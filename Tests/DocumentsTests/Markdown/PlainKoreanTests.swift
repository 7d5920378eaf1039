import Diagnostics
import Testing

@testable import Documents

/// Korean as people write it, which CommonMark's rules for emphasis weren't made for.
@Suite struct PlainKoreanTests {
  private let json = #"{"name": "SK텔레콤", "n": "가(나)", "quote": "\"인용\""}"#

  private func dump(_ text: String) throws -> String {
    try TestMarkdown(text: text, json: json).read().blocks.dump
  }

  @Test(arguments: [
    // Punctuation inside, a particle outside
    Reading("**마크다운(Markdown)**을 쓴다", "p: <b>마크다운(Markdown)</b>을 쓴다"),
    Reading("한국의 **\"인용\"**은", "p: 한국의 <b>\"인용\"</b>은"),
    Reading("한국의**\"인용\"**은", "p: 한국의<b>\"인용\"</b>은"),
    Reading("“**인용**”이라고", "p: “<b>인용</b>”이라고"),
    Reading("**“인용”**이라고", "p: <b>“인용”</b>이라고"),
    Reading("**‘비전’**을, **『책』**을", "p: <b>‘비전’</b>을, <b>『책』</b>을"),
    Reading("**100%**를 넘는 **3.5%**의", "p: <b>100%</b>를 넘는 <b>3.5%</b>의"),
    Reading("**A+**와 **C++**를", "p: <b>A+</b>와 <b>C++</b>를"),
    Reading("**(주)한국**과 **한국(주)**는", "p: <b>(주)한국</b>과 <b>한국(주)</b>는"),
    Reading("한국**(주)**는", "p: 한국<b>(주)</b>는"),
    Reading("*강조*는 *강조(强調)*는", "p: <em>강조</em>는 <em>강조(强調)</em>는"),
    Reading("***굵게(bold)***는", "p: <em><b>굵게(bold)</b></em>는"),
    Reading("**가 *(나)***는", "p: <b>가 <em>(나)</em></b>는"),
    Reading("**정말?**이라고 **그래!**라며", "p: <b>정말?</b>이라고 <b>그래!</b>라며"),
    Reading("**끝.**이다", "p: <b>끝.</b>이다"),
    Reading("**가~**나 **다…**라", "p: <b>가~</b>나 <b>다…</b>라"),
    Reading("**[SK](https://sk.com)**는", "p: <b><a https://sk.com>SK</a></b>는"),
    Reading(
      "[SK](https://sk.com)는 [KT](https://kt.com)가",
      "p: <a https://sk.com>SK</a>는 <a https://kt.com>KT</a>가"),
    Reading("**`코드`**를", "p: <b><code>코드</code></b>를"),
    Reading("첫 줄 **가(나)**는\n둘째 줄 **다(라)**를", "p: 첫 줄 <b>가(나)</b>는 둘째 줄 <b>다(라)</b>를"),
    // Holes
    Reading("**{{name}}**은 **{{n}}**을", "p: <b>‹SK텔레콤›</b>은 <b>‹가(나)›</b>을"),
    Reading("**{{name}}**{{name:-은(는)}}", "p: <b>‹SK텔레콤›</b>‹은›"),
    Reading("{{name}}**(주)**는", "p: ‹SK텔레콤›<b>(주)</b>는"),
    Reading("**\"{{name}}\"**{{name:-은(는)}}", "p: <b>\"‹SK텔레콤›\"</b>‹은›"),
    Reading("**({{name}})**{{name:-은(는)}}", "p: <b>(‹SK텔레콤›)</b>‹은›"),
    Reading("**{{quote}}**은", "p: <b>‹\"인용\"›</b>은"),
    // What isn't emphasis
    Reading("5~10명, 3~4쪽", "p: 5~10명, 3~4쪽"),
    Reading("2022~2023년, 10~12월", "p: 2022~2023년, 10~12월"),
    Reading("~~취소~~", "p: <s>취소</s>"), Reading("3 * 4 * 5", "p: 3 * 4 * 5"),
    Reading("(*주석*)은", "p: (<em>주석</em>)은"), Reading("별표\\*는 그대로", "p: 별표*는 그대로"),
    Reading("`a**b(c)**을`을", "p: <code>a**b(c)**을</code>을"),
    Reading("``a ` **b(c)**을``", "p: <code>a ` **b(c)**을</code>"),
    Reading("`2 * 3`과 **가(나)**는", "p: <code>2 * 3</code>과 <b>가(나)</b>는"),
    Reading("한_국_어와 snake_case는", "p: 한_국_어와 snake_case는"),
    Reading("2022\\. 10\\. 25\\. 서울", "p: 2022. 10. 25. 서울"),
    Reading("매출 1.2조 원", "p: 매출 1.2조 원"), Reading("3.5배로 늘었다", "p: 3.5배로 늘었다"),
    Reading("-5%는 줄었다", "p: -5%는 줄었다"), Reading("#태그는 제목이 아니다", "p: #태그는 제목이 아니다"),
    Reading("1) 첫째는", "ol(1)\n  -\n    p: 첫째는"),
    // Latin stays with CommonMark
    Reading("**foo(bar)**baz", "p: **foo(bar)**baz"),
    Reading("foo**\"bar\"**", "p: foo**\"bar\"**"),
    // Where it stands
    Reading("# **가(나)**는", "h1: <b>가(나)</b>는"),
    Reading("- **가(나)**는\n- 5*3", "ul\n  -\n    p: <b>가(나)</b>는\n  -\n    p: 5*3"),
    Reading(
      "- 5*3\n- (*나*)다\n- **가(나)**는",
      "ul\n  -\n    p: 5*3\n  -\n    p: (<em>나</em>)다\n  -\n    p: <b>가(나)</b>는"),
    Reading("> **가(나)**는\n> **다(라)**는", "quote\n  p: <b>가(나)</b>는 <b>다(라)</b>는"),
    Reading(
      "| **가(나)**는 | 5*3 |\n|---|---|\n| (*나*) | **다(라)**는 |",
      "table\n  columns: <b>가(나)</b>는 left | 5*3 left\n  (<em>나</em>) | <b>다(라)</b>는"),
  ]) func isReadAsMeant(_ reading: Reading) throws {
    #expect(try dump(reading.input) == reading.expected)
  }

  @Test func emphasisDoesNotReachFromOneParagraphIntoAnother() throws {
    #expect(
      try dump("별*표\n\n(*주석*)은\n\n* 점\n* **가(나)**는") == """
        p: 별*표
        p: (<em>주석</em>)은
        ul
          -
            p: 점
          -
            p: <b>가(나)</b>는
        """)
  }

  @Test(arguments: [
    Refusal(
      "a date at the start of a line", "2022. 10. 25. 서울에서",
      """
      report.md:1:1: warning: this line opens two lists
        hint: if it is a date or a number, write a backslash before each dot: 2022\\. 10\\. 25\\.
      """),
    Refusal(
      "a date in a list", "- 하나\n- 2022. 10. 25.",
      """
      report.md:2:3: warning: this line opens two lists
        hint: if it is a date or a number, write a backslash before each dot: 2022\\. 10\\. 25\\.
      """),
    Refusal(
      "a month alone", "10. 25. 서울에서",
      """
      report.md:1:1: warning: this line opens two lists
        hint: if it is a date or a number, write a backslash before each dot: 2022\\. 10\\. 25\\.
      """),
    Refusal(
      "a year alone", "2022. 매출이 늘었다",
      """
      report.md:1:1: warning: this line opens a list that begins with 2022
        hint: if it is a date or a number, write a backslash before each dot: 2022\\. 10\\. 25\\.
      """),
    Refusal("a list", "1. 하나\n2. 둘", ""),
    Refusal("a list in a list", "1. 하나\n   1. 둘", ""),
    Refusal(
      "a mark left in the text", "가나 **다라 마바",
      """
      report.md:1:4: warning: the mark * is left in the text
        hint: if it is meant as a sign, write \\*; if as emphasis, close it right behind a word
      """),
    Refusal(
      "a mark behind a word", "매출* 합계",
      """
      report.md:1:3: warning: the mark * is left in the text
        hint: if it is meant as a sign, write \\*; if as emphasis, close it right behind a word
      """),
    Refusal(
      "behind escapes and entities", "\\[가\\] &amp; \\* 나*",
      """
      report.md:1:17: warning: the mark * is left in the text
        hint: if it is meant as a sign, write \\*; if as emphasis, close it right behind a word
      """),
    Refusal(
      "on the second line of a list in a quote", "> - 하나\n>   둘 셋*",
      """
      report.md:2:8: warning: the mark * is left in the text
        hint: if it is meant as a sign, write \\*; if as emphasis, close it right behind a word
      """),
    Refusal(
      "on a lazy line", "> 하나\n둘 셋*",
      """
      report.md:2:4: warning: the mark * is left in the text
        hint: if it is meant as a sign, write \\*; if as emphasis, close it right behind a word
      """),
    Refusal(
      "in a table's cell", "| 가 | 나 |\n|---|---|\n| 하나 | 둘* |",
      """
      report.md:3:9: warning: the mark * is left in the text
        hint: if it is meant as a sign, write \\*; if as emphasis, close it right behind a word
      """),
    Refusal(
      "behind a code span", "`가` 나*",
      """
      report.md:1:6: warning: the mark * is left in the text
        hint: if it is meant as a sign, write \\*; if as emphasis, close it right behind a word
      """),
    Refusal("between spaces", "3 * 4", ""), Refusal("escaped", "가\\*나", ""),
    Refusal(
      "underscores beside Hangul", "이것은 _강조_는 아니다",
      """
      report.md:1:5: warning: the mark _ is left in the text
        hint: if it is meant as a sign, write \\_; for emphasis beside Hangul, write *
      """),
    Refusal(
      "double underscores beside Hangul", "__굵게__는 아니다",
      """
      report.md:1:1: warning: the mark _ is left in the text
        hint: if it is meant as a sign, write \\_; for emphasis beside Hangul, write *
      """),
    Refusal(
      "a note that is a link's definition", "가\n\n[주]: 잠정치\n\n[참고]: 잠정치 기준\n\n[site]: https://a.b",
      """
      report.md:3:1: warning: this line defines a link and isn't shown
        hint: if it is meant as text, write \\[ for the first bracket
      """),
    Refusal("underscores inside words", "snake_case_name과 _강조_ 끝", ""),
  ]) func isWarnedOf(_ refusal: Refusal) {
    #expect(TestMarkdown(text: refusal.input).reported() == refusal.expected)
  }

  @Test func aFewWarningsAreEnough() throws {
    let warnings = try TestMarkdown(text: String(repeating: "가* ", count: 5000)).read().warnings
    #expect(warnings.count == 51)
    #expect(warnings.last?.message == "4950 more warnings of this kind")
  }
}
