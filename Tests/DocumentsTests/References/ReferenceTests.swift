import Testing

@testable import Documents

@Suite struct ReferenceTests {
  private func report(_ text: String, head: String = "title: T", json: String = "{}") -> TestReport
  {
    TestReport(head: head, text: text, json: json)
  }

  @Test(arguments: [
    Reading(
      "# 가 {#sec-a}\n\n@sec-a에서, @sec-a:은(는) 본다.",
      "h1 1{#sec-a}: 가\np: @sec-a(1절)에서, @sec-a(1절):은(는) 본다."),
    Reading(
      "## 나 {#sec-b}\n\n@sec-b 참조", "h2{#sec-b}: 나\np: @sec-b(‘나’) 참조"),
    Reading(
      "|가|\n|-|\n|1|\n\n: 표 {#tbl-t}\n\n@tbl-t:을(를)",
      "table{#tbl-t}\n  caption: 표\n  columns: 가 left\n  1\np: @tbl-t(표 1):을(를)"),
    // Written in the data, an id is found all the same.
    Reading("# 가 {#sec-{{id}}}\n\n@sec-{{id}}", "h1 1{#sec-x}: 가\np: @sec-x(1절)"),
    // Of Hangul behind an id the id takes what it can.
    Reading(
      "# 가 {#sec-가}\n\n@sec-가에는, @sec-가", "h1 1{#sec-가}: 가\np: @sec-가(1절)에는, @sec-가(1절)"),
    // A mail address is none.
    Reading("가@fig-x.com", "p: 가@fig-x.com"),
    Reading("kim@fig-x.com", "p: kim@fig-x.com"),
    Reading("\\@fig-x", "p: @fig-x"),
    // Inside the document.
    Reading("::: {#box}\n가\n:::\n\n[그리](#box)", "div plain{#box}\n  p: 가\np: <a #box>그리</a>"),
    Reading("[가]{#word} [그리](#word)", "p: <span plain{#word}>가</span> <a #word>그리</a>"),
  ])
  func namesLeadToPlaces(_ reading: Reading) throws {
    let text =
      reading.input == "가@fig-x.com"
      ? try? report(reading.input, json: #"{"id": "x"}"#).dumped()
      : try report(reading.input, json: #"{"id": "x"}"#).dumped()
    // Right behind Hangul a reference may stand, so the first of the addresses is one to nothing.
    if reading.input == "가@fig-x.com" {
      #expect(text == nil)
    } else {
      #expect(text == reading.expected)
    }
  }

  @Test func sectionsAreNumberedDownToALevel() throws {
    let text = "# a\n\n## b\n\n## c\n\n# d\n\n### e\n\n## f"
    #expect(
      try report(text, head: "title: T\nnumbering: 2").dumped()
        == "h1 1: a\nh2 1.1: b\nh2 1.2: c\nh1 2: d\nh3: e\nh2 2.1: f")
    #expect(
      try report(text, head: "title: T\nnumbering: false").dumped()
        == "h1: a\nh2: b\nh2: c\nh1: d\nh3: e\nh2: f")
  }

  @Test func tablesAreNumberedWhereOneIsReferredTo() throws {
    let tables = "|a|\n|-|\n|1|\n\n: 하나 {#tbl-one}\n\n|b|\n|-|\n|2|\n\n: 둘\n\n|c|\n|-|\n|3|\n\n"
    let numbers = { (text: String) in
      try report(text).bind().document.blocks.compactMap { block -> Int? in
        if case .table(let table) = block.kind { table.number } else { nil }
      }
    }
    #expect(try numbers(tables) == [])
    #expect(try numbers(tables + "@tbl-one") == [1, 2])
    #expect(try numbers(tables + "::: {.list-of-tables}\n:::") == [1, 2])
  }

  @Test func aLevelIsANumberOrYesOrNo() {
    #expect(
      report("", head: "title: T\nnumbering: 7\ncontents: x").reported() == """
        /r/report.md:3:12: error: "numbering" must be a level from 1 to 4
          hint: write true, or how many levels of headings: 2
        /r/report.md:4:11: error: "contents" must be true, false or a level from 1 to 4, not a text
        """)
  }

  @Test(arguments: [
    Refusal(
      "a reference to nothing", "# 가 {#sec-sales}\n\n@sec-sale, @fig-x",
      """
      /r/report.md:6:1: error: nothing has the id "sec-sale"
        hint: did you mean "sec-sales"?
        hint: give it to a heading, figure or table: {#sec-sale}
      /r/report.md:6:12: error: nothing has the id "fig-x"
        hint: give it to a heading, figure or table: {#fig-x}
      """),
    Refusal(
      "a reference to a block without a name", "::: {#sec-box}\n가\n:::\n\n@sec-box",
      """
      /r/report.md:8:1: error: "sec-box" is neither a section nor a figure nor a table
        hint: link to it instead: [words](#sec-box)
      """),
    Refusal(
      "an id of another kind", "# 가 {#fig-a}\n\n@fig-a",
      """
      /r/report.md:6:1: error: "fig-a" is the id of a section, not of a figure
        hint: begin the id with sec-
      """),
    Refusal(
      "a particle in one form", "# 가 {#sec-a}\n\n@sec-a:은 @sec-a: 은",
      """
      /r/report.md:6:1: error: "은" is no particle
        hint: write both forms, such as 은(는), 이(가), 을(를), 와(과), (으)로; text behind a space
      """),
    Refusal(
      "a note in an attribute", "::: {.callout-note title=\"가[^a]\"}\n나\n:::",
      """
      /r/report.md:4:1: warning: a note or reference in "title" is printed as it stands
        hint: write it in the text, or in a note of the text below
      """),
    Refusal(
      "a link to nothing", "# 가 {#here}\n\n[저기](#there)",
      """
      /r/report.md:6:1: error: the link "저기" leads to "#there", and nothing has that id
        hint: did you mean "here"?
        hint: give it to a block: {#there}
      """),
    Refusal(
      "something inside contents", "::: {.contents}\n가\n:::",
      """
      /r/report.md:5:1: error: nothing may stand in a block ".contents"
        hint: close the block right below its first line
      """),
  ])
  func refusals(_ refusal: Refusal) {
    #expect(report(refusal.input).reported() == refusal.expected)
  }
}
