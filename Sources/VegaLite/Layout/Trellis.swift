import Graphics

/// Views in a grid, with headers before, footers behind and titles around them (vega-view-transforms' trellis layout).
struct Trellis {
  private let cells: [DrawnView]
  let columns: Int
  private let isFlush: Bool
  let places: [Point]
  /// The box of all cells.
  let bounds: Bounds

  init(
    _ cells: [DrawnView], columns: Int, layout: CompositionLayout,
    alignment: GridLayout.Alignment
  ) {
    self.cells = cells
    self.columns = max(1, columns)
    isFlush = layout.isFlush
    var grid = GridLayout(columns: self.columns)
    grid.columnPadding = layout.columnSpacing
    grid.rowPadding = layout.rowSpacing
    grid.columnAlignment = layout.columnAlignment ?? alignment
    grid.rowAlignment = layout.rowAlignment ?? alignment
    grid.centersColumns = layout.centersColumns
    grid.centersRows = layout.centersRows
    places = grid.place(cells.map { layout.isFlush ? $0.frame : $0.outline })
    var bounds = Bounds()
    for (cell, place) in zip(cells, places) {
      bounds.union(cell.outline.translated(place.x, place.y))
    }
    self.bounds = bounds
  }

  var rows: Int { (cells.count + columns - 1) / columns }

  func draw(onto picture: inout Picture) {
    for (cell, place) in zip(cells, places) {
      picture.add(
        Picture(items: cell.picture.items, bounds: cell.outline), atX: place.x, y: place.y)
    }
  }

  // MARK: Headers

  enum Side {
    case rowHeader, rowFooter, columnHeader, columnFooter

    var isBefore: Bool { self == .rowHeader || self == .columnHeader }
    var isRow: Bool { self == .rowHeader || self == .rowFooter }
  }

  /// A cell's box as headers see it.
  private func box(_ index: Int) -> Bounds {
    let cell = cells[index]
    return (isFlush ? cell.frame : cell.outline).translated(places[index].x, places[index].y)
  }

  private func edge(_ box: Bounds, _ side: Side) -> Double {
    switch side {
    case .rowHeader: box.x1
    case .rowFooter: box.x2
    case .columnHeader: box.y1
    case .columnFooter: box.y2
    }
  }

  private func outermost(_ a: Double, _ b: Double, _ side: Side) -> Double {
    side.isBefore ? min(a, b).rounded(.down) : max(a, b).rounded(.up)
  }

  /// Places headers along a side, each at its row or column, `band` being a share of the cell's box to stand at.
  ///
  /// - Returns: Their places, and how far they reach.
  func place(
    _ headers: [Bounds], _ side: Side, band: Double?
  ) -> (places: [Point], edge: Double) {
    guard !cells.isEmpty else { return ([], 0) }
    let start: Int
    switch side {
    case .rowHeader, .columnHeader: start = 0
    case .rowFooter: start = columns - 1
    case .columnFooter: start = rows * columns - columns
    }
    let stride = side.isRow ? columns : 1
    var margin = 0.0
    for index in Swift.stride(from: start, to: cells.count, by: stride) {
      margin = outermost(margin, edge(box(index), side), side)
    }
    if headers.isEmpty { return ([], margin) }
    var reach = 0.0
    var result: [Point] = []
    for (number, header) in headers.prefix(side.isRow ? rows : columns).enumerated() {
      // Where a cell is missing, the nearest before it stands for it.
      var index = start + number * stride
      while index >= cells.count { index -= side.isRow ? 1 : columns }
      guard index >= 0 else { continue }
      let cell = cells[index].outline.translated(places[index].x, places[index].y)
      let place: Point
      if side.isRow {
        let y = band.map { TextBlock.rounded(cell.y1 + $0 * cell.height) } ?? places[index].y
        place = Point(x: margin, y: y)
      } else {
        let x = band.map { TextBlock.rounded(cell.x1 + $0 * cell.width) } ?? places[index].x
        place = Point(x: x, y: margin)
      }
      reach = outermost(reach, edge(header.translated(place.x, place.y), side), side)
      result.append(place)
    }
    return (result, reach)
  }

  /// The place of a title before or behind the headers.
  func titlePlace(isRow: Bool, edge: Double, band: Double) -> Point {
    isRow
      ? Point(x: edge, y: TextBlock.rounded(bounds.y1 + band * bounds.height))
      : Point(x: TextBlock.rounded(bounds.x1 + band * bounds.width), y: edge)
  }
}

extension DrawnView {
  var frame: Bounds { Bounds(0, 0, size.width, size.height) }
}
