import Diagnostics
package import Formats
package import Inputs

/// What stands between the `---` lines at the head of report.md.
package struct FrontMatter: Sendable {
  /// A text that may hold variables, and where it stands.
  package struct Text: Sendable, Hashable {
    package var text: String
    package var range: Range<Int>
  }

  /// An input that the report declares.
  package struct Input: Sendable {
    package enum Kind: String, Sendable, CaseIterable {
      /// Any data, in reach as it stands.
      case any
      case summit
      /// One or more summits.
      case summits = "[summit]"
    }

    package var kind: Kind
    package var isOptional: Bool
    package var range: Range<Int>
  }

  /// Texts at the corners of every page.
  package struct PageTexts: Sendable {
    package var headLeft: Text?
    package var headRight: Text?
    package var footLeft: Text?
    package var footRight: Text?
  }

  package var title: Text
  package var subtitle: Text?
  package var author: Text?
  package var date: Text?
  package var language: Language?
  /// What the main input is.
  package var data: Input.Kind
  package var inputs: [(name: String, input: Input)]
  /// The name of the list of sources that may be cited.
  package var sources: Text?
  package var page: PageParts?
  /// Where the page is described.
  package var pageRange: Range<Int>
  package var pageTexts: PageTexts
  /// Whether headings are numbered; nil leaves it to the theme.
  package var numbering: Bool?
}

extension FrontMatter {
  /// What is read from YAML in one piece, before the page's two halves are put together.
  package static let shape = Shape<FrontMatter>.object(
    "front matter", "What a report says of itself.",
    Field("title", text, "The title; it may hold variables."),
    .optional("subtitle", text, "One sentence: the message."),
    .optional("author", text, "Who answers for it."),
    .optional("date", text, "The date it is printed with."),
    .optional("lang", .code("language"), "ko or en."),
    Field("data", kind, default: Input.Kind.any, "summit, or any data."),
    Field("inputs", Shape.dictionary(of: input), default: [], "More inputs, by name."),
    .optional("sources", text, "The name of the list that citations refer to."),
    .optional("page", pageShape, "The sheet, its margins, its head and foot."),
    .optional("numbering", .bool, "Whether headings are numbered."),
    make: FrontMatter.make
  ).refusing(["tables", "theme", "schema", "fit", "standard", "contents", "timezone"])

  private static func make(
    title: Text, subtitle: Text?, author: Text?, date: Text?, language: Language?,
    data: Input.Kind, inputs: [(key: String, value: Input)], sources: Text?, page: PageHalves?,
    numbering: Bool?
  ) -> FrontMatter {
    FrontMatter(
      title: title, subtitle: subtitle, author: author, date: date, language: language, data: data,
      inputs: inputs.map { ($0.key, $0.value) }, sources: sources, page: page?.parts,
      pageRange: page?.range ?? 0..<0, pageTexts: page?.texts ?? PageTexts(), numbering: numbering)
  }

  private static let kind = Shape<Input.Kind>.code("kind of input")

  private static let text = Shape<String>.text.map { text, value, _ in
    Text(text: text, range: value.range)
  }

  private static let input = Shape<Input>.object(
    "input", "An input that the report declares.",
    Field("type", kind, default: Input.Kind.any, "summit, [summit] or any."),
    Field("optional", .bool, default: false, "Whether it may be left out."),
    make: { kind, isOptional in Input(kind: kind, isOptional: isOptional, range: 0..<0) }
  ).map { input, value, _ in
    var input = input
    input.range = value.range
    return input
  }

  /// The sheet, which a theme may describe too, and the texts, which only a report has.
  private struct PageHalves: Sendable {
    var parts: PageParts
    var texts: PageTexts
    var range = 0..<0
  }

  private static let pageShape = Shape<PageHalves>.object(
    "page", "The sheet, its margins, its head and foot.",
    PageParts.size, PageParts.top, PageParts.right, PageParts.bottom, PageParts.left,
    .optional("head-left", text, "At the top left of every page."),
    .optional("head-right", text, "At its top right."),
    .optional("foot-left", text, "At its bottom left."),
    .optional("foot-right", text, "At its bottom right, instead of the page's number."),
    make: { size, top, right, bottom, left, headLeft, headRight, footLeft, footRight in
      PageHalves(
        parts: PageParts(size: size, top: top, right: right, bottom: bottom, left: left),
        texts: PageTexts(
          headLeft: headLeft, headRight: headRight, footLeft: footLeft, footRight: footRight))
    }
  ).map { page, value, _ in
    var page = page
    page.range = value.range
    return page
  }
}
