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
  static func check(_ own: Located, _ name: String, _ run: ChartRun) {
    PropertyCheck(run: run).check(own, .mark, in: "mark \"\(name)\"")
    ObjectReader(own, run.findings)
      .refuse(["blend", "strokeOffset", "smooth"], in: "mark \"\(name)\"")
  }
}
