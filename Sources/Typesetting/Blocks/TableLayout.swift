import Documents

/// The widths of a table's columns from what their cells hold.
struct TableLayout: Equatable {
  /// What one column's cells need, in points.
  struct Need {
    /// The widest word.
    var least = 0.0
    /// The widest cell on one line.
    var natural = 0.0
  }

  /// In points, the gaps between them not included.
  var widths: [Double]
  /// Whether a column is narrower than its widest word.
  var breaksWords: Bool

  /// Shares a width among columns.
  ///
  /// Widths that the author gave are kept. The others get what they need on one line where there is room, and the rest
  /// in equal parts; where there is none they get their widest word and shares of the rest by what they lack. If even
  /// the widest words don't fit, all columns are made narrower alike.
  init(_ columns: [TableBlock.Width], needs: [Need], in room: Double) {
    let room = max(room, 0)
    var widths = [Double](repeating: 0, count: columns.count)
    var open: [Int] = []
    for (index, column) in columns.enumerated() {
      switch column {
      case .points(let points): widths[index] = points
      case .fraction(let share): widths[index] = share * room
      case .auto:
        widths[index] = needs[index].least
        open.append(index)
      }
    }
    let left = room - widths.reduce(0, +)
    let lack = open.reduce(0) { $0 + needs[$1].natural - needs[$1].least }
    if left < 0 {
      let scale = room / (room - left)
      widths = widths.map { $0 * scale }
    } else if lack <= left {
      let extra = (left - lack) / Double(max(open.count, 1))
      for index in open { widths[index] = needs[index].natural + extra }
    } else {
      for index in open {
        widths[index] += left * (needs[index].natural - needs[index].least) / lack
      }
    }
    self.widths = widths
    breaksWords = zip(widths, needs).contains { $0 < $1.least - 0.01 }
  }
}
