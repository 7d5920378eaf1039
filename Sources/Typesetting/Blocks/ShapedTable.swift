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
  }

  /// Empty for a table without titles.
  var head: [Cell]
  /// Nil where a cell above covers the place.
  var rows: [[Cell?]]
}

extension ShapedTable {
  /// What each column needs, and the widest tail in it.
  func needs(columns count: Int) -> (needs: [TableLayout.Need], tails: [Double]) {
    var needs = [TableLayout.Need](repeating: .init(), count: count)
    var tails = [Double](repeating: 0, count: count)
    for row in rows {
      for (index, cell) in row.prefix(count).enumerated() {
        guard let cell else { continue }
        needs[index].least = max(needs[index].least, cell.least - cell.tail)
        needs[index].natural = max(needs[index].natural, cell.natural - cell.tail)
        tails[index] = max(tails[index], cell.tail)
      }
    }
    // Rounding must not break what needs all of its room.
    let rounding = 0.02
    for index in needs.indices {
      let head = index < head.count ? head[index] : Cell()
      needs[index].least = max(needs[index].least + tails[index], head.least) + rounding
      needs[index].natural = max(needs[index].natural + tails[index], head.natural) + rounding
    }
    return (needs, tails)
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
