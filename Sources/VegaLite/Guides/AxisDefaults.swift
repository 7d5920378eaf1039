import Inputs

/// What axes are like where nobody says so: Vega's config.
enum AxisDefaults {
  static let axis: Value = [
    "minExtent": 0, "maxExtent": 200, "bandPosition": 0.5, "domain": true, "domainWidth": 1,
    "domainColor": "#888", "grid": false, "gridWidth": 1, "gridColor": "#ddd", "labels": true,
    "labelAngle": 0, "labelLimit": 180, "labelOffset": 0, "labelPadding": 2, "ticks": true,
    "tickColor": "#888", "tickOffset": 0, "tickRound": true, "tickSize": 5, "tickWidth": 1,
    "titlePadding": 4, "translate": 0.5, "offset": 0,
  ]

  /// Bands are centred half a pixel off their ticks.
  static let bandTickOffset = -0.5
}
