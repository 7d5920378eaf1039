/// How a turned text is aligned so that its end points at what it labels, after Vega-Lite's rules.
struct TurnedLabel {
  /// From 0 to 360 degrees.
  let angle: Double
  /// The side of the view that the label stands at.
  let side: AxisOrient

  static func normalized(_ angle: Double) -> Double {
    let turn = angle.truncatingRemainder(dividingBy: 360)
    return turn < 0 ? turn + 360 : turn
  }

  /// Nil where the usual is right.
  var align: String? {
    let isX = side.isHorizontal
    let start: Double = isX ? 0 : 90
    if (angle + start).truncatingRemainder(dividingBy: 180) == 0 { return isX ? nil : "center" }
    let isMain = side == (isX ? .bottom : .left)
    return (start < angle && angle < 180 + start) == isMain ? "left" : "right"
  }

  /// Nil where the usual is right.
  var baseline: String? {
    let isFlat = angle <= 45 || angle >= 315
    if side.isHorizontal {
      if 45 < angle && angle < 135 || 225 < angle && angle < 315 { return "middle" }
      return isFlat == (side == .top) ? "bottom" : "top"
    }
    if isFlat || 135 <= angle && angle <= 225 { return nil }
    return (45 <= angle && angle <= 135) == (side == .left) ? "top" : "bottom"
  }
}
