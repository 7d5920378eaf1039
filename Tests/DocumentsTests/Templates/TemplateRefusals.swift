import Diagnostics
import Testing

@testable import Documents

@Suite struct TemplateRefusals {
  private static let json = """
    {"summit": {"name": "서밋", "date": "2022-10-25", "people": [{"name": "김"}, {"name": null}, {}]},
     "sales": 12.5, "none": null, "US Gross": 3}
    """

  @Test(arguments: [
    Refusal(
      "an unknown name", "{{sumit.name}}",
      """
      t.md:1:1: error: unknown name "sumit"
        hint: did you mean "summit"?
        hint: if it may be missing, write {{?sumit.name}}
      """),
    Refusal(
      "an unknown member, behind Korean text", "가나다 {{summit.nme}}",
      """
      t.md:1:5: error: unknown name "nme" in "summit"
        hint: did you mean "name"?
        hint: if it may be missing, write {{?summit.nme}}
      """),
    Refusal(
      "an unknown section", "{{#summit.peple}}x{{/summit.peple}}",
      """
      t.md:1:1: error: unknown name "peple" in "summit"
        hint: did you mean "people"?
        hint: if it may be missing, write {{#?summit.peple}}
      """),
    Refusal(
      "an unknown inverted section", "{{^nmae}}x{{/nmae}}",
      """
      t.md:1:1: error: unknown name "nmae"
        hint: known here: summit, sales, none, US Gross
        hint: if it may be missing, write {{^?nmae}}
      """),
    Refusal(
      "all at once", "{{a}}\n{{summit.b}}",
      """
      t.md:1:1: error: unknown name "a"
        hint: known here: summit, sales, none, US Gross
        hint: if it may be missing, write {{?a}}
      t.md:2:1: error: unknown name "b" in "summit"
        hint: known here: name, date, people
        hint: if it may be missing, write {{?summit.b}}
      """),
    Refusal(
      "a member of a number", "{{sales.x}}",
      """
      t.md:1:1: error: "sales" is a number and has no "x"
        hint: if it may be missing, write {{?sales.x}}
      """),
    Refusal(
      "a member of a list", "{{summit.people.name}}",
      """
      t.md:1:1: error: "summit.people" is a list and has no "name"
        hint: go through it with {{#summit.people}} … {{/summit.people}}
        hint: if it may be missing, write {{?summit.people.name}}
      """),
    Refusal(
      "an item beyond the end", "{{summit.people.3.name}}",
      """
      t.md:1:1: error: "summit.people" has 3 items and no "3"; the first is 0
        hint: if it may be missing, write {{?summit.people.3.name}}
      """),
    Refusal(
      "a name missing in one row of a loop, once", "{{#summit.people}}{{name}}{{/summit.people}}",
      """
      t.md:1:19: error: "name" is null
      note: the value is /summit/people/1/name in the data
        hint: if it may be missing, write {{?name}}
      """),
    Refusal(
      "null", "{{none}}",
      """
      t.md:1:1: error: "none" is null
      note: the value is /none in the data
        hint: if it may be missing, write {{?none}}
      """),
    Refusal(
      "a list as a text", "{{summit.people}}",
      """
      t.md:1:1: error: "summit.people" can't be printed: it is a list
      note: the value is /summit/people in the data
        hint: go through its items: {{#summit.people}} … {{/summit.people}}
      """),
    Refusal(
      "an object as a text", "{{summit}}",
      """
      t.md:1:1: error: "summit" can't be printed: it is an object
      note: the value is /summit in the data
        hint: name one of its members: {{summit.…}}
      """),
    Refusal(
      "a text in a number's format", "{{summit.name:,.0f}}",
      """
      t.md:1:1: error: "summit.name" can't be printed as ",.0f": the format ",.0f" shows numbers, "서밋" is a text
      note: the value is /summit/name in the data
      """),
    Refusal(
      "an unknown format", "{{sales:percnt}}",
      """
      t.md:1:1: error: unknown format "percnt"
        hint: did you mean "percent"?
      """),
    Refusal(
      "no format behind the colon", "{{sales:}}",
      """
      t.md:1:1: error: the format is empty
        hint: leave out the colon
      """),
    Refusal(
      "an unknown particle", "{{summit.name:은(를)}}",
      """
      t.md:1:1: error: "은(를)" is neither a particle nor a format
        hint: did you mean "은(는)"?
      """),
    Refusal(
      "one form of a particle", "{{summit.name:는}}",
      """
      t.md:1:1: error: "는" is neither a particle nor a format
        hint: did you mean "은(는)"?
      """),
    Refusal(
      "no name", "{{}}",
      """
      t.md:1:1: error: "" is no name
        hint: a name is made of letters, digits, _ and -; put any other key in brackets: {{[US Gross]}}
      """),
    Refusal(
      "an odd key without brackets", "{{US Gross}}",
      """
      t.md:1:1: error: "US Gross" is no name
        hint: a name is made of letters, digits, _ and -; put any other key in brackets: {{[US Gross]}}
      """),
    Refusal(
      "an open bracket", "{{[US Gross}}",
      """
      t.md:1:1: error: the bracket in "[US Gross" isn't closed
        hint: write [key]
      """),
    Refusal(
      "a bracket without a dot", "{{summit[name]}}",
      """
      t.md:1:1: error: "summit[name]" is no name
        hint: put a dot between a bracket and what follows
      """),
    Refusal(
      "an open tag", "가 {{sales\n{{summit.name}}",
      """
      t.md:1:3: error: the tag isn't closed
        hint: close it with }}
      """),
    Refusal(
      "an open triple tag", "{{{sales}} x",
      """
      t.md:1:1: error: the tag isn't closed
        hint: close it with }}}
      """),
    Refusal(
      "an open section", "{{#summit}}\nx",
      """
      t.md:1:1: error: the section "summit" isn't closed
        hint: close it with {{/summit}}
      """),
    Refusal(
      "a stray end", "x{{/summit}}",
      """
      t.md:1:2: error: {{/summit}} closes a section that isn't open
        hint: open it with {{#summit}} or remove this tag
      """),
    Refusal(
      "crossed sections", "{{#summit}}{{#sales}}x{{/summit}}{{/sales}}",
      """
      t.md:1:23: error: {{/summit}} closes "sales"
      t.md:1:12: note: opened here
        hint: write {{/sales}} first
      t.md:1:34: error: {{/sales}} closes a section that isn't open
        hint: open it with {{#sales}} or remove this tag
      """),
    Refusal(
      "an end misspelt, one fault", "{{#summit}}x{{/sumit}}",
      """
      t.md:1:13: error: {{/sumit}} closes "summit"
      t.md:1:1: note: opened here
        hint: write {{/summit}} first
      """),
    Refusal(
      "a faulty section, one fault", "{{#a b}}x{{/a b}}",
      """
      t.md:1:1: error: "a b" is no name
        hint: a name is made of letters, digits, _ and -; put any other key in brackets: {{[US Gross]}}
      """),
    Refusal(
      "a partial without a name", "{{> }}",
      """
      t.md:1:1: error: the partial has no name
        hint: name a file of partials/ without its ending: {{> name}}
      """),
    Refusal(
      "an unknown partial", "{{> rwo}}",
      """
      t.md:1:1: error: no partial is named "rwo"
        hint: did you mean "row"?
      """),
    Refusal(
      "three delimiters", "{{=a b c=}}",
      """
      t.md:1:1: error: the delimiters "a b c" are not two marks
        hint: write {{=<% %>=}}
      """),
    Refusal(
      "the item outside a section", "{{.}}",
      """
      t.md:1:1: error: "." stands outside any section
        hint: name a value: {{summit.name}}
      """),
    Refusal(
      "the index outside a list", "{{#summit}}{{@index}}{{/summit}}",
      """
      t.md:1:12: error: "@index" stands outside any list
        hint: put it between {{#list}} and {{/list}}
      """),
    Refusal(
      "a fault in a partial", "\n  {{> row}}",
      """
      row.mustache:1:3: error: unknown name "nmae"
      t.md:2:3: note: included here
        hint: known here: summit, sales, none, US Gross
        hint: if it may be missing, write {{?nmae}}
      """),
  ]) func isReported(_ refusal: Refusal) {
    let partials = refusal.input.contains("{{> r") ? ["row": "- {{nmae}}"] : [:]
    #expect(
      reported { try expanded(refusal.input, Self.json, partials: partials) } == refusal.expected)
  }

  /// A layout that others build on, with two blocks.
  private static let layout = ["layout": "{{$head}}머리{{/head}} {{$body}}몸{{/body}}"]

  @Test(arguments: [
    Refusal(
      "an unknown parent", "{{<layuot}}{{/layuot}}",
      """
      t.md:1:1: error: no partial is named "layuot"
        hint: did you mean "layout"?
      """),
    Refusal(
      "an unknown block", "{{<layout}}{{$haed}}x{{/haed}}{{/layout}}",
      """
      t.md:1:12: error: "layout" has no block "haed"
        hint: did you mean "head"?
      """),
    Refusal(
      "text in a parent", "{{<layout}}\n잊은 말\n{{/layout}}",
      """
      t.md:1:12: error: what stands in a parent outside its blocks is never printed
        hint: put it into a block: {{$name}} … {{/name}}
      """),
    Refusal(
      "an unclosed parent", "{{<layout}}{{$head}}x{{/head}}",
      """
      t.md:1:1: error: the section "layout" isn't closed
        hint: close it with {{/layout}}
      """),
    Refusal(
      "a block without a name", "{{$}}x{{/}}",
      """
      t.md:1:1: error: the block has no name
        hint: write {{$name}} … {{/name}}
      """),
    Refusal(
      "a dynamic name that is unknown", "{{>*kind}}",
      """
      t.md:1:1: error: unknown name "kind"
        hint: known here: summit, sales, none, US Gross
      """),
    Refusal(
      "a dynamic name of another kind", "{{>*summit}}",
      """
      t.md:1:1: error: "summit" is an object, not the name of a partial
      note: the value is /summit in the data
      """),
    Refusal(
      "a dynamic name twice over", "{{>**kind}}",
      """
      t.md:1:1: error: "*kind" is no name
        hint: write {{>*name}}, where name holds text
      """),
  ]) func inheritanceIsChecked(_ refusal: Refusal) {
    #expect(
      reported { try expanded(refusal.input, Self.json, partials: Self.layout) }
        == refusal.expected)
  }

  @Test func aParentThatNamesItselfEnds() {
    #expect(
      reported { try expanded("{{<p}}{{/p}}", partials: ["p": "{{<p}}{{/p}}"]) }
        .contains("the nesting of sections and partials passes the limit of 100 levels"))
  }

  @Test func aBlockThatReplacesItselfEnds() {
    let partials = ["p": "{{$b}}{{/b}}"]
    #expect(
      reported { try expanded("{{<p}}{{$b}}{{$b}}{{/b}}{{/b}}{{/p}}", partials: partials) }
        .contains("the nesting of sections and partials passes the limit of 100 levels"))
  }

  // MARK: Limits

  private func limits(_ name: Limits.Name, _ value: Int) -> Limits {
    var limits = Limits()
    limits[name] = value
    return limits
  }

  @Test func aPartialThatIncludesItselfEnds() {
    #expect(
      reported { try expanded("{{> p}}", partials: ["p": "x{{> p}}{{> p}}"]) } == """
        p.mustache:1:2: error: the nesting of sections and partials passes the limit of 100 levels
          hint: if that is intended: --limit template-depth=400
        """)
  }

  @Test func deepSectionsAreRefused() {
    let names = (0..<2000).map { "{{#a\($0)}}" }.joined()
    #expect(
      reported { try expanded(names) } == """
        t.md:1:791: error: the nesting of sections passes the limit of 100 levels
          hint: if that is intended: --limit template-depth=400
        """)
  }

  @Test func sectionsThatPrintNothingEndToo() {
    let list = "[" + Array(repeating: "1", count: 1000).joined(separator: ",") + "]"
    let nested = String(repeating: "{{#a}}", count: 8) + String(repeating: "{{/a}}", count: 8)
    #expect(
      reported {
        try expanded(nested, "{\"a\": \(list)}", limits: limits(.rows, 10_000))
      }.hasPrefix("t.md:1:43: error: the expansion of sections passes the limit of 10000 rows"))
  }

  @Test func partialsThatDoubleEachOtherEnd() {
    let partials = Dictionary(
      (0..<60).map { ("p\($0)", "{{> p\($0 + 1)}}{{> p\($0 + 1)}}") } + [("p60", "")],
      uniquingKeysWith: { first, _ in first })
    #expect(
      reported { try expanded("{{> p0}}", partials: partials, limits: limits(.rows, 10_000)) }
        .contains("the expansion of sections passes the limit of 10000 rows"))
  }

  @Test func theExpandedTextIsBounded() {
    let json = "{\"a\": [" + Array(repeating: "1", count: 1000).joined(separator: ",") + "]}"
    #expect(
      reported { try expanded("{{#a}}0123456789{{/a}}", json, limits: limits(.templateBytes, 99)) }
        == """
        t.md:1:7: error: the expanded text passes the limit of 99 bytes
          hint: if that is intended: --limit template-bytes=396
        """)
  }

  @Test func aMarkdownValueWithAMarkerIsRefused() {
    #expect(
      reported { try expanded("{{{x}}}", #"{"x": "\uFDD00\uFDD1"}"#) } == """
        t.md:1:1: error: the value holds a noncharacter that BriefKit uses itself
        note: the value is /x in the data
          hint: remove the invisible character
        """)
  }

  @Test func manyFaultsAreBounded() {
    let text = String(repeating: "{{", count: 20_000)
    let lines = reported { try expanded(text) }.split(separator: "\n")
    #expect(lines.count == 100)
  }
}
