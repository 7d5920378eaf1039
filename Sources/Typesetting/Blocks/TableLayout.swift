import Documents

/// The widths of a table's columns from what their cells hold.
struct TableLayout {
  /// What one column's cells need, in points.
  struct Need {
    /// The widest word.
    var least = 0.0
    /// The widest cell on one line.
    var natural = 0.0
  }

  /// Shares a width among columns.
  ///
  /// Widths that the author gave are kept. The others get what they need on one line where there is room, and the rest
  /// in equal parts; where there is none they get their widest word and shares of the rest by what they lack.
  static func widths(
    of columns: [TableBlock.Width], needs: [Need], in width: Double
  ) -> (widths: [Double], isTooNarrow: Bool) {
    var widths = [Double](repeating: 0, count: columns.count)
    var room = width
    var open: [Int] = []
    for (index, column) in columns.enumerated() {
      switch column {
      case .points(let points): widths[index] = points
      case .fraction(let share): widths[index] = share * width
      case .auto: open.append(index)
      }
      room -= widths[index]
    }
    let natural = open.reduce(0) { $0 + needs[$1].natural }
    let least = open.reduce(0) { $0 + needs[$1].least }
    if natural <= room {
      let extra = open.isEmpty ? 0 : (room - natural) / Double(open.count)
      for index in open { widths[index] = needs[index].natural + extra }
      return (widths, room < -0.5)
    }
    if least <= room {
      let lack = natural - least
      for index in open {
        let share = lack > 0 ? (needs[index].natural - needs[index].least) / lack : 0
        widths[index] = needs[index].least + (room - least) * share
      }
      return (widths, false)
    }
    let scale = least > 0 ? max(room, 0) / least : 0
    for index in open { widths[index] = needs[index].least * scale }
    return (widths, true)
  }
}
