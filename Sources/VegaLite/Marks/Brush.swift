import Graphics
import Inputs
import Tables

/// The rectangle of an interval that is selected at first: a shade under the marks, an outline over them.
struct Brush {
  static let defaults: Value = ["fill": "#333", "fillOpacity": 0.125, "stroke": "white"]

  private let rect: Rect
  private let properties: Properties
  private let size: Size

  /// The brushes of a view's selections.
  static func all(_ unit: UnitNode, _ scales: [Channel: Scale], size: Size, _ run: ChartRun)
    -> [Brush]
  {
    unit.unit.selections.compactMap { selection in
      guard selection.kind == .interval, !selection.bindsScales else { return nil }
      func ends(_ channel: Channel) -> (Double, Double)? {
        guard let scale = scales[channel],
          let ends = run.selections.ends(selection.name, along: channel), let first = ends.first,
          let last = ends.last
        else { return nil }
        let (a, b) = (scale.position(first), scale.position(last, band: 1))
        return a.isFinite && b.isFinite ? (min(a, b), max(a, b)) : nil
      }
      let area = run.selections.area(selection.name)?.box
      let x = area.map { ($0.x1, $0.x2) } ?? ends(.x)
      let y = area.map { ($0.y1, $0.y2) } ?? ends(.y)
      guard x != nil || y != nil else { return nil }
      let (left, right) = x ?? (0, size.width)
      let (top, bottom) = y ?? (0, size.height)
      return Brush(
        rect: Rect(x: left, y: top, width: right - left, height: bottom - top),
        properties: run.properties([selection.mark]).over(defaults), size: size)
    }
  }

  func shade() -> Picture {
    var style = MarkStyle()
    style.fill = (properties.color("fill") ?? nil)?.opacity(properties.number("fillOpacity") ?? 1)
    return picture(style)
  }

  func outline() -> Picture {
    var style = MarkStyle()
    if rect.width > 0, rect.height > 0, let color = properties.color("stroke") ?? nil {
      style.stroke = Stroke(
        color: color.opacity(properties.number("strokeOpacity") ?? 1),
        width: properties.number("strokeWidth") ?? 1, miterLimit: 10,
        dash: StyleEncoder.usable(properties.numbers("strokeDash") ?? []),
        dashOffset: properties.number("strokeDashOffset") ?? 0)
    }
    return picture(style)
  }

  private func picture(_ style: MarkStyle) -> Picture {
    var picture = Picture()
    guard style.isVisible else { return picture }
    let box = Bounds(rect.x, rect.y, rect.maxX, rect.maxY)
    picture.add(style.item(Path(rect: rect)), bounds: box)
    return picture.clipped(width: size.width, height: size.height)
  }
}
