extension PropertyTable {
  /// The values of what a view, of whatever kind, says of itself.
  static let view = PropertyTable(
    "a view",
    (.text, ["$schema", "name", "description"]),
    (.above(0) | .words("container") | .object(.step), ["width", "height"]),
    (.any | .object(.title), ["title"]),
    (.list, ["params", "transform"]),
    (.object(.frame), ["view"]),
    (.object, ["config", "datasets"]),
    (.object(.resolve), ["resolve"]),
    (.words(Autosize.Kind.self) | .object(.autosize), ["autosize"]),
    (.words("full", "flush"), ["bounds"]),
    (.words(GridLayout.Alignment.self) | .object, ["align"]),
    (.flag | .object, ["center"]),
    (.number | .object, ["spacing"]),
    (.numbers(0, refuses: false) | .object(.padding), ["padding"]),
    (.object(.projection), ["projection"]),
    (.color, ["background"]),
    (.numbers(0, refuses: false), ["columns"])
  )

  static let projection = PropertyTable(
    "a projection",
    (
      .words(ProjectionType.self).called("projection") | .words("albersUsa", "identity"), ["type"]
    ),
    (.list, ["center", "clipExtent", "parallels", "rotate", "translate", "size"]),
    (.any, ["extent", "fit"]),
    (.flag, ["reflectX", "reflectY"]),
    (
      .number,
      [
        "clipAngle", "coefficient", "distance", "fraction", "lobes", "parallel", "pointRadius",
        "precision", "radius", "ratio", "scale", "spacing", "tilt", "angle",
      ]
    )
  )

  static let padding = PropertyTable(
    "a padding", (.numbers(0, refuses: false), ["top", "right", "bottom", "left"]))

  static let step = PropertyTable(
    "a size", (.numbers(0), ["step"]), (.words("position", "offset"), ["for"]))

  static let autosize = PropertyTable(
    "\"autosize\"",
    (.words(Autosize.Kind.self).called("autosize"), ["type"]),
    (.words("content", "padding"), ["contains"]),
    (.flag, ["resize"])
  )

  static let resolve = PropertyTable(
    "\"resolve\"",
    (.object(PropertyTable("a scale", (.resolution, resolvable))), ["scale"]),
    (.object(PropertyTable("a legend", (.resolution, resolvable))), ["legend"]),
    (.object(PropertyTable("an axis", (.resolution, ["x", "y"]))), ["axis"])
  )

  private static let resolvable = Channel.scaled.map(\.rawValue) + ["time"]

  /// The rectangle behind a view's marks.
  static let frame = PropertyTable(
    "\"view\"",
    (.any, ["style", "cursor"]),
    (.color, ["fill", "stroke"]),
    (.opacity, ["opacity"]),
    (.share, ["fillOpacity", "strokeOpacity"]),
    (.numbers(0), ["strokeWidth"]),
    (.list, ["strokeDash"]),
    (.cap, ["strokeCap"]),
    (.join, ["strokeJoin"]),
    (.number, ["cornerRadius", "strokeDashOffset", "strokeMiterLimit"])
  )

  static let parameter = PropertyTable(
    "a parameter",
    (.text, ["name", "expr", "description"]),
    (.any, ["value", "bind"]),
    (.flag, ["react"]),
    (.list, ["views"]),
    (.words(Selection.Kind.self).called("selection") | .object(.selection), ["select"])
  )

  static let selection = PropertyTable(
    "a selection",
    (.words(Selection.Kind.self).called("selection"), ["type"]),
    (.list, ["encodings", "fields"]),
    (.any, ["on", "clear", "toggle", "translate", "zoom", "filter"]),
    (.flag, ["nearest"]),
    (.words("global", "union", "intersect"), ["resolve"]),
    (.object, ["mark"])
  )
}
