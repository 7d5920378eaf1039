import Documents
import Graphics

/// The head of a table: the titles of its columns, and above them those of several columns.
extension Composer {
  func shapedHead(_ table: TableBlock, scale: Double) -> [ShapedTable.HeadCell] {
    guard
      !table.levels.isEmpty || table.columns.contains(where: { !$0.title.plainText.isBlank })
    else { return [] }
    let titles = HeadTitle.titles(of: table)
    structure.begin(Structure.Node(.tableHead))
    defer { structure.end() }
    let style = theme[.tableHead].scaled(by: scale)
    var cells: [ShapedTable.HeadCell] = []
    for level in 0...table.levels.count {
      structure.begin(Structure.Node(.tableRow))
      for title in titles where title.levels.lowerBound == level {
        var node = Structure.Node(.tableHeaderCell, scope: .column)
        node.rowSpan = title.levels.count
        node.columnSpan = title.columns.count
        var cell = cell(title.inlines, style, node)
        cell.columnSpan = title.columns.count
        if title.columns.count > 1 {
          let alignments = table.columns[title.columns].map(\.alignment)
          cell.alignment = alignments.allSatisfy { $0 == .left } ? .left : .center
        } else if let column = title.columns.first, table.columns[column].barZero != nil {
          cell.alignment = .left
        }
        cells.append(.init(cell: cell, columns: title.columns, levels: title.levels))
      }
      structure.end()
    }
    return cells
  }

  /// The head's titles stand on its rule, those of several columns on rules of their own.
  func headItem(
    _ cells: [ShapedTable.HeadCell], _ table: TableBlock, _ geometry: TableGeometry
  ) -> FlowItem {
    let padding = theme.spacing.cell
    let placed = cells.map { placeTitle($0, geometry) }
    let last = table.levels.count
    var heights = [Double](repeating: 0, count: last + 1)
    for (cell, (_, height)) in zip(cells, placed) where cell.levels.count == 1 {
      heights[cell.levels.lowerBound] = max(heights[cell.levels.lowerBound], height)
    }
    for (cell, (_, height)) in zip(cells, placed) where cell.levels.count > 1 {
      let above = heights[cell.levels.lowerBound..<cell.levels.upperBound].reduce(0, +)
      heights[cell.levels.upperBound] = max(heights[cell.levels.upperBound], height - above)
    }
    // Below a title of several columns less room is wanted: its rule ties it to what it names.
    let bottoms = heights.indices.scan(from: 0) { bottom, level in
      bottom + padding + heights[level] + (level == last ? padding : padding / 2)
    }
    var fragments: [Fragment] = []
    for (cell, (lines, height)) in zip(cells, placed) {
      let level = cell.levels.upperBound
      let below = level == last ? padding : padding / 2
      fragments += lines.map { $0.offset(x: 0, y: bottoms[level] - below - height) }
      if level < last, cell.cell.paragraph != nil, let first = cell.columns.first {
        fragments.append(
          line(
            x: geometry.lefts[first], y: bottoms[level], width: geometry.width(of: cell.columns),
            theme.spacing.hairline, theme[.secondary]))
      }
    }
    let height = bottoms[last]
    let rule = theme.spacing.rule * 0.8
    let end = line(x: 0, y: height, width: geometry.width, rule, theme[.ink])
    return FlowItem(.box([end] + fragments), height: height + rule)
  }

  private func placeTitle(
    _ title: ShapedTable.HeadCell, _ geometry: TableGeometry
  ) -> (lines: [Fragment], height: Double) {
    guard let number = title.cell.paragraph, let first = title.columns.first else {
      return ([], 0)
    }
    let width = geometry.width(of: title.columns)
    let leading = paragraphs[number].leading
    let lines = lines(of: title.cell, width: width)
    let fragments = lines.enumerated().map { count, line in
      let left = width - line.width
      let shift =
        switch title.cell.alignment ?? geometry.alignments[first] {
        case .left: 0.0
        case .center: left / 2
        case .right, .decimal: left
        }
      return Fragment(
        x: geometry.lefts[first] + max(shift, 0), y: Double(count) * leading,
        .line(paragraph: number, clusters: line.clusters))
    }
    return (fragments, Double(lines.count) * leading)
  }

  /// What stands above the rows on each further page: the caption with "(continued)", and the head again.
  func repeatedHead(
    _ head: FlowItem?, _ table: TableBlock, width: Double
  ) -> FlowBreaker.TableHead {
    var items: [FlowItem] = []
    if !table.caption.isEmpty {
      let words = table.caption + [.text(" " + document.strings[.continued])]
      let style = theme[.subtitle]
      let paragraph = makeParagraph(
        styledText(words, style), role: nil, leading: style.leading)
      items += lines(of: paragraph, width: width)
        .spaced(before: 0, after: theme.spacing.step / 2)
    }
    if let head { items.append(head) }
    return FlowBreaker.TableHead(fragments: items.stacked, height: items.stackedHeight)
  }
}

/// A title of the head and the places that it takes there.
private struct HeadTitle {
  var inlines: [Inline]
  var columns: Range<Int>
  /// The highest is 0; the titles of the columns stand in the last.
  var levels: ClosedRange<Int>

  /// All titles from left to right. A place without a title belongs to the one below it.
  static func titles(of table: TableBlock) -> [HeadTitle] {
    let blanks = table.levels.map { level in
      level.flatMap { spanner in
        [Bool](repeating: spanner.title.plainText.isBlank, count: spanner.span)
      }
    }
    func reach(_ columns: Range<Int>, from level: Int) -> Int {
      var top = level
      while top > 0,
        columns.allSatisfy({ blanks[top - 1].indices.contains($0) && blanks[top - 1][$0] })
      { top -= 1 }
      return top
    }
    var titles: [HeadTitle] = []
    for (number, level) in table.levels.enumerated() {
      var start = 0
      for spanner in level {
        let columns = start..<min(start + spanner.span, table.columns.count)
        start += spanner.span
        if !spanner.title.plainText.isBlank, !columns.isEmpty {
          titles.append(
            HeadTitle(
              inlines: spanner.title, columns: columns,
              levels: reach(columns, from: number)...number))
        } else {
          // What no title below can take, since it stands above other columns too, is a place of its own.
          titles += columns.filter { !isTaken($0, at: number, in: table, reach) }.map {
            HeadTitle(inlines: [], columns: $0..<$0 + 1, levels: number...number)
          }
        }
      }
    }
    let last = table.levels.count
    for (index, column) in table.columns.enumerated() {
      let columns = index..<index + 1
      titles.append(
        HeadTitle(
          inlines: column.title, columns: columns, levels: reach(columns, from: last)...last))
    }
    return titles.sorted { $0.columns.lowerBound < $1.columns.lowerBound }
  }

  /// Whether a title below reaches up to the place of a column at a level.
  private static func isTaken(
    _ column: Int, at level: Int, in table: TableBlock, _ reach: (Range<Int>, Int) -> Int
  ) -> Bool {
    for below in level + 1..<table.levels.count {
      var start = 0
      for spanner in table.levels[below] {
        let columns = start..<start + spanner.span
        start += spanner.span
        if columns.contains(column), !spanner.title.plainText.isBlank {
          return reach(columns, below) <= level
        }
      }
    }
    return true
  }
}

extension Sequence {
  /// What comes of adding the elements up, after each of them.
  fileprivate func scan<Result>(
    from start: Result, _ add: (Result, Element) -> Result
  ) -> [Result] {
    var results: [Result] = []
    var result = start
    for element in self {
      result = add(result, element)
      results.append(result)
    }
    return results
  }
}
