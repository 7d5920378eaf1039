import Graphics
import Inputs
import Tables

/// Lines through the rows of each group.
enum LineMark {
  static let defaults: Value = ["strokeWidth": 2]

  static func draw(_ frame: UnitFrame) -> Picture {
    let positions = PositionEncoder(frame: frame)
    let x = positions.point(.x, .middle) ?? { _ in .nan }
    let y = positions.point(.y, .middle) ?? { _ in .nan }
    let styles = StyleEncoder(frame)
    let interpolation = Interpolation(frame.mark)
    let isDefined = PathBreaks(frame).isDefined
    let along = frame.mark.orientation == .horizontal ? y : x
    var picture = Picture()
    picture.isGrouped = PathGroups.areGrouped(frame)
    for group in PathGroups(frame).groups {
      let rows = MarkOrder(frame: frame).path(group, along: along)
      guard let first = rows.first else { continue }
      let style = styles.style(first)
      var path = Path()
      var stretch: [Point] = []
      func flush() {
        interpolation.trace(stretch, into: &path)
        // A point by itself is a dot where lines have round or square ends.
        if stretch.count == 1, let point = stretch.first { path.line(point.x, point.y) }
        stretch = []
      }
      for row in rows {
        let (px, py) = (x(row), y(row))
        if isDefined(row), px.isFinite, py.isFinite {
          stretch.append(Point(x: px, y: py))
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
}

/// The rows of each line or area, groups in order of first appearance.
struct PathGroups {
  let groups: [[Int]]

  static func areGrouped(_ frame: UnitFrame) -> Bool {
    !PathGrouping(frame.unit).columns.isEmpty
  }

  init(_ frame: UnitFrame) {
    let columns = PathGrouping(frame.unit).columns.filter(frame.rows.has)
    guard !columns.isEmpty else {
      groups = frame.rows.count == 0 ? [] : [Array(0..<frame.rows.count)]
      return
    }
    let cells = columns.compactMap { frame.rows[$0] }
    var places: [[Datum]: Int] = [:]
    var groups: [[Int]] = []
    for row in 0..<frame.rows.count {
      let key = cells.map { $0[row] }
      if let place = places[key] {
        groups[place].append(row)
      } else {
        places[key] = groups.count
        groups.append([row])
      }
    }
    self.groups = groups
  }
}

/// Where paths break: at values that aren't valid.
struct PathBreaks {
  let isDefined: RowValue<Bool>

  init(_ frame: UnitFrame) {
    guard InvalidData(frame.mark).breaksPaths else {
      isDefined = { _ in true }
      return
    }
    let checked = frame.encoding.channels.filter(\.hasScale).compactMap { channel -> [Datum]? in
      guard let definition = frame.encoding.scaled(channel), definition.isField,
        definition.hasScale, definition.aggregate?.counts != true,
        let scale = frame.scales[channel], !scale.type.isDiscrete
      else { return nil }
      let path =
        frame.stack?.imputes == true && definition.isBinning
        ? definition.middleColumn : definition.column
      return frame.rows.cells(path)
    }
    isDefined = { row in
      checked.allSatisfy { $0[row].isValid && $0[row].asNumber.isFinite }
    }
  }
}
