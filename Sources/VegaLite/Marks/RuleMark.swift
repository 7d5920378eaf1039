import Graphics
import Inputs
import Tables

/// Straight lines, one for each row.
enum RuleMark {
  static let defaults: Value = ["color": "black"]

  static func draw(_ frame: UnitFrame) -> Picture {
    guard frame.encoding.has(.x) || frame.encoding.has(.y) || frame.geo != nil else {
      return Picture()
    }
    let positions = PositionEncoder(frame: frame)
    let orientation = frame.mark.orientation
    func ends(
      _ channel: Channel, runs: Bool, standard: PositionEncoder.Standard
    ) -> RowValue<(Double, Double)> {
      if runs { return positions.range(channel, standard, .zeroOrFirst) }
      let point = positions.point(channel, standard) ?? { _ in .nan }
      return { (point($0), point($0)) }
    }
    let xs = ends(
      .x, runs: orientation != .vertical,
      standard: orientation == .horizontal ? .zeroOrLast : .middle)
    let ys = ends(
      .y, runs: orientation != .horizontal,
      standard: orientation == .vertical ? .zeroOrLast : .middle)
    let styles = StyleEncoder(frame)
    var picture = Picture()
    for row in MarkOrder(frame: frame).rows(Array(0..<frame.rows.count)) {
      let (x, y) = (xs(row), ys(row))
      guard x.0.isFinite, x.1.isFinite, y.0.isFinite, y.1.isFinite else { continue }
      var style = styles.style(row)
      style.fill = nil
      var path = Path()
      path.move(x.0, y.0)
      path.line(x.1, y.1)
      let box = Bounds(x.0, y.0, x.1, y.1).expanded(style.strokeMargin)
      picture.bounds.union(box)
      guard style.isVisible else { continue }
      picture.add(style.item(path), bounds: box)
    }
    return picture
  }
}
