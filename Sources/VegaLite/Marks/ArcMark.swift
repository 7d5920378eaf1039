import Graphics
import Inputs
import Tables

/// Pieces of pies and rings.
enum ArcMark {
  static let defaults: Value = [:]

  static func draw(_ frame: UnitFrame) -> Picture {
    let positions = PositionEncoder(frame: frame)
    let x = positions.point(.x, .middle) ?? { _ in .nan }
    let y = positions.point(.y, .middle) ?? { _ in .nan }
    let intervals = IntervalEncoder(frame: frame)
    let (radii, angles) = (intervals.interval(.radius), intervals.interval(.theta))
    let padAngle = frame.mark.number("padAngle") ?? 0
    let corner = frame.mark.number("cornerRadius") ?? 0
    let styles = StyleEncoder(frame)
    var picture = Picture()
    for row in MarkOrder(frame: frame).rows(Array(0..<frame.rows.count)) {
      let (px, py, radius, angle) = (x(row), y(row), radii(row), angles(row))
      guard px.isFinite, py.isFinite, radius.0.isFinite, radius.1.isFinite, angle.0.isFinite,
        angle.1.isFinite
      else { continue }
      // In the plane a range's first end is the outer radius and the end angle.
      let path = ArcShape(
        innerRadius: radius.1, outerRadius: radius.0, startAngle: angle.0, endAngle: angle.1,
        padAngle: padAngle, cornerRadius: corner
      ).path(x: px, y: py)
      let style = styles.style(row)
      let box = path.tightBounds.expanded(style.strokeMargin)
      picture.bounds.union(box)
      guard style.isVisible else { continue }
      picture.add(style.item(path), bounds: box)
    }
    return picture
  }
}
