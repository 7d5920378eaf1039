import Documents
import Graphics

/// A table whose cells are shaped but have no place yet.
struct ShapedTable {
  struct Cell {
    /// The index of its paragraph in the document; nil for a cell without words.
    var paragraph: Int?
    /// All of it on one line; nil where a line must end inside.
    var line: LineBreaker.Line?
    /// The width on one line, and of the widest word.
    var natural = 0.0
    var least = 0.0
    /// In a column of numbers, the width from the end of the whole number on: `.5%` of `12.5%`.
    var tail = 0.0
    /// How many columns it covers.
    var columnSpan = 1
    /// Where it isn't its column's.
    var alignment: TableBlock.Alignment?
    var graphic: TableGraphic?
    /// The element of the structure that its drawing is.
    var leaf: Structure.LeafID?
    /// The colour that it stands on.
    var ground: Apart<Color>?
    /// Whether it stands in one row only.
    var isAlone = true
  }

  /// A title, and the levels of the head that it stands in.
  struct HeadCell {
    var cell: Cell
    var columns: Range<Int>
    var levels: ClosedRange<Int>
  }

  struct Row {
    /// Nil where a cell above covers the place.
    var cells: [Cell?]
    var role: TableBlock.Row.Role
    var ground: Apart<Color>?
  }

  /// Empty for a table without titles.
  var head: [HeadCell]
  var rows: [Row]
  /// How much smaller than usual its type is.
  var scale: Double
}

extension ShapedTable {
  /// What the columns of a table need.
  struct Needs {
    var columns: [TableLayout.Need]
    /// The widest tail in each.
    var tails: [Double]
    /// What the numbers need in columns with bars.
    var numbers: [Double?]
  }

  /// Columns of text aren't made narrower than this for the sake of numbers.
  private static let leastText = 30.0
  private static let leastBar = 24.0
  private static let naturalBar = 64.0
  private static let leastSparkline = 36.0
  private static let naturalSparkline = 72.0

  /// - Parameters:
  ///   - extra: Cells that may come to stand in the table, such as sums that go over to the next page.
  func needs(of columns: [TableBlock.Column], gaps: [Double], extra: [[Cell?]]) -> Needs {
    let count = columns.count
    var needs = [TableLayout.Need](repeating: .init(), count: count)
    var tails = [Double](repeating: 0, count: count)
    for row in rows.lazy.map(\.cells) + extra {
      for (index, cell) in row.prefix(count).enumerated() {
        guard let cell, cell.columnSpan == 1 else { continue }
        needs[index].least = max(needs[index].least, cell.least - cell.tail)
        needs[index].natural = max(needs[index].natural, cell.natural - cell.tail)
        tails[index] = max(tails[index], cell.tail)
      }
    }
    // Rounding must not break what needs all of its room.
    let rounding = 0.02
    var numbers = [Double?](repeating: nil, count: count)
    for index in needs.indices {
      needs[index].least += tails[index]
      needs[index].natural += tails[index]
      if columns[index].barZero != nil {
        numbers[index] = needs[index].natural + rounding
        needs[index].least = needs[index].natural
        needs[index].drawing = TableGeometry.barGap + Self.leastBar
        needs[index].natural += TableGeometry.barGap + Self.naturalBar
      } else if columns[index].hasSparklines {
        needs[index].drawing = max(Self.leastSparkline - needs[index].least, 0)
        needs[index].natural = max(needs[index].natural, Self.naturalSparkline)
      }
      let holdsNumbers = [.right, .decimal].contains(columns[index].alignment)
      needs[index].unbreakable =
        holdsNumbers ? needs[index].least : min(needs[index].least, Self.leastText)
    }
    for title in head where title.columns.count == 1 {
      let index = title.columns.lowerBound
      needs[index].least = max(needs[index].least, title.cell.least)
      needs[index].natural = max(needs[index].natural, title.cell.natural)
    }
    for index in needs.indices {
      needs[index].least += rounding
      needs[index].unbreakable += rounding
      needs[index].natural += rounding
    }
    widen(&needs, gaps: gaps, extra: extra)
    return Needs(columns: needs, tails: tails, numbers: numbers)
  }

  /// Gives the columns below wide cells what these need beyond them, in equal parts.
  private func widen(_ needs: inout [TableLayout.Need], gaps: [Double], extra: [[Cell?]]) {
    func widen(_ columns: Range<Int>, _ cell: Cell) {
      guard columns.count > 1, columns.upperBound <= needs.count else { return }
      let between = gaps[columns.dropLast()].reduce(0, +)
      let own = needs[columns].reduce((least: between, natural: between)) {
        ($0.least + $1.least, $0.natural + $1.natural)
      }
      for index in columns {
        needs[index].least += max(cell.least - own.least, 0) / Double(columns.count)
        needs[index].natural += max(cell.natural - own.natural, 0) / Double(columns.count)
      }
    }
    for title in head { widen(title.columns, title.cell) }
    let summed = rows.lazy.filter { $0.role != .data }.map(\.cells)
    for row in Array(summed) + extra {
      for (index, cell) in row.enumerated() {
        if let cell, cell.columnSpan > 1 { widen(index..<index + cell.columnSpan, cell) }
      }
    }
  }
}

extension CompactText {
  /// The width from the end of the first whole number on; 0 where there is none.
  var tailWidth: Double {
    let bytes = Array(text.utf8)
    let isDigit = { (index: Int) in
      bytes.indices.contains(index)
        && (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[index])
    }
    guard var end = bytes.indices.first(where: isDigit) else { return 0 }
    while isDigit(end)
      || (bytes.indices.contains(end) && bytes[end] == UInt8(ascii: ",") && isDigit(end + 1))
    {
      end += 1
    }
    let tail = clusters.drop { Int($0.start) < end }
    let spaces = tail.reversed().prefix { $0.isSpace }
    return tail.dropLast(spaces.count).reduce(0) { $0 + $1.advance }
  }
}
