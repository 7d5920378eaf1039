import Documents
import Graphics

/// Drawings in the cells of tables.
extension Composer {
  /// The bars and sparklines of a row; the numbers beside bars are text, so bars are decoration.
  func graphics(
    of row: ShapedTable.Row, _ table: TableBlock, _ geometry: TableGeometry, height: Double
  ) -> [Fragment] {
    var fragments: [Fragment] = []
    for (index, cell) in row.cells.enumerated() {
      guard let cell else { continue }
      if let zero = table.columns[index].barZero, row.role == .data {
        let line = cell.paragraph.map { paragraphs[$0].leading } ?? theme[.table].leading
        fragments += bar(cell, zero, geometry, index, line: line, height: height)
      } else if case .sparkline(let line)? = cell.graphic {
        fragments.append(sparkline(line, cell, geometry, index))
      }
    }
    return fragments
  }

  // MARK: Bars

  /// - Parameter line: The height of a line of the cell: the bar stands beside the first, where its number is.
  private func bar(
    _ cell: ShapedTable.Cell, _ zero: Double, _ geometry: TableGeometry, _ column: Int,
    line: Double, height: Double
  ) -> [Fragment] {
    let taken = (geometry.numbers[column] ?? 0) + TableGeometry.barGap
    let (left, room) = (geometry.lefts[column] + taken, geometry.widths[column] - taken)
    guard room > 1 else { return [] }
    var fragments: [Fragment] = []
    if case .bar(let bar)? = cell.graphic, let color = theme.color(named: bar.color) {
      let (start, end) = (min(bar.start, bar.end), max(bar.start, bar.end))
      let thickness = theme[.table].size * 0.72
      let size = Size(width: (end - start) * room, height: thickness)
      if size.width > 0 {
        fragments.append(
          Fragment(
            x: left + start * room, y: theme.spacing.cell + (line - thickness) / 2,
            .rect(size, color, radius: 0)))
      }
    }
    // Where bars go both ways, the eye needs the line that they begin at.
    if zero > 0 {
      let size = Size(width: theme.spacing.hairline, height: height)
      fragments.append(
        Fragment(x: left + zero * room, y: 0, .rect(size, theme[.secondary], radius: 0)))
    }
    return fragments
  }

  // MARK: Sparklines

  private static let widestSparkline = 110.0

  /// As high as one line, whatever the row holds beside it, so that rows can be compared.
  private func sparkline(
    _ line: TableGraphic.Sparkline, _ cell: ShapedTable.Cell, _ geometry: TableGeometry,
    _ column: Int
  ) -> Fragment {
    let padding = theme.spacing.cell * 0.8
    let size = Size(
      width: min(geometry.widths[column], Self.widestSparkline),
      height: theme[.table].leading + 2 * (theme.spacing.cell - padding))
    let left = geometry.widths[column] - size.width
    let shift =
      switch geometry.alignments[column] {
      case .left: 0.0
      case .center: left / 2
      case .right, .decimal: left
      }
    let color = theme.color(named: line.color) ?? theme[.accent]
    let ground = cell.ground?.value.over(theme[.paper]) ?? theme[.paper]
    let drawing = SparklineDrawing(line: line, color: color, paper: ground, size: size)
    var scene = Scene(size: size)
    scene.items = drawing.items
    let figure = add(
      PlacedFigure(content: .scene(scene), size: size, leaf: cell.leaf))
    return Fragment(x: geometry.lefts[column] + shift, y: padding, .figure(figure))
  }
}
