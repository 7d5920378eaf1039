import Graphics

/// Lays boxes out in rows and columns, each as large as its largest box (vega-view-transforms' grid).
struct GridLayout {
  enum Alignment: String, CaseIterable {
    /// Boxes follow each other.
    case none
    /// Each row and column is as large as its largest box.
    case each
    /// All rows and columns are as large as the largest box of all.
    case all
  }

  var columns: Int
  var columnPadding = 0.0
  var rowPadding = 0.0
  var columnAlignment = Alignment.each
  var rowAlignment = Alignment.each
  var centersColumns = false
  var centersRows = false

  init(columns: Int) {
    self.columns = max(1, columns)
  }

  /// The place of each box's origin; boxes are given about their origins.
  func place(_ given: [Bounds]) -> [Point] {
    let boxes = given.map { $0.isEmpty ? Bounds(0, 0, 0, 0) : $0 }
    let count = boxes.count
    // More columns than boxes are empty ones.
    let columns = min(self.columns, max(1, count))
    let rows = (count + columns - 1) / columns
    var columnExtent = [Double](repeating: 0, count: columns)
    var rowExtent = [Double](repeating: 0, count: max(1, rows))
    var xOffset = [Double](repeating: 0, count: count)
    var yOffset = xOffset
    func outside(_ value: Double) -> Double { value < 0 ? (-value).rounded(.up) : 0 }
    for (i, box) in boxes.enumerated() {
      let (row, column) = (i / columns, i % columns)
      columnExtent[column] = max(columnExtent[column], box.x2.rounded(.up))
      rowExtent[row] = max(rowExtent[row], box.y2.rounded(.up))
      xOffset[i] = column == 0 ? 0 : columnPadding + outside(box.x1)
      yOffset[i] = row == 0 ? 0 : rowPadding + outside(box.y1)
    }
    align(&xOffset, columnExtent, columnAlignment, lineOf: { $0 % columns })
    align(&yOffset, rowExtent, rowAlignment, lineOf: { $0 / columns })
    var places = [Point](repeating: .zero, count: count)
    for i in 0..<count {
      places[i].x = xOffset[i] + (i % columns == 0 ? 0 : places[i - 1].x)
      places[i].y = yOffset[i] + (i < columns ? 0 : places[i - columns].y)
    }
    let widest = columnExtent.max() ?? 0
    let tallest = rowExtent.max() ?? 0
    for i in 0..<count {
      if columnAlignment != .none, centersColumns, rows > 1 {
        let room = (columnAlignment == .all ? widest : columnExtent[i % columns]) - boxes[i].x2
        if room > 0 { places[i].x += room / 2 }
      }
      if rowAlignment != .none, centersRows, columns != 1 {
        let room = (rowAlignment == .all ? tallest : rowExtent[i / columns]) - boxes[i].y2
        if room > 0 { places[i].y += room / 2 }
      }
    }
    return places
  }

  /// Turns the gap before each box into its distance from the box before.
  private func align(
    _ offsets: inout [Double], _ extents: [Double], _ alignment: Alignment,
    lineOf: (Int) -> Int
  ) {
    let indices = offsets.indices
    let largest = extents.max() ?? 0
    let gap = indices.filter { lineOf($0) > 0 }.map { offsets[$0] }.max() ?? 0
    var gaps = [Double](repeating: 0, count: extents.count)
    for i in indices { gaps[lineOf(i)] = max(gaps[lineOf(i)], offsets[i]) }
    for i in indices where lineOf(i) > 0 {
      switch alignment {
      case .none: offsets[i] += extents[lineOf(i) - 1]
      case .each: offsets[i] = gaps[lineOf(i)] + extents[lineOf(i) - 1]
      case .all: offsets[i] = gap + largest
      }
    }
  }
}
