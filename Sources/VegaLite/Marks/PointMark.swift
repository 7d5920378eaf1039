import Diagnostics
import Graphics
import Inputs
import Tables

/// Points, circles and squares: a symbol for each row.
enum PointMark {
  static let defaults: Value = ["size": 30, "strokeWidth": 2, "shape": "circle"]

  static func draw(_ frame: UnitFrame) -> Picture {
    let positions = PositionEncoder(frame: frame)
    let x = positions.point(.x, .middle) ?? { _ in .nan }
    let y = positions.point(.y, .middle) ?? { _ in .nan }
    let visual = VisualEncoder(frame: frame)
    let size = visual.number(.size, property: "size", standard: 30, unlisted: 64)
    let angle = visual.number(.angle, property: "angle", standard: 0)
    let shape = self.shape(frame, visual)
    let styles = StyleEncoder(frame)
    var outlines = Outlines(frame: frame)
    var picture = Picture()
    for row in MarkOrder(frame: frame).rows(Array(0..<frame.rows.count)) {
      let (px, py, area) = (x(row), y(row), size(row))
      guard px.isFinite, py.isFinite, area.isFinite else { continue }
      let style = styles.style(row)
      guard let outline = outlines.path(shape(row), size: area) else { continue }
      var map = Transform.translation(x: px, y: py)
      let degrees = angle(row)
      if degrees != 0, degrees.isFinite {
        let (sine, cosine) = Angle.sineAndCosine(degrees)
        map = Transform.rotation(sine: sine, cosine: cosine).then(map)
      }
      let placed = outline.mapped(map)
      let box = placed.tightBounds.expanded(style.strokeMargin)
      picture.bounds.union(box)
      guard style.isVisible, area > 0 else { continue }
      picture.add(style.item(placed), bounds: box)
    }
    return picture
  }

  private static func shape(_ frame: UnitFrame, _ visual: VisualEncoder) -> RowValue<String> {
    switch frame.mark.type {
    case .circle: return { _ in "circle" }
    case .square: return { _ in "square" }
    default: break
    }
    let standard = frame.mark.properties.string("shape") ?? "circle"
    guard let output = visual.output(.shape) else { return { _ in standard } }
    return { row in
      if case .text(let name)? = output(row) { return name }
      return standard
    }
  }

  /// Symbols about the origin; the last one is kept, since neighbours mostly look alike.
  private struct Outlines {
    let frame: UnitFrame
    private var last: (name: String, size: Double, path: Path)?

    init(frame: UnitFrame) {
      self.frame = frame
    }

    mutating func path(_ name: String, size: Double) -> Path? {
      if let last, last.size == size, last.name == name { return last.path }
      guard let path = SymbolShape.path(name, size: size) else {
        frame.run.findings.error(
          "spec.word", "unknown shape \"\(name)\"", at: frame.unit.location,
          hints: Suggestion.hints(for: name, in: SymbolShape.names))
        return nil
      }
      last = (name, size, path)
      return path
    }
  }
}
