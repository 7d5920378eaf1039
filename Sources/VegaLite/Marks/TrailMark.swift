import Graphics
import Inputs
import Tables

/// Lines whose width changes on the way.
enum TrailMark {
  static let defaults: Value = ["size": 2]

  static func draw(_ frame: UnitFrame) -> Picture {
    let positions = PositionEncoder(frame: frame)
    let x = positions.point(.x, .middle) ?? { _ in .nan }
    let y = positions.point(.y, .middle) ?? { _ in .nan }
    let width = VisualEncoder(frame: frame).number(.size, property: "size", standard: 2)
    let styles = StyleEncoder(frame, isFilled: true)
    let isDefined = PathBreaks(frame).isDefined
    let along = frame.mark.orientation == .horizontal ? y : x
    var picture = Picture()
    picture.isGrouped = PathGroups.areGrouped(frame)
    for group in PathGroups(frame).groups {
      let rows = MarkOrder(frame: frame).path(group, along: along)
      guard let first = rows.first else { continue }
      let style = styles.style(first)
      var path = Path()
      var last: TrailEnd?
      for row in rows {
        let end = TrailEnd(point: Point(x: x(row), y: y(row)), radius: width(row) / 2)
        guard isDefined(row), end.point.x.isFinite, end.point.y.isFinite, end.radius.isFinite
        else {
          last = nil
          continue
        }
        last?.join(end, in: &path)
        last = end
      }
      guard !path.elements.isEmpty else { continue }
      let box = path.tightBounds.expanded(style.strokeMargin)
      picture.bounds.union(box)
      guard style.isVisible else { continue }
      picture.add(style.item(path), bounds: box)
    }
    return picture
  }
}

/// A point of a trail, round about itself.
private struct TrailEnd {
  var point: Point
  var radius: Double

  /// Adds the stretch to the next point: straight sides, a half circle at either end.
  func join(_ next: TrailEnd, in path: inout Path) {
    let (dx, dy) = (next.point.x - point.x, next.point.y - point.y)
    let length = (dx * dx + dy * dy).squareRoot()
    guard length > 0 else {
      path.arc(
        x: next.point.x, y: next.point.y, radius: next.radius, from: 0, to: 2 * .pi, moves: true)
      path.close()
      return
    }
    let across = Exact.arctangent(y: dx, x: -dy)
    path.arc(
      x: point.x, y: point.y, radius: radius, from: across, to: across + .pi, moves: true)
    path.arc(
      x: next.point.x, y: next.point.y, radius: next.radius, from: across - .pi, to: across,
      moves: false)
    path.close()
  }
}
