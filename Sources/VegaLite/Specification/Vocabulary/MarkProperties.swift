extension PropertyTable {
  /// The properties of Vega-Lite's mark definitions, those of composite marks among them.
  static let mark = PropertyTable(
    "a mark",
    (
      .any, ["type", "style", "time", "tooltip", "order", "text", "cursor", "url"]
    ),
    (.flag | .object | .words("transparent"), ["point"]),
    (.flag | .object, ["line"]),
    (.flag, ["clip", "aria", "filled", "aspect", "smooth"]),
    (
      .text,
      [
        "description", "href", "name", "fontStyle", "ellipsis", "lineBreak", "ariaRole",
        "ariaRoleDescription",
      ]
    ),
    (.color, ["color", "fill", "stroke"]),
    (.font, ["font"]),
    (.symbol, ["shape"]),
    (.opacity, ["opacity"]),
    (.share, ["fillOpacity", "strokeOpacity"]),
    (.numbers(0), ["strokeWidth", "fontSize", "binSpacing", "continuousBandSize", "thickness"]),
    (
      .numbers(0, refuses: false),
      ["size", "cornerRadius", "cornerRadiusEnd", "innerRadius", "outerRadius"]
    ),
    (.numbers(0) | .object, ["bandSize", "discreteBandSize"]),
    (.list, ["strokeDash"]),
    (.cap, ["strokeCap"]),
    (.join, ["strokeJoin"]),
    (.align, ["align"]),
    (.baseline, ["baseline"]),
    (.fontWeight, ["fontWeight"]),
    (.words("ltr", "rtl"), ["dir"]),
    (.direction, ["orient"]),
    (.words(Interpolation.Kind.self).called("interpolation"), ["interpolate"]),
    (
      .words(
        "filter", "show", "break-paths-show-path-domains", "break-paths-show-domains",
        "break-paths-filter-domains"), ["invalid"]
    ),
    (.number | .words("width"), ["x", "x2"]),
    (.number | .words("height"), ["y", "y2"]),
    (.numbers(0, refuses: false) | .object, ["width", "height"]),
    (
      .number,
      [
        "strokeDashOffset", "strokeMiterLimit", "strokeOffset", "xOffset", "yOffset", "x2Offset",
        "y2Offset", "theta", "theta2", "radius", "radius2", "thetaOffset", "theta2Offset",
        "radiusOffset", "radius2Offset", "startAngle", "endAngle",
        "padAngle", "cornerRadiusTopLeft", "cornerRadiusTopRight", "cornerRadiusBottomLeft",
        "cornerRadiusBottomRight", "minBandSize", "timeUnitBandSize", "timeUnitBandPosition",
        "tension", "angle", "dx", "dy", "limit", "lineHeight", "zindex",
      ]
    ),
    (.any, ["blend"]),
    // Composite marks
    (.any, ["extent"]),
    (
      .flag | .object,
      ["box", "median", "whisker", "outliers", "ticks", "rule", "band", "borders"]
    )
  )
}

extension CompositeMarkType {
  /// What says how far the mark reaches.
  var extent: PropertyRule {
    switch self {
    case .boxplot: .numbers(0) | .words("min-max")
    case .errorbar, .errorband: .words("ci", "iqr", "stderr", "stdev")
    }
  }
}
