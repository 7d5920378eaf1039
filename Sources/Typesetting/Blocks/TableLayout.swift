import Documents

/// The widths of a table's columns from what their cells hold.
struct TableLayout: Equatable {
  /// What one column's cells need, in points.
  struct Need {
    /// The widest word.
    var least = 0.0
    /// The widest cell on one line.
    var natural = 0.0
    /// The widest word that must not be broken while another column's can: a number's.
    var unbreakable = 0.0
    /// What bars or sparklines want beside the words, in `natural` already.
    var drawing = 0.0
  }

  /// The least and greatest width that an author allows a column whose width is found.
  struct Bounds {
    var least: Double?
    var most: Double?

    func held(_ width: Double) -> Double {
      let width = least.map { max($0, width) } ?? width
      return most.map { min($0, width) } ?? width
    }
  }

  /// In points, the gaps between them not included.
  var widths: [Double]
  /// Whether a column is narrower than its widest word.
  var breaksWords: Bool

  /// Shares a width among columns.
  ///
  /// Widths that the author gave are kept. The others get what they need on one line where there is room, and the rest
  /// in equal parts, as far as their bounds allow; where there is none they get their widest word and shares of the rest
  /// by what they lack. If even the widest words don't fit, drawings give up their room first, then columns that are wider
  /// than their words, then columns of words that can be broken; in the end all columns are made narrower alike.
  init(
    _ columns: [TableBlock.Width], needs: [Need], bounds: [Bounds] = [], in room: Double
  ) {
    let room = max(room, 0)
    var widths = [Double](repeating: 0, count: columns.count)
    var open: [Int] = []
    let bounds = bounds.isEmpty ? columns.map { _ in Bounds() } : bounds
    let wanted = zip(needs, bounds).map { need, bounds in
      Need(least: bounds.held(need.least + need.drawing), natural: bounds.held(need.natural))
    }
    for (index, column) in columns.enumerated() {
      switch column {
      case .points(let points): widths[index] = points
      case .fraction(let share): widths[index] = share * room
      case .auto:
        widths[index] = wanted[index].least
        open.append(index)
      }
    }
    let left = room - widths.reduce(0, +)
    let lack = open.reduce(0) { $0 + wanted[$1].natural - wanted[$1].least }
    if left < 0 {
      Self.narrow(&widths, to: room, needs)
    } else if lack <= left {
      for index in open { widths[index] = wanted[index].natural }
      Self.share(left - lack, among: open, bounds, &widths)
    } else {
      for index in open {
        widths[index] += left * (wanted[index].natural - wanted[index].least) / lack
      }
    }
    self.widths = widths
    breaksWords = zip(widths, needs).contains { $0 < $1.least - 0.01 }
  }

  /// Makes columns narrower: each kind of room is given up whole before the next is touched.
  private static func narrow(_ widths: inout [Double], to room: Double, _ needs: [Need]) {
    let floors: [(Need) -> Double] = [
      { $0.least + $0.drawing }, { $0.least }, { $0.unbreakable }, { _ in 0 },
    ]
    for floor in floors {
      let excess = widths.reduce(0, +) - room
      let slack = zip(widths, needs).map { max($0 - floor($1), 0) }
      let whole = slack.reduce(0, +)
      guard excess > 0, whole > 0 else { continue }
      let share = min(excess / whole, 1)
      for index in widths.indices { widths[index] -= slack[index] * share }
    }
  }

  /// Shares what is left over in equal parts, again and again as columns come to the width that they may have.
  private static func share(
    _ extra: Double, among columns: [Int], _ bounds: [Bounds], _ widths: inout [Double]
  ) {
    var (extra, open) = (extra, columns)
    while !open.isEmpty, extra > 0 {
      let part = extra / Double(open.count)
      let full = open.filter { index in
        bounds[index].most.map { widths[index] + part > $0 } ?? false
      }
      guard !full.isEmpty else {
        for index in open { widths[index] += part }
        return
      }
      for index in full {
        let most = bounds[index].most ?? widths[index]
        extra -= max(most - widths[index], 0)
        widths[index] = max(most, widths[index])
      }
      open.removeAll { full.contains($0) }
    }
  }
}
