import Inputs

/// What legends are like where nobody says so: Vega's config and Vega-Lite's.
enum LegendDefaults {
  static let legend: Value = [
    "orient": "right", "padding": 0, "columnPadding": 10, "rowPadding": 2,
    "gradientThickness": 16, "gradientStrokeColor": "#ddd", "gradientStrokeWidth": 0,
    "gradientLabelOffset": 2, "labelAlign": "left", "labelBaseline": "middle", "labelLimit": 160,
    "labelOffset": 4, "labelOverlap": true, "symbolLimit": 30, "symbolType": "circle",
    "symbolSize": 100, "symbolOffset": 0, "symbolStrokeWidth": 1.5,
    "symbolBaseFillColor": "transparent", "symbolBaseStrokeColor": "#888", "titleLimit": 180,
    "titleOrient": "top", "titlePadding": 5,
    "gradientHorizontalMaxLength": 200, "gradientHorizontalMinLength": 100,
    "gradientVerticalMaxLength": 200, "gradientVerticalMinLength": 64, "unselectedOpacity": 0.35,
  ]

  /// From the view to its legends, and from one legend to the next.
  static let offset = 18.0
  static let margin = 8.0
}
