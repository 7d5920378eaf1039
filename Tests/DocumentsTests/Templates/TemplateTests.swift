import Diagnostics
import Formats
import Inputs
import Testing

@testable import Documents

/// What Mustache gives, and what BriefKit adds to it.
@Suite struct TemplateTests {
  @Test func aPartialWithoutALineEndSwallowsNothing() throws {
    #expect(
      try expanded("a\n{{> p}}\nb\n{{<p}}{{/p}}\nc{{> p}}d", partials: ["p": "x"])
        == "a\nx\nb\nx\ncxd")
  }

  private let data = """
    {"name": "SK텔레콤", "매출": {"합계": 1234567, "비율": 0.123}, "US Gross": 12.5, "flag": true,
     "none": null, "no": false, "empty": [], "text": "", "zero": 0, "when": "2022-10-25",
     "goal": "AI 생태계", "region": "서울", "rows": [{"n": "가", "v": 1}, {"n": "나", "v": 2}, {"n": "다", "v": 3}],
     "groups": [{"name": "A", "items": [1, 2]}, {"name": "B", "items": [3]}], "nested": {"name": "안"}}
    """

  @Test(arguments: [
    // Names
    Reading("{{name}}", "SK텔레콤"), Reading("{{ name }}", "SK텔레콤"),
    Reading("{{매출.합계}}", "1234567"), Reading("{{[US Gross]}}", "12.5"),
    Reading("{{[매출].[합계]}}", "1234567"), Reading("{{rows.1.n}}", "나"),
    Reading("{{#nested}}{{name}}{{/nested}}", "안"), Reading("{{flag}}", "true"),
    Reading("{{text}}|{{zero}}", "|0"),
    // Optional
    Reading("[{{?nmae}}]", "[]"), Reading("[{{?none}}]", "[]"), Reading("[{{?name}}]", "[SK텔레콤]"),
    Reading("[{{?rows.7.n}}]", "[]"), Reading("{{#?nmae}}x{{/nmae}}", ""),
    Reading("{{#?name}}x{{/name}}", "x"), Reading("{{#?name}}x{{/?name}}", "x"),
    Reading("{{^?nmae}}x{{/nmae}}", "x"), Reading("{{#?nested.x}}x{{/nested.x}}", ""),
    Reading("[{{?nmae:은(는)}}]", "[]"), Reading("[{{?none:,.0f}}]", "[]"),
    // Sections
    Reading("{{#flag}}ja{{/flag}}{{^flag}}nein{{/flag}}", "ja"),
    Reading("{{#no}}ja{{/no}}{{^no}}nein{{/no}}", "nein"),
    Reading("{{#none}}ja{{/none}}{{^none}}nein{{/none}}", "nein"),
    Reading("{{#empty}}ja{{/empty}}{{^empty}}nein{{/empty}}", "nein"),
    Reading("{{#zero}}null ist da{{/zero}}", "null ist da"),
    Reading("{{#text}}leer ist da{{/text}}", "leer ist da"),
    Reading("{{#rows}}{{n}}{{v}} {{/rows}}", "가1 나2 다3 "),
    Reading("{{#groups.0.items}}{{.}},{{/groups.0.items}}", "1,2,"),
    Reading("{{#name}}{{.}}{{/name}}", "SK텔레콤"),
    Reading("{{#groups}}{{name}}:{{#items}}{{name}}{{.}} {{/items}}{{/groups}}", "A:A1 A2 B:B3 "),
    // Loops
    Reading("{{#rows}}{{@index}}{{n}}{{^@last}}, {{/@last}}{{/rows}}", "0가, 1나, 2다"),
    Reading("{{#rows}}{{#@first}}<{{/@first}}{{n}}{{#@last}}>{{/@last}}{{/rows}}", "<가나다>"),
    Reading("{{#groups}}{{#items}}{{@index}}{{/items}};{{@index}} {{/groups}}", "01;0 0;1 "),
    Reading("{{#rows}}{{#nested}}{{@index}}{{/nested}}{{/rows}}", "012"),
    // Formats and particles
    Reading("{{매출.합계:,.0f}}", "1,234,567"), Reading("{{매출.합계:만}}", "123만"),
    Reading("{{매출.비율:+.1%}}", "+12.3%"), Reading("{{매출.비율:percent}}", "12.3%"),
    Reading("{{when:date}}", "2022. 10. 25."), Reading("{{when:%Y년 %-m월}}", "2022년 10월"),
    Reading("{{when:%H:%M}}", "00:00"), Reading("{{name:은(는)}}", "SK텔레콤은"),
    Reading("{{goal:을(를)}}", "AI 생태계를"), Reading("{{region:(으)로}}", "서울로"),
    Reading("{{name:은/는}}", "SK텔레콤은"), Reading("{{매출.합계:,.0f:이(가)}}", "1,234,567이"),
    Reading("{{when:%H:%M:은(는)}}", "00:00은"), Reading("{{name: 은(는) }}", "SK텔레콤은"),
    Reading("**{{name}}**{{name:-은(는)}}", "**SK텔레콤**은"),
    Reading("{{매출.합계:,.0f:-이(가)}}", "이"),
    // Comments and delimiters
    Reading("a{{! {{name }}b", "ab"), Reading("a{{!\n두 줄\n}}b", "ab"),
    Reading("{{=<% %>=}}<% name %> {{name}}", "SK텔레콤 {{name}}"),
    Reading("{{=| |=}}|name||={{ }}=|{{name}}", "SK텔레콤SK텔레콤"),
    // Lines of their own
    Reading("a\n{{#flag}}\nb\n{{/flag}}\nc\n", "a\nb\nc\n"),
    Reading("a\n  {{#flag}}  \nb\n\t{{/flag}}\nc", "a\nb\nc"),
    Reading("a\r\n{{#flag}}\r\nb\r\n{{/flag}}\r\nc", "a\r\nb\r\nc"),
    Reading("{{#rows}}\n- {{n}}\n{{/rows}}\n", "- 가\n- 나\n- 다\n"),
    Reading("a {{#flag}}\nb\n{{/flag}}", "a \nb\n"), Reading("가\n{{! 주석 }}\n나", "가\n나"),
    Reading("{{#flag}}{{/flag}}\nx", "\nx"), Reading("가\n{{name}}\n나", "가\nSK텔레콤\n나"),
    // Values are never read again
    Reading("{{{name}}}{{&name}}", "SK텔레콤SK텔레콤"),
  ]) func prints(_ reading: Reading) throws {
    #expect(try expanded(reading.input, data) == reading.expected)
  }

  @Test func valuesAreNotTemplates() throws {
    #expect(try expanded("{{x}} {{{x}}}", #"{"x": "{{y}}"}"#) == "{{y}} {{y}}")
  }

  @Test(arguments: [
    Reading("{{name:은(는)}}", "KT"), Reading("{{n:,.0f:이(가)}}", "1,200"),
    Reading("**{{name}}**{{name:-은(는)}}", "**KT**"),
    Reading("{{d:date}}", "25 Oct 2022"),
  ]) func englishHasNoParticles(_ reading: Reading) throws {
    let json = #"{"name": "KT", "n": 1200, "d": "2022-10-25"}"#
    #expect(try expanded(reading.input, json, language: .en) == reading.expected)
  }

  // MARK: Partials

  @Test func partialsStandInTheirScope() throws {
    let partials = ["row": "{{n}}={{v}};"]
    #expect(
      try expanded("{{#rows}}{{> row}}{{/rows}}", data, partials: partials) == "가=1;나=2;다=3;")
  }

  @Test func aPartialOnItsOwnLineIsIndented() throws {
    let partials = ["list": "- {{n}}\n  {{> deep}}\n", "deep": "* a\n* b\n"]
    #expect(
      try expanded("{{#rows}}\n  {{> list}}\n{{/rows}}", data, partials: partials)
        == "  - 가\n    * a\n    * b\n  - 나\n    * a\n    * b\n  - 다\n    * a\n    * b\n")
  }

  @Test func aPartialWithinALineIsNotIndented() throws {
    #expect(try expanded("a {{> p}} b", partials: ["p": "x\ny"]) == "a x\ny b")
  }

  @Test func theLinesOfAnIndentedSectionAreIndented() throws {
    let partials = ["p": "{{#rows}}\n{{n}}\n{{/rows}}\n"]
    #expect(try expanded("> {{> p}}", data, partials: partials) == "> 가\n나\n다\n")
    #expect(try expanded("  {{> p}}\n", data, partials: partials) == "  가\n  나\n  다\n")
  }

  @Test func aPartialMayIncludeItselfOverATree() throws {
    let json =
      #"{"node": {"n": 1, "kids": [{"n": 2, "kids": []}, {"n": 3, "kids": [{"n": 4, "kids": []}]}]}}"#
    let partials = ["tree": "{{n}}{{#kids}}({{> tree}}){{/kids}}"]
    #expect(try expanded("{{#node}}{{> tree}}{{/node}}", json, partials: partials) == "1(2)(3(4))")
  }

  @Test func delimitersOfAPartialAreItsOwn() throws {
    let partials = ["p": "{{=<% %>=}}<% name %>{{name}}"]
    #expect(
      try expanded("{{> p}} {{name}}", data, partials: partials) == "SK텔레콤{{name}} SK텔레콤")
  }

  // MARK: Values

  @Test func aValueKeepsItsOriginAndFormat() throws {
    let template = try TemplateParser.parse(
      .init(name: "t", text: "{{#rows}}{{v:,.1f:이(가)}}{{/rows}}"))
    let expansion = try Expander.expand(
      template, in: try scope(data), printer: HolePrinter(language: .ko))
    #expect(expansion.values.map(\.text) == ["1.0이", "2.0이", "3.0이"])
    #expect(expansion.values.map(\.origin.pointer) == ["/rows/0/v", "/rows/1/v", "/rows/2/v"])
    #expect(expansion.values.allSatisfy { $0.format == ",.1f" })
    #expect(expansion.values.map(\.value) == [1, 2, 3])
  }

  @Test func namesOfTheLoopComeBeforeThoseAround() throws {
    let json = #"{"n": "außen", "rows": [{"n": "innen"}, {}]}"#
    #expect(try expanded("{{#rows}}{{n}} {{/rows}}{{n}}", json) == "innen außen außen")
  }
}
