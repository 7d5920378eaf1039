import Graphics
import Inputs
import Tables

/// Bars: rectangles that grow from a base line.
enum BarMark {
  static let defaults: Value = [
    "binSpacing": 1, "continuousBandSize": 5, "minBandSize": 0.25, "timeUnitBandPosition": 0.5,
  ]

  static func draw(_ frame: UnitFrame) -> Picture {
    let mark = frame.mark
    let corners = CornerRadii(mark)
    if frame.stack != nil, corners.isRound, !frame.encoding.has(.size) {
      return StackedBars(frame: frame, corners: corners).draw()
    }
    return RectangleDrawing(frame: frame).draw { row, rect, x, y in
      corners.shape(rect, x: x, y: y, orientation: mark.orientation, frame: frame)
    }
  }
}

/// How round a bar's corners are: each by itself, or those at the end of the bar.
struct CornerRadii {
  var topLeft: Double
  var topRight: Double
  var bottomLeft: Double
  var bottomRight: Double
  /// At the end away from the base line.
  var end: Double?

  init(_ mark: MarkDefinition) {
    let properties = mark.properties
    let all = properties.number("cornerRadius") ?? 0
    topLeft = properties.number("cornerRadiusTopLeft") ?? all
    topRight = properties.number("cornerRadiusTopRight") ?? all
    bottomLeft = properties.number("cornerRadiusBottomLeft") ?? all
    bottomRight = properties.number("cornerRadiusBottomRight") ?? all
    end = mark.type == .bar ? properties.number("cornerRadiusEnd") : nil
  }

  var isRound: Bool {
    topLeft > 0 || topRight > 0 || bottomLeft > 0 || bottomRight > 0 || (end ?? 0) > 0
  }

  func shape(
    _ rect: Rect, x: (Double, Double), y: (Double, Double),
    orientation: MarkDefinition.Orientation?, frame: UnitFrame
  ) -> RectangleShape {
    var shape = RectangleShape(
      rect: rect, topLeft: topLeft, topRight: topRight, bottomRight: bottomRight,
      bottomLeft: bottomLeft)
    guard let end, let orientation else { return shape }
    switch orientation {
    case .horizontal:
      let isRanged = frame.encoding.has(.x2)
      if x.0 > x.1 || isRanged { (shape.topRight, shape.bottomRight) = (end, end) }
      if x.0 < x.1 || isRanged { (shape.topLeft, shape.bottomLeft) = (end, end) }
    case .vertical:
      let isRanged = frame.encoding.has(.y2)
      if y.0 < y.1 || isRanged { (shape.topLeft, shape.topRight) = (end, end) }
      if y.0 > y.1 || isRanged { (shape.bottomLeft, shape.bottomRight) = (end, end) }
    }
    return shape
  }
}

/// Stacked bars with round corners: the stack as a whole is rounded, its parts are cut off by it.
struct StackedBars {
  let frame: UnitFrame
  let corners: CornerRadii

  func draw() -> Picture {
    guard let stack = frame.stack, let definition = frame.encoding[stack.channel] else {
      return Picture()
    }
    let (xs, ys) = (
      IntervalEncoder(frame: frame).interval(.x), IntervalEncoder(frame: frame).interval(.y)
    )
    let style = StyleEncoder(frame)
    let scale = frame.scales[stack.channel]
    let starts = frame.rows.cells(definition.stackStart).map { scale?.position($0) ?? .nan }
    let ends = frame.rows.cells(definition.stackEnd).map { scale?.position($0) ?? .nan }
    var groups: [[Double]: [Int]] = [:]
    var order: [[Double]] = []
    for row in 0..<frame.rows.count {
      let across = stack.channel == .x ? ys(row) : xs(row)
      let key = [across.0, across.1]
      guard key.allSatisfy(\.isFinite), starts[row].isFinite, ends[row].isFinite else { continue }
      if groups[key] == nil { order.append(key) }
      groups[key, default: []].append(row)
    }
    var picture = Picture()
    picture.isGrouped = true
    for key in order {
      guard let rows = groups[key] else { continue }
      let low = rows.map { min(starts[$0], ends[$0]) }.min() ?? 0
      let high = rows.map { max(starts[$0], ends[$0]) }.max() ?? 0
      let across = (min(key[0], key[1]), max(key[0], key[1]))
      let rect =
        stack.channel == .x
        ? Rect(x: low, y: across.0, width: high - low, height: across.1 - across.0)
        : Rect(x: across.0, y: low, width: across.1 - across.0, height: high - low)
      let grows = rows.contains { ends[$0] != starts[$0] }
      guard grows else { continue }
      let outline = shape(rect, rows.map { (starts[$0], ends[$0]) }, stack.channel)
      var inner = Picture()
      for row in rows {
        let (x, y) = (xs(row), ys(row))
        let part = style.style(row)
        let box = RectangleDrawing.rect(x, y)
        if part.isVisible { inner.items.append(part.item(Path(rect: box))) }
      }
      picture.items.append(
        SceneItem(.group(SceneGroup(inner.items, clip: outline.path))))
      // The outline lies over the parts.
      if let first = rows.first {
        var line = style.style(first)
        line.fill = nil
        if line.stroke != nil {
          picture.items.append(line.item(outline.path))
        }
        picture.bounds.union(
          Bounds(rect.x, rect.y, rect.maxX, rect.maxY).expanded(line.strokeMargin))
      }
    }
    return picture
  }

  private func shape(
    _ rect: Rect, _ ends: [(Double, Double)], _ channel: Channel
  ) -> RectangleShape {
    var shape = RectangleShape(
      rect: rect, topLeft: corners.topLeft, topRight: corners.topRight,
      bottomRight: corners.bottomRight, bottomLeft: corners.bottomLeft)
    guard let end = corners.end else { return shape }
    let rises = ends.contains { $0.1 > $0.0 }
    let falls = ends.contains { $0.1 < $0.0 }
    if channel == .x {
      if rises { (shape.topRight, shape.bottomRight) = (end, end) }
      if falls { (shape.topLeft, shape.bottomLeft) = (end, end) }
    } else {
      if falls { (shape.topLeft, shape.topRight) = (end, end) }
      if rises { (shape.bottomLeft, shape.bottomRight) = (end, end) }
    }
    return shape
  }
}
