import Graphics
import Inputs

/// Short strokes, one for each row, across a dimension.
enum TickMark {
  static let defaults: Value = [
    "thickness": 1, "binSpacing": 0, "continuousBandSize": 5, "minBandSize": 0.25,
    "timeUnitBandPosition": 0.5,
  ]

  static func draw(_ frame: UnitFrame) -> Picture {
    let isHorizontal = frame.mark.orientation == .horizontal
    let thickness = frame.mark.number("thickness") ?? 1
    let positions = PositionEncoder(frame: frame)
    let across = positions.point(isHorizontal ? .y : .x, .middle) ?? { _ in .nan }
    let along = IntervalEncoder(frame: frame).interval(isHorizontal ? .x : .y)
    let thin: RowValue<(Double, Double)> = { row in
      (across(row) - thickness / 2, across(row) + thickness / 2)
    }
    let corners = CornerRadii(frame.mark)
    return RectangleDrawing(frame: frame).draw(
      x: isHorizontal ? along : thin, y: isHorizontal ? thin : along
    ) { _, rect, x, y in
      corners.shape(rect, x: x, y: y, orientation: nil, frame: frame)
    }
  }
}
