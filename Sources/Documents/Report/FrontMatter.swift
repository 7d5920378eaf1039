package import Diagnostics
package import Formats
package import Inputs

/// What stands between the `---` lines at the head of report.md.
package struct FrontMatter: Sendable {
  /// A text that may hold variables, and where it stands.
  package struct Text: Sendable, Hashable {
    package var text: String
    package var location: SourceLocation
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
    /// What the cells of CSV and TSV columns are, where it isn't left to them.
    package var columns: [String: CSVType]
    package var location: SourceLocation?
  }

  /// A table made of data by transforms.
  package struct DerivedTable: Sendable {
    package var name: String
    /// The name of the list of rows that it is made of.
    package var data: Text
    /// Transforms as Vega-Lite writes them, in order.
    package var transform: Value
    package var location: SourceLocation
  }

  /// Texts at the corners of every page.
  package struct PageTexts: Sendable {
    package var headLeft: Text?
    package var headRight: Text?
    package var footLeft: Text?
    package var footRight: Text?
  }

  /// What the PDF promises its readers.
  package enum Standard: String, Sendable, CaseIterable {
    /// PDF/UA-1 and PDF/A-3a.
    case archive
    /// PDF 1.7 alone.
    case pdf17
  }

  package var title: Text
  package var subtitle: Text?
  package var author: Text?
  package var date: Text?
  package var language: Language?
  /// The main input.
  package var data: Input
  package var inputs: [(name: String, input: Input)]
  package var tables: [DerivedTable]
  /// The name of the list of sources that may be cited.
  package var sources: Text?
  /// The file that says what the main input must look like, beside report.md.
  package var schema: Text?
  package var page: PageParts?
  /// Where the page is described.
  package var pageLocation: SourceLocation?
  package var pageTexts: PageTexts
  /// Those of the first page and of pages with even numbers, where they have their own.
  package var firstPageTexts: PageTexts?
  package var evenPageTexts: PageTexts?
  /// Large and pale across every page.
  package var watermark: Text?
  /// The files of what lies under the text of the first page, and of the others.
  package var letterhead: (first: Text?, other: Text?)
  /// The number of the first page.
  package var firstPageNumber: Int
  /// Down to which level headings are numbered, 0 for none; nil leaves it to the theme.
  package var numbering: Int?
  /// Down to which level the contents behind the title list headings; nil for no contents.
  package var contents: Int?
  /// Nil leaves it to whoever renders.
  package var standard: Standard?
  /// How many pages it may take; nil for as many as it needs.
  package var fit: PageBudget?
  /// The file of the theme, if not theme.yaml.
  package var theme: Text?
  /// What the clock's day is reckoned in: minutes ahead of UTC.
  package var timeZone: Int
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
    Field("data", mainInput, default: anyInput, "summit, or any data."),
    Field("inputs", Shape.dictionary(of: input), default: [], "More inputs, by name."),
    Field("tables", Shape.dictionary(of: table), default: [], "Tables made of data, by name."),
    .optional("sources", text, "The name of the list that citations refer to."),
    .optional("schema", text, "The file with the main input's JSON Schema, if not schema.json."),
    .optional("page", pageShape, "The sheet, its margins, its head and foot."),
    .optional("numbering", depth(yes: 1), "Whether headings are numbered, or down to which level."),
    .optional("contents", depth(yes: 2), "Contents behind the title, or down to which level."),
    .optional("standard", .code("standard"), "archive, or pdf17."),
    .optional("fit", pageFit, "How many pages the document may take."),
    .optional("theme", text, "The file of the theme, if not theme.yaml."),
    Field("timezone", timeZone, default: 0, "The offset from UTC by which today is reckoned."),
    make: FrontMatter.make)

  /// A level of headings, or whether at all.
  ///
  /// - Parameter yes: The level that `true` stands for.
  private static func depth(yes: Int) -> Shape<Int> {
    Shape(
      schema: SchemaFragment([
        ("anyOf", [["type": "boolean"], ["type": "integer", "minimum": 1, "maximum": 4]])
      ]), example: "true"
    ) { value, decoding in
      if let flag = value.bool { return flag ? yes : 0 }
      guard let number = value.double else {
        decoding.mismatch("true, false or a level from 1 to 4", value)
        return nil
      }
      guard let level = Int(exactly: number), (1...4).contains(level) else {
        decoding.error(
          "report.level", "\(decoding.subject) must be a level from 1 to 4", at: value.range,
          hints: ["write true, or how many levels of headings: 2"])
        return nil
      }
      return level
    }
  }

  private static func make(
    title: Text, subtitle: Text?, author: Text?, date: Text?, language: Language?,
    data: Input, inputs: [(key: String, value: Input)],
    tables: [(key: String, value: DerivedTable)], sources: Text?, schema: Text?,
    page: PageHalves?, numbering: Int?, contents: Int?, standard: Standard?, fit: PageBudget?,
    theme: Text?, timeZone: Int
  ) -> FrontMatter {
    FrontMatter(
      title: title, subtitle: subtitle, author: author, date: date, language: language, data: data,
      inputs: inputs.map { ($0.key, $0.value) },
      tables: tables.map { name, table in
        var table = table
        table.name = name
        return table
      }, sources: sources, schema: schema, page: page?.parts, pageLocation: page?.location,
      pageTexts: page?.texts ?? PageTexts(), firstPageTexts: page?.first,
      evenPageTexts: page?.even, watermark: page?.watermark,
      letterhead: page?.letterhead ?? (nil, nil),
      firstPageNumber: page?.firstNumber ?? 1, numbering: numbering,
      contents: contents, standard: standard, fit: fit, theme: theme,
      timeZone: timeZone)
  }

  /// A fixed offset such as `+09:00`, in minutes.
  private static let timeZone = Shape<Int>(
    schema: SchemaFragment([
      ("type", "string"), ("pattern", "^[+-](0[0-9]|1[0-4]):[0-5][0-9]$"),
    ]), example: "\"+09:00\""
  ) { value, decoding in
    let text = value.string ?? ""
    let digits = text.dropFirst().split(separator: ":", omittingEmptySubsequences: false)
    guard text.utf8.count == 6, let sign = text.first, "+-".contains(sign), digits.count == 2,
      let hours = Int(digits[0]), let minutes = Int(digits[1]), (0...14).contains(hours),
      (0..<60).contains(minutes)
    else {
      decoding.error(
        "report.timezone", "\(decoding.subject) must be an offset from UTC, as +09:00",
        at: value.range, hints: ["write timezone: \"+09:00\", in quotes"])
      return nil
    }
    return (hours * 60 + minutes) * (sign == "-" ? -1 : 1)
  }

  static let text = Shape<String>.text.map { text, value, decoding in
    Text(text: text, location: decoding.location(value.range))
  }
}
