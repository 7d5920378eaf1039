import Diagnostics
import Inputs

extension FrontMatter {
  /// A page budget: `2 pages`, a number, or an object that says how it is kept.
  static let pageFit = Shape<PageBudget>(
    schema: SchemaFragment([
      (
        "anyOf",
        [
          ["type": "integer", "minimum": 1, "maximum": 1000],
          ["type": "string", "pattern": "^[1-9][0-9]{0,2} pages?$"],
          budget.schema.value,
        ]
      )
    ]), example: "2 pages"
  ) { value, decoding in
    var read: PageBudget?
    if value.object != nil {
      read = budget.read(value, &decoding)
    } else if let pages = pages.read(value, &decoding) {
      read = PageBudget(pages: pages)
    }
    read?.location = decoding.location(value.range)
    return read
  }

  private static let budget = Shape<PageBudget>.object(
    "fit", "How many pages the document may take, and what may be done for that.",
    Field("pages", pages, "How many pages."),
    .optional(
      "ladder", Shape.list(of: Shape<PageBudget.Measure>.code("measure")),
      "What may be done, in order: spacing, short, drop, figures, type."),
    .optional("least-type", .length(in: 4...100), "The size that type isn't made smaller than."),
    make: { pages, ladder, leastType in
      var budget = PageBudget(pages: pages)
      if let ladder { budget.ladder = ladder }
      if let leastType { budget.leastType = leastType }
      return budget
    })

  private static let pages = Shape<Int>(
    schema: SchemaFragment([("type", ["integer", "string"])]), example: "2 pages"
  ) { value, decoding in
    var number = value.double.flatMap { Int(exactly: $0) }
    if let words = value.string?.split(separator: " "), words.count == 2,
      ["page", "pages"].contains(words[1])
    {
      number = Int(words[0])
    }
    guard let number, (1...1000).contains(number) else {
      decoding.error(
        "report.fit", "\(decoding.subject) must be a number of pages from 1 to 1000",
        at: value.range, hints: ["write fit: 2 pages"])
      return nil
    }
    return number
  }
}
