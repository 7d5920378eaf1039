import Graphics

/// Places legends around a view (vega-view-transforms' legend layout).
struct LegendLayout {
  let width: Double
  let height: Double
  /// The view with the axes beside it, and with those above and below it.
  let xBounds: Bounds
  let yBounds: Bounds

  /// Each legend and where its origin comes.
  func place(_ legends: [Legend]) -> [(legend: Legend, at: Point)] {
    var result: [(legend: Legend, at: Point)] = []
    for orient in LegendComponent.Orient.allCases {
      let group = legends.filter { $0.orient == orient }
      guard !group.isEmpty else { continue }
      if orient == .none {
        result += group.map { ($0, $0.position) }
        continue
      }
      result += place(group, orient)
    }
    return result
  }

  private func place(
    _ group: [Legend], _ orient: LegendComponent.Orient
  ) -> [(legend: Legend, at: Point)] {
    let given = group.compactMap(\.offset).max()
    let offset = given ?? LegendDefaults.offset
    let stacks = orient == .left || orient == .right
    var grid = GridLayout(columns: stacks ? 1 : group.count)
    grid.columnPadding = LegendDefaults.margin
    grid.rowPadding = LegendDefaults.margin
    let boxes = group.map { Bounds(0, 0, $0.width, $0.height) }
    let places = grid.place(boxes)
    var all = Bounds(0, 0, 0, 0)
    for (box, place) in zip(boxes, places) { all.union(box.translated(place.x, place.y)) }
    let anchor: Point
    switch orient {
    case .left: anchor = Point(x: xBounds.x1.rounded(.down) - offset - all.width, y: 0)
    case .right: anchor = Point(x: xBounds.x2.rounded(.up) + offset, y: 0)
    case .top: anchor = Point(x: 0, y: yBounds.y1.rounded(.down) - offset - all.height)
    case .bottom: anchor = Point(x: 0, y: yBounds.y2.rounded(.up) + offset)
    case .topLeft: anchor = Point(x: offset, y: offset)
    case .topRight: anchor = Point(x: width - offset - all.width, y: offset)
    case .bottomLeft: anchor = Point(x: offset, y: height - offset - all.height)
    case .bottomRight:
      anchor = Point(x: width - offset - all.width, y: height - offset - all.height)
    case .none: anchor = .zero
    }
    let (x, y) = (TextBlock.rounded(anchor.x), TextBlock.rounded(anchor.y))
    return zip(group, places).map { ($0, Point(x: $1.x + x, y: $1.y + y)) }
  }
}
