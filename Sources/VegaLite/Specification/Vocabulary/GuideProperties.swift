extension PropertyTable {
  static let axis = PropertyTable(
    "an axis",
    (.any, ["format", "title", "style", "encoding"]),
    (.list, ["values"]),
    (
      .flag,
      ["aria", "domain", "grid", "labels", "tickExtra", "tickRound", "ticks", "disable"]
    ),
    (.flag | .number, ["labelBound", "labelFlush"]),
    (.overlap, ["labelOverlap"]),
    (.text, ["description", "formatType", "labelExpr", "labelFontStyle", "titleFontStyle"]),
    (.font, ["labelFont", "titleFont"]),
    (.color, ["domainColor", "gridColor", "labelColor", "tickColor", "titleColor"]),
    (.side, ["orient"]),
    (.cap, ["domainCap", "gridCap", "tickCap"]),
    (.words("center", "extent"), ["tickBand"]),
    (.align, ["labelAlign", "titleAlign"]),
    (.baseline, ["labelBaseline", "titleBaseline"]),
    (.anchor, ["titleAnchor"]),
    (.fontWeight, ["labelFontWeight", "titleFontWeight"]),
    (.list, ["domainDash", "gridDash", "tickDash"]),
    (.share, ["gridOpacity"]),
    (.opacity, ["domainOpacity", "labelOpacity", "tickOpacity", "titleOpacity"]),
    (
      .numbers(0),
      [
        "titleFontSize", "titleLimit", "zindex", "gridWidth", "labelFontSize", "tickSize",
        "tickWidth",
      ]
    ),
    (.tickCount, ["tickCount"]),
    (
      .number,
      [
        "bandPosition", "domainDashOffset", "domainWidth", "gridDashOffset", "labelAngle",
        "labelFlushOffset", "labelLimit", "labelLineHeight", "labelOffset", "labelPadding",
        "labelSeparation", "maxExtent", "minExtent", "offset", "position", "tickDashOffset",
        "tickMinStep", "tickOffset", "titleAngle", "titleLineHeight", "titlePadding", "titleX",
        "titleY", "translate",
      ]
    )
  )

  static let legend = PropertyTable(
    "a legend",
    (.any, ["format", "title", "encoding"]),
    (.list, ["values"]),
    (.flag, ["aria", "disable"]),
    (.overlap, ["labelOverlap"]),
    (.text, ["description", "formatType", "labelExpr", "labelFontStyle", "titleFontStyle"]),
    (.font, ["labelFont", "titleFont"]),
    (.symbol, ["symbolType"]),
    (
      .color,
      [
        "fillColor", "gradientStrokeColor", "labelColor", "strokeColor", "symbolFillColor",
        "symbolStrokeColor", "titleColor",
      ]
    ),
    (.words(LegendComponent.Orient.self), ["orient"]),
    (.side, ["titleOrient"]),
    (.direction, ["direction"]),
    (.words("symbol", "gradient").called("legend type"), ["type"]),
    (.words(GridLayout.Alignment.self), ["gridAlign"]),
    (.align, ["labelAlign", "titleAlign"]),
    (.baseline, ["labelBaseline", "titleBaseline"]),
    (.anchor, ["titleAnchor"]),
    (.fontWeight, ["labelFontWeight", "titleFontWeight"]),
    (.list, ["symbolDash"]),
    (.opacity, ["gradientOpacity", "labelOpacity", "symbolOpacity", "titleOpacity"]),
    (
      .numbers(0),
      [
        "gradientLength", "gradientStrokeWidth", "gradientThickness", "labelFontSize",
        "labelOffset", "symbolSize", "symbolStrokeWidth", "titleLimit", "zindex",
      ]
    ),
    (.numbers(0, refuses: false), ["titleFontSize", "columns", "symbolLimit"]),
    (.tickCount, ["tickCount"]),
    (
      .number,
      [
        "clipHeight", "columnPadding", "cornerRadius", "labelLimit", "labelPadding",
        "labelSeparation", "legendX", "legendY", "offset", "padding", "rowPadding",
        "symbolDashOffset", "symbolOffset", "tickMinStep", "titleLineHeight", "titlePadding",
      ]
    )
  )

  static let header = PropertyTable(
    "a header",
    (.any, ["format", "title"]),
    (.flag, ["labels"]),
    (.text, ["formatType", "labelExpr", "labelFontStyle", "titleFontStyle"]),
    (.font, ["labelFont", "titleFont"]),
    (.color, ["labelColor", "titleColor"]),
    (.side, ["orient", "labelOrient", "titleOrient"]),
    (.align, ["labelAlign", "titleAlign"]),
    (.baseline, ["labelBaseline", "titleBaseline"]),
    (.anchor, ["labelAnchor", "titleAnchor"]),
    (.fontWeight, ["labelFontWeight", "titleFontWeight"]),
    (.numbers(0, refuses: false), ["labelFontSize", "titleFontSize"]),
    (
      .number,
      [
        "labelAngle", "labelLimit", "labelLineHeight", "labelPadding", "titleAngle", "titleLimit",
        "titleLineHeight", "titlePadding",
      ]
    )
  )

  static let title = PropertyTable(
    "a title",
    (.any, ["text", "subtitle", "style", "encoding"]),
    (.flag, ["aria"]),
    (.text, ["fontStyle", "subtitleFontStyle"]),
    (.font, ["font", "subtitleFont"]),
    (.color, ["color", "subtitleColor"]),
    (.words("bounds", "group"), ["frame"]),
    (.words("top", "bottom", "left", "right", "none"), ["orient"]),
    (.align, ["align"]),
    (.baseline, ["baseline"]),
    (.anchor, ["anchor"]),
    (.fontWeight, ["fontWeight", "subtitleFontWeight"]),
    (.numbers(0), ["fontSize", "limit", "subtitleFontSize", "zindex"]),
    (
      .number,
      [
        "angle", "dx", "dy", "lineHeight", "offset", "subtitleLineHeight", "subtitlePadding",
      ]
    )
  )
}
