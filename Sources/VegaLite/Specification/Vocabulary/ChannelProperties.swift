import Tables

extension PropertyTable {
  /// What a channel's definition may hold; guides and scales only where they are written out.
  static let channel = PropertyTable(
    "a channel",
    (.any, ["field", "datum", "value", "condition", "aggregate", "timeUnit", "impute"]),
    (.any, ["title", "format", "band"]),
    (.words(FieldType.self), ["type"]),
    (.any | .object(.sort), ["sort"]),
    (.flag | .words("binned") | .object(.bin), ["bin"]),
    (.flag | .object(.scale), ["scale"]),
    (.flag | .object(.axis), ["axis"]),
    (.flag | .object(.legend), ["legend"]),
    (.object(.header), ["header"]),
    (.flag | .words(StackTransform.Offset.self).called("stack"), ["stack"]),
    (.numbers(0, 1), ["bandPosition"]),
    (.text, ["formatType"]),
    (.words(GridLayout.Alignment.self) | .object, ["align"]),
    (.flag | .object, ["center"]),
    (.number | .object, ["spacing"]),
    (.numbers(0, refuses: false), ["columns"])
  )

  static let bin = PropertyTable(
    "bin",
    (.flag, ["binned", "nice"]),
    (.list, ["divide", "steps"]),
    (.list | .object, ["extent"]),
    (.numbers(2), ["maxbins"]),
    (.above(0), ["step"]),
    (.number, ["anchor", "base", "minstep"])
  )

  static let sort = PropertyTable(
    "sort",
    (.any, ["field"]),
    (.words(AggregateOperation.self).called("aggregate"), ["op"]),
    (.words("ascending", "descending").called("order"), ["order"]),
    (.words(Channel.self).called("channel"), ["encoding"])
  )

  static let scale = PropertyTable(
    "a scale",
    (.words(ScaleType.self).called("scale type"), ["type"]),
    (.flag, ["clamp", "reverse", "round", "zero"]),
    (.flag | .number | .object | .interval, ["nice"]),
    (.list | .object | .words("unaggregated"), ["domain"]),
    (.any, ["domainMax", "domainMin", "domainRaw", "range", "scheme"]),
    (.list | .object, ["bins"]),
    (.number | .text, ["rangeMax", "rangeMin"]),
    (.words(ColorInterpolation.self).called("interpolation") | .object, ["interpolate"]),
    (
      .number,
      [
        "align", "base", "constant", "domainMid", "exponent", "padding", "paddingInner",
        "paddingOuter",
      ]
    )
  )
}
