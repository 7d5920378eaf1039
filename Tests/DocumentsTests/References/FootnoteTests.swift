import Testing

@testable import Documents

@Suite struct FootnoteTests {
  private func notes(_ text: String, json: String = "{}") throws -> (text: String, notes: [String])
  {
    let document = try TestReport(text: text, json: json).bind().document
    return (document.blocks.dump, document.notes.map(\.dump))
  }

  @Test func marksAreNumberedAsTheyCome() throws {
    let read = try notes("가[^b] 나[^a] 다[^b]\n\n[^a]: 에이\n[^b]: 비\n둘째 줄\n\n    둘째 문단\n\n라")
    #expect(read.text == "p: 가[1] 나[2] 다[1]\np: 라")
    #expect(read.notes == ["p: 비 둘째 줄\np: 둘째 문단", "p: 에이"])
  }

  @Test func aCaptionIsReadBeforeItsTable() throws {
    let read = try notes(
      "| 가[^b] |\n|---|\n| 나[^c] |\n\n: 표[^a]\n\n[^a]: 에이\n[^b]: 비\n[^c]: 시")
    #expect(read.notes == ["p: 에이", "p: 비", "p: 시"])
    #expect(read.text.contains("표[1]") && read.text.contains("가[2]") && read.text.contains("나[3]"))
  }

  @Test func labelsAndNotesHoldValues() throws {
    let read = try notes(
      "{{#rows}}\n- {{name}}[^{{id}}]\n\n[^{{id}}]: {{note}} | [가](https://a.b)\n\n{{/rows}}",
      json:
        ##"{"rows": [{"id": "x", "name": "하나", "note": "]: #"}, {"id": "y", "name": "둘", "note": "비고"}]}"##
    )
    #expect(read.notes == ["p: ‹]: #› | <a https://a.b>가</a>", "p: ‹비고› | <a https://a.b>가</a>"])
    #expect(read.text.contains("‹하나›[1]") && read.text.contains("‹둘›[2]"))
  }

  @Test func notesReferAndCite() throws {
    let read = try notes("# 가 {#sec-a}\n\n나[^1]\n\n[^1]: @sec-a에서")
    #expect(read.notes == ["p: @sec-a(1절)에서"])
  }

  @Test func inCodeAMarkIsNone() throws {
    #expect(try notes("`[^1]` 가\\[^1]").text == "p: <code>[^1]</code> 가[^1]")
  }

  @Test(arguments: [
    Refusal(
      "a mark without a note", "가[^one] 나\n\n[^two]: 둘",
      """
      /r/report.md:4:2: error: there is no note "one"
        hint: known here: two
        hint: write it on a line of its own: [^one]: …
      /r/report.md:6:1: warning: nothing refers to the note "two", so it isn't shown
        hint: write [^two] where its mark shall stand
      """),
    Refusal(
      "a note given twice", "가[^1]\n\n[^1]: 하나\n\n[^1]: 둘",
      """
      /r/report.md:8:1: error: the note "1" is given twice
      /r/report.md:6:1: note: first given here
        hint: in a section that is repeated, put a value of its own into the label
      """),
    Refusal(
      "a note in a note", "가[^1]\n\n[^1]: 하나[^2]\n\n[^2]: 둘",
      """
      /r/report.md:6:9: error: a note inside a note
        hint: write it into the note's own text
      """),
  ])
  func refusals(_ refusal: Refusal) {
    #expect(TestReport(text: refusal.input).reported() == refusal.expected)
  }
}
