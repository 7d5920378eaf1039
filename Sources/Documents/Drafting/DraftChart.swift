import Formats
import Inputs

/// The chart that fits a list's columns: a line over time, bars by category, a cloud of points, or a histogram.
struct DraftChart {
  let caption: String
  let specification: Value
  /// Whether its numbers are large enough to be counted in 만, 억, 조.
  let countsAmounts: Bool

  /// Nil where no column can be drawn.
  init?(_ list: DraftList) {
    let words = list.words
    let measure = list.columns.first { $0.isMeasure && $0.coverage > 0.5 }
    let category = list.columns.first { $0.isCategory }
    let date = list.columns.first { ($0.isDate || $0.isYear) && $0.shape.count > 1 }
    let drawing: Drawing
    countsAmounts = measure?.isAmount ?? false
    if let date, let measure {
      caption = words.overTime(measure.name)
      drawing = Self.line(date, measure, list)
    } else if let category, let measure {
      caption = words.total(measure, by: category.name)
      drawing = Self.bars(category, measure, words)
    } else if let category {
      caption = words.count(by: category.name)
      drawing = Self.counts(category, words)
    } else {
      let measures = list.columns.filter(\.isMeasure)
      guard let first = measures.first else { return nil }
      if measures.count > 1 {
        caption = words.against(first.name, measures[1].name)
        drawing = Self.points(first, measures[1])
      } else {
        caption = words.distribution(first.name)
        drawing = Self.histogram(first, words)
      }
    }
    var members: [(String, Value)] = [
      ("$schema", "https://vega.github.io/schema/vega-lite/v6.json"),
      ("data", .object([("name", .string(list.path))])),
    ]
    if let group = drawing.group, group.coverage < 1 {
      members.append(
        ("transform", [["filter": .string("isValid(datum[\(DraftText.quoted(group.name))])")]]))
    }
    specification = .object(
      members + [
        ("height", drawing.height), ("mark", drawing.mark),
        ("encoding", .object(drawing.encoding)),
      ])
  }

  private struct Drawing {
    var mark: Value
    var height: Value = 200
    var encoding: [(String, Value)]
    /// The column whose empty cells make no group.
    var group: DraftColumn?
  }

  private static func line(
    _ date: DraftColumn, _ measure: DraftColumn, _ list: DraftList
  ) -> Drawing {
    var x: [(String, Value)] = [("field", field(date))]
    if date.isYear {
      x += [("type", "ordinal"), ("axis", ["labelAngle": 0, "labelOverlap": true])]
    } else {
      x.append(("type", "temporal"))
      if let unit = unit(date, list.count) { x.insert(("timeUnit", .string(unit)), at: 0) }
    }
    x.append(("title", .null))
    return Drawing(
      mark: ["type": "line", "interpolate": "monotone"],
      encoding: [
        ("x", .object(x)),
        (
          "y",
          [
            "aggregate": .string(measure.operation), "field": field(measure),
            "title": .string(measure.name),
          ]
        ),
      ])
  }

  /// Days of many rows are drawn by month, so that the line can be read.
  private static func unit(_ date: DraftColumn, _ rows: Int) -> String? {
    switch date.shape.datePrecision {
    case .year: "year"
    case .month: "yearmonth"
    case .day, .time, nil: rows > 90 ? "yearmonth" : nil
    }
  }

  private static func bars(
    _ category: DraftColumn, _ measure: DraftColumn, _ words: DraftWords
  ) -> Drawing {
    horizontal(
      category,
      x: [
        "aggregate": .string(measure.operation), "field": field(measure),
        "title": .string(words.total(measure)),
      ])
  }

  private static func counts(_ category: DraftColumn, _ words: DraftWords) -> Drawing {
    horizontal(category, x: ["aggregate": "count", "title": .string(words.rows)])
  }

  private static func horizontal(_ category: DraftColumn, x: Value) -> Drawing {
    Drawing(
      mark: "bar", height: ["step": 20],
      encoding: [
        (
          "y",
          [
            "field": field(category), "type": "nominal", "sort": "-x", "title": .null,
          ]
        ),
        ("x", x),
      ], group: category)
  }

  private static func points(_ a: DraftColumn, _ b: DraftColumn) -> Drawing {
    func channel(_ column: DraftColumn) -> Value {
      [
        "field": field(column), "type": "quantitative", "title": .string(column.name),
        "scale": ["zero": false],
      ]
    }
    return Drawing(
      mark: ["type": "point", "opacity": 0.6],
      encoding: [("x", channel(a)), ("y", channel(b))])
  }

  private static func histogram(_ column: DraftColumn, _ words: DraftWords) -> Drawing {
    Drawing(
      mark: "bar",
      encoding: [
        ("x", ["bin": true, "field": field(column), "title": .string(column.name)]),
        ("y", ["aggregate": "count", "title": .string(words.rows)]),
      ])
  }

  private static func field(_ column: DraftColumn) -> Value {
    .string(DraftText.vegaField(column.name))
  }
}
