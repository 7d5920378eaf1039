import Formats
import Graphics
import Inputs
import Tables

/// Texts, one for each row.
enum TextMark {
  static let defaults: Value = [
    "color": "black", "fontSize": 11, "align": "center", "baseline": "middle",
  ]

  static func draw(_ frame: UnitFrame) -> Picture {
    let positions = PositionEncoder(frame: frame)
    let x = positions.point(.x, .middle) ?? { _ in .nan }
    let y = positions.point(.y, .middle) ?? { _ in .nan }
    let radius = positions.point(.radius, .none)
    let theta = positions.point(.theta, .none)
    let visual = VisualEncoder(frame: frame)
    let text = TextValue(frame: frame)
    let properties = frame.mark.properties
    let base = TextFace(properties, fill: "fill")
    let size = visual.number(.size, property: "fontSize", standard: base.style.size)
    let angle = visual.number(.angle, property: "angle", standard: 0)
    let dx = visual.property("dx", standard: 0)
    let dy = visual.property("dy", standard: 0)
    let align = word(frame, "align", TextBlock.Align.left)
    let baseline = word(frame, "baseline", TextBlock.Baseline.alphabetic)
    let styles = StyleEncoder(frame)
    let location = frame.encoding[.text]?.location ?? frame.unit.location
    let givenLine = properties.number("lineHeight")
    var picture = Picture()
    for row in MarkOrder(frame: frame).rows(Array(0..<frame.rows.count)) {
      var (px, py) = (x(row), y(row))
      if let radius, let distance = Optional(radius(row)), distance.isFinite {
        let turn = (theta?(row) ?? 0) - .pi / 2
        px += distance * Exact.cosine(turn)
        py += distance * Exact.sine(turn)
      }
      guard px.isFinite, py.isFinite else { continue }
      let style = styles.style(row)
      var face = base
      face.style.size = size(row).isFinite ? max(0, size(row)) : base.style.size
      if givenLine == nil { face.lineHeight = face.style.size + 2 }
      guard style.fill != nil || style.stroke != nil else { continue }
      face.style.color = style.fill ?? Color.black.opacity(0)
      var block = TextBlock(text.lines(row), face, frame.run)
      (block.x, block.y) = (px, py)
      (block.dx, block.dy) = (dx(row), dy(row))
      block.align = align(row)
      block.baseline = baseline(row)
      block.angle = angle(row).isFinite ? angle(row) : 0
      block.opacity = style.opacity
      block.outline = style.stroke
      block.location = location
      picture.add(block.picture)
    }
    return picture
  }

  private static func word<W: RawRepresentable>(
    _ frame: UnitFrame, _ key: String, _ standard: W
  ) -> RowValue<W> where W.RawValue == String {
    guard let value = frame.mark.properties.property(key) else { return { _ in standard } }
    let (rows, run) = (frame.rows, frame.run)
    if value.isConstant {
      let word = value.evaluate(run).flatMap { W(rawValue: $0.asText) } ?? standard
      return { _ in word }
    }
    return { value.evaluate(rows, $0, run).flatMap { W(rawValue: $0.asText) } ?? standard }
  }
}
