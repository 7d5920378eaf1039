import Diagnostics
import Inputs

extension FrontMatter {
  /// The sheet, which a theme may describe too, and the texts, which only a report has.
  struct PageHalves: Sendable {
    var parts: PageParts
    var texts: PageTexts
    var first: PageTexts?
    var even: PageTexts?
    var watermark: Text?
    var letterhead: (first: Text?, other: Text?)
    var firstNumber: Int
    var location: SourceLocation?
  }

  static let pageShape = Shape<PageHalves>.object(
    "page", "The sheet, its margins, its head and foot.",
    PageParts.size, PageParts.orientation, PageParts.top, PageParts.right, PageParts.bottom,
    PageParts.left, PageParts.mirrored, PageParts.sections, headLeft, headRight, footLeft,
    footRight,
    .optional("first", corners, "The texts of the first page that aren't those of all."),
    .optional("even", corners, "Those of pages with even numbers that aren't those of all."),
    .optional("watermark", text, "Large and pale across every page."),
    Field(
      "letterhead", letterhead, default: (nil, nil), "The picture under the text of the first page."
    ),
    Field("first-number", number, default: 1, "The number of the first page."),
    make: {
      size, orientation, top, right, bottom, left, mirrored, sections, headLeft, headRight,
      footLeft,
      footRight, first, even, watermark, letterhead, firstNumber in
      PageHalves(
        parts: PageParts(
          size: size, orientation: orientation, top: top, right: right, bottom: bottom, left: left,
          mirrored: mirrored, sections: sections),
        texts: PageTexts(
          headLeft: headLeft, headRight: headRight, footLeft: footLeft, footRight: footRight),
        first: first, even: even, watermark: watermark, letterhead: letterhead,
        firstNumber: firstNumber)
    }
  ).map { page, value, decoding in
    var page = page
    page.location = decoding.location(value.range)
    return page
  }

  private static let corners = Shape<PageTexts>.object(
    "head and foot", "Texts at the corners of a page.", headLeft, headRight, footLeft, footRight,
    make: { PageTexts(headLeft: $0, headRight: $1, footLeft: $2, footRight: $3) })

  private static let letterheads = Shape<(first: Text?, other: Text?)>.object(
    "letterhead", "Pictures under the text of pages.",
    .optional("first", text, "That of the first page."),
    .optional("other", text, "That of all pages behind it."),
    make: { (first: $0, other: $1) })

  /// A picture of the first page, or one of it and one of the others.
  private static let letterhead = Shape<(first: Text?, other: Text?)>(
    schema: SchemaFragment([("anyOf", [["type": "string"], letterheads.schema.value])]),
    example: "letterhead.svg"
  ) { value, decoding in
    guard value.string != nil else { return letterheads.read(value, &decoding) }
    return text.read(value, &decoding).map { (first: $0, other: nil) }
  }

  private static let headLeft = Field<Text?>.optional(
    "head-left", textOrNothing, "At the top left of every page; \"\" for nothing.")
  private static let headRight = Field<Text?>.optional(
    "head-right", textOrNothing, "At its top right.")
  private static let footLeft = Field<Text?>.optional(
    "foot-left", textOrNothing, "At its bottom left.")
  private static let footRight = Field<Text?>.optional(
    "foot-right", textOrNothing,
    "At its bottom right, instead of the page's number; \"\" for nothing.")

  /// A text that may be empty, to have nothing where something would be.
  private static let textOrNothing = Shape<Text>(
    schema: SchemaFragment([("type", "string")]), example: "\"…\""
  ) { value, decoding in
    guard value.string != "" else {
      return Text(text: "", location: decoding.location(value.range))
    }
    return text.read(value, &decoding)
  }

  private static let number = Shape<Int>(
    schema: SchemaFragment([("type", "integer"), ("minimum", 0), ("maximum", 100_000)]),
    example: "1"
  ) { value, decoding in
    guard let number = value.double else {
      decoding.mismatch("a number", value)
      return nil
    }
    guard let number = Int(exactly: number), (0...100_000).contains(number) else {
      decoding.error(
        "report.number", "\(decoding.subject) must be a whole number from 0 to 100000",
        at: value.range)
      return nil
    }
    return number
  }
}
