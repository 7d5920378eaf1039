import Graphics
import Inputs
import Tables

/// Rectangles, each dimension an interval or a band.
enum RectMark {
  static let defaults: Value = [
    "binSpacing": 0, "continuousBandSize": 5, "minBandSize": 0.25, "timeUnitBandPosition": 0.5,
  ]

  static func draw(_ frame: UnitFrame) -> Picture {
    let corners = CornerRadii(frame.mark)
    return RectangleDrawing(frame: frame).draw { _, rect, x, y in
      corners.shape(rect, x: x, y: y, orientation: nil, frame: frame)
    }
  }
}

/// Draws a rectangle for each row.
struct RectangleDrawing {
  let frame: UnitFrame

  static func rect(_ x: (Double, Double), _ y: (Double, Double)) -> Rect {
    Rect(
      x: min(x.0, x.1), y: min(y.0, y.1), width: abs(x.1 - x.0), height: abs(y.1 - y.0))
  }

  func draw(
    x: RowValue<(Double, Double)>? = nil, y: RowValue<(Double, Double)>? = nil,
    shape: (Int, Rect, (Double, Double), (Double, Double)) -> RectangleShape
  ) -> Picture {
    let xs = x ?? IntervalEncoder(frame: frame).interval(.x)
    let ys = y ?? IntervalEncoder(frame: frame).interval(.y)
    let styles = StyleEncoder(frame)
    var picture = Picture()
    for row in MarkOrder(frame: frame).rows(Array(0..<frame.rows.count)) {
      let (x, y) = (xs(row), ys(row))
      guard x.0.isFinite, x.1.isFinite, y.0.isFinite, y.1.isFinite else { continue }
      let rect = Self.rect(x, y)
      let style = styles.style(row)
      let box = Bounds(rect.x, rect.y, rect.maxX, rect.maxY)
        .expanded(style.strokeMargin)
      picture.bounds.union(box)
      guard style.isVisible, rect.width > 0 || rect.height > 0 else { continue }
      picture.add(style.item(shape(row, rect, x, y).path), bounds: box)
    }
    return picture
  }
}
