import Graphics
import Inputs
import Tables

/// Areas between a line and a base line, or between two lines.
enum AreaMark {
  static let defaults: Value = [:]

  static func draw(_ frame: UnitFrame) -> Picture {
    let positions = PositionEncoder(frame: frame)
    func ends(_ channel: Channel, _ ranges: Bool) -> RowValue<(Double, Double)> {
      if ranges {
        return positions.range(channel, .zeroOrFirst, .zeroOrFirst)
      }
      let point = positions.point(channel, .zeroOrFirst) ?? { _ in .nan }
      return { (point($0), point($0)) }
    }
    let (xs, ys) = (
      ends(.x, frame.mark.orientation == .horizontal),
      ends(.y, frame.mark.orientation == .vertical)
    )
    let styles = StyleEncoder(frame)
    let interpolation = Interpolation(frame.mark)
    let isDefined = PathBreaks(frame).isDefined
    let along: RowValue<Double> =
      frame.mark.orientation == .horizontal ? { ys($0).0 } : { xs($0).0 }
    var picture = Picture()
    picture.isGrouped = PathGroups.areGrouped(frame)
    for group in PathGroups(frame).groups {
      let rows = MarkOrder(frame: frame).path(group, along: along)
      guard let first = rows.first else { continue }
      let style = styles.style(first)
      var path = Path()
      var top: [Point] = []
      var bottom: [Point] = []
      func flush() {
        fill(&path, top, bottom, interpolation)
        (top, bottom) = ([], [])
      }
      for row in rows {
        let (x, y) = (xs(row), ys(row))
        if isDefined(row), x.0.isFinite, x.1.isFinite, y.0.isFinite, y.1.isFinite {
          top.append(Point(x: x.0, y: y.0))
          bottom.append(Point(x: x.1, y: y.1))
        } else {
          flush()
        }
      }
      flush()
      guard !path.elements.isEmpty else { continue }
      let box = path.tightBounds.expanded(style.strokeMargin)
      picture.bounds.union(box)
      guard style.isVisible else { continue }
      picture.add(style.item(path), bounds: box)
    }
    return picture
  }

  /// Along one line and back along the other.
  private static func fill(
    _ path: inout Path, _ top: [Point], _ bottom: [Point], _ interpolation: Interpolation
  ) {
    guard !top.isEmpty else { return }
    interpolation.trace(top, into: &path)
    if interpolation.isClosed {
      // Either line is a shape by itself.
      interpolation.trace(bottom.reversed(), into: &path)
      return
    }
    var back = interpolation
    switch interpolation.kind {
    case .stepBefore: back.kind = .stepAfter
    case .stepAfter: back.kind = .stepBefore
    default: break
    }
    back.trace(bottom.reversed(), into: &path, joins: true)
    path.close()
  }
}
