import Diagnostics
import Inputs
import Tables

extension MarkType {
  /// What a mark is like where nobody says so: Vega-Lite's defaults and Vega's under them.
  var defaults: Value {
    switch self {
    case .bar: BarMark.defaults
    case .rect: RectMark.defaults
    case .arc: ArcMark.defaults
    case .tick: TickMark.defaults
    case .point, .circle, .square: PointMark.defaults
    case .line: LineMark.defaults
    case .area: AreaMark.defaults
    case .text: TextMark.defaults
    case .rule: RuleMark.defaults
    case .trail: TrailMark.defaults
    case .image: ImageMark.defaults
    case .geoshape: GeoshapeMark.defaults
    }
  }
}

extension MarkDefinition {
  static func check(_ own: Located, _ type: MarkType, _ run: ChartRun) {
    let reader = ObjectReader(own, run.findings)
    reader.check(known: known, in: "mark \"\(type.rawValue)\"")
    reader.refuse(["blend", "strokeOffset", "smooth"], in: "mark \"\(type.rawValue)\"")
  }

  /// The properties of Vega-Lite's mark definitions.
  private static let known = [
    "type", "style", "clip", "aria", "description", "tooltip", "cursor", "href", "name", "time",
    "color", "fill", "stroke", "filled", "opacity", "fillOpacity", "strokeOpacity", "strokeWidth",
    "strokeDash", "strokeDashOffset", "strokeCap", "strokeJoin", "strokeMiterLimit",
    "strokeOffset", "blend", "invalid", "order", "orient",
    "x", "y", "x2", "y2", "xOffset", "yOffset", "x2Offset", "y2Offset", "width", "height", "size",
    "theta", "theta2", "radius", "radius2", "thetaOffset", "theta2Offset", "radiusOffset",
    "radius2Offset", "startAngle", "endAngle", "innerRadius", "outerRadius", "padAngle",
    "cornerRadius", "cornerRadiusEnd", "cornerRadiusTopLeft", "cornerRadiusTopRight",
    "cornerRadiusBottomLeft", "cornerRadiusBottomRight", "binSpacing", "continuousBandSize",
    "discreteBandSize", "minBandSize", "bandSize", "thickness", "timeUnitBandSize",
    "timeUnitBandPosition", "point", "line", "interpolate", "tension", "shape", "angle",
    "text", "align", "baseline", "dx", "dy", "font", "fontSize", "fontStyle", "fontWeight",
    "limit", "ellipsis", "lineHeight", "lineBreak", "dir", "url", "aspect", "smooth",
    "ariaRole", "ariaRoleDescription", "zindex",
    // Composite marks
    "extent", "box", "median", "whisker", "outliers", "ticks", "rule", "band", "borders",
  ]
}
