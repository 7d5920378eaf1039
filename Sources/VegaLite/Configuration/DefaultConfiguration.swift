import Inputs

/// Vega-Lite's default config, and Vega's under it, where they aren't a mark's or a guide's own.
enum DefaultConfiguration {
  static let value: Value = [
    "background": "white",
    "padding": 5,
    "timeFormat": "%b %d, %Y",
    "normalizedNumberFormat": ".0%",
    "view": [
      "continuousWidth": 300, "continuousHeight": 300, "step": 20, "fill": "transparent",
      "stroke": "#ddd",
    ],
    "mark": [
      "color": "#4c78a8", "invalid": "break-paths-show-path-domains", "timeUnitBandSize": 1,
    ],
    "scale": [
      "pointPadding": 0.5, "barBandPaddingInner": 0.1, "rectBandPaddingInner": 0,
      "tickBandPaddingInner": 0.25, "bandWithNestedOffsetPaddingInner": 0.2,
      "bandWithNestedOffsetPaddingOuter": 0.2, "minBandSize": 2, "minFontSize": 8,
      "maxFontSize": 40, "minOpacity": 0.3, "maxOpacity": 0.8, "minSize": 4, "minStrokeWidth": 1,
      "maxStrokeWidth": 4, "quantileCount": 4, "quantizeCount": 4, "zero": true,
    ],
    "range": [
      "category": ["scheme": "tableau10"],
      "ordinal": ["scheme": "blues"],
      "heatmap": ["scheme": "yellowgreenblue"],
      "ramp": ["scheme": "blues"],
      "diverging": ["scheme": "blueorange", "extent": [1, 0]],
      "symbol": [
        "circle", "square", "triangle-up", "cross", "diamond", "triangle-right", "triangle-down",
        "triangle-left",
      ],
    ],
    "style": [
      "guide-label": ["fill": "black", "fontSize": 10],
      "guide-title": ["fill": "black", "fontSize": 11, "fontWeight": "bold"],
      "group-title": ["fill": "black", "fontSize": 13, "fontWeight": "bold"],
      "group-subtitle": ["fill": "black", "fontSize": 12],
    ],
    "facet": ["spacing": 20],
    "concat": ["spacing": 20],
    "boxplot": BoxPlot.defaults,
    "errorbar": ErrorMark.barDefaults,
    "errorband": ErrorMark.bandDefaults,
  ]
}
