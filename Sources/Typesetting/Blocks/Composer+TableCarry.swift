import Documents
import Graphics

/// A table whose sums go over from page to page, as the page break needs it.
struct CarriedTable: Sendable {
  var carry: TableBlock.Carry
  var columns: [TableBlock.Column]
  var geometry: TableGeometry
  var scale: Double
}

/// Sums that go over from page to page: made where a page ends, since only a few rows do.
extension Composer {
  func addCarry(
    _ table: TableBlock, _ cells: ShapedTable, _ geometry: TableGeometry, number: Int
  ) {
    guard let carry = table.carry else { return }
    carriedTables[number] = CarriedTable(
      carry: carry, columns: table.columns, geometry: geometry, scale: cells.scale)
  }

  func carryHeight(
    of table: TableBlock, _ cells: ShapedTable, _ geometry: TableGeometry
  ) -> Double {
    let heights = carriedSamples(of: table, cells).map {
      place($0, geometry, scale: cells.scale).height
    }
    return heights.max().map { $0 + theme.spacing.rule * 0.8 } ?? 0
  }

  /// The widest cells that such rows may have.
  func carriedSamples(of table: TableBlock, _ cells: ShapedTable) -> [[ShapedTable.Cell?]] {
    guard let carry = table.carry else { return [] }
    let widest = carry.columns.indices.compactMap { index in
      carry.sums.lazy.compactMap { $0.indices.contains(index) ? $0[index] : nil }
        .max { $0.text.count < $1.text.count }
    }
    guard widest.count == carry.columns.count else { return [] }
    return [true, false].map {
      carriedCells(widest, carry.columns, of: table.columns, scale: cells.scale, isForward: $0)
    }
  }

  private func carriedCells(
    _ sums: [BoundValue], _ carried: [Int], of columns: [TableBlock.Column], scale: Double,
    isForward: Bool
  ) -> [ShapedTable.Cell?] {
    var style = theme[.table].scaled(by: scale)
    style.color = theme[.secondary]
    var cells = [ShapedTable.Cell?](repeating: ShapedTable.Cell(), count: columns.count)
    let words = document.strings[isForward ? .carriedForward : .broughtForward]
    var label = cell([.text(words)], style, nil)
    label.columnSpan = carried.first ?? 1
    label.alignment = .left
    cells[0] = label
    for (column, sum) in zip(carried, sums) {
      cells[column] = cell(
        sum.inlines, style, nil, isDecimal: columns[column].alignment == .decimal)
    }
    return cells
  }

  /// The row with the sums of what stands above a row: at a page's foot, or at the head of the next.
  func carried(table number: Int, row: Int, isForward: Bool) -> [Fragment] {
    guard let table = carriedTables[number], table.carry.sums.indices.contains(row) else {
      return []
    }
    let cells = carriedCells(
      table.carry.sums[row], table.carry.columns, of: table.columns, scale: table.scale,
      isForward: isForward)
    let (placed, height) = place(cells, table.geometry, scale: table.scale)
    let width = table.geometry.width
    let lines =
      isForward
      ? [
        line(x: 0, y: 0, width: width, theme.spacing.hairline, theme[.secondary]),
        line(x: 0, y: height, width: width, theme.spacing.rule * 0.8, theme[.ink]),
      ] : []
    return lines + placed.flatMap(\.self)
  }
}
