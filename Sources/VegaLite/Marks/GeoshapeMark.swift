import Graphics
import Inputs
import Tables

/// Shapes on a map, one for each row.
enum GeoshapeMark {
  static let defaults: Value = [:]

  static func draw(_ frame: UnitFrame) -> Picture {
    var picture = Picture()
    guard let projection = frame.projection else { return picture }
    let radius = frame.unit.projection?.pointRadius ?? 4.5
    let styles = StyleEncoder(frame)
    let shape = frame.encoding[.shape].flatMap {
      $0.isField && $0.type == .geojson ? frame.rows.cells($0.column) : nil
    }
    for row in MarkOrder(frame: frame).rows(Array(0..<frame.rows.count)) {
      let geometry =
        shape.map { GeoGeometry($0[row]) } ?? GeoGeometry(row: row, of: frame.rows)
      guard let geometry else { continue }
      let path = projection.shape(geometry).path(pointRadius: radius)
      guard !path.elements.isEmpty else { continue }
      let style = styles.style(row)
      let box = path.tightBounds.expanded(style.strokeMargin)
      picture.bounds.union(box)
      guard style.isVisible else { continue }
      picture.add(style.item(path), bounds: box)
    }
    return picture
  }
}
