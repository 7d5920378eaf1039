/// The values of one window operation over the sorted rows of a group.
struct WindowValues {
  let operation: WindowOperation
  let parameter: Double?
  let cells: [Datum]
  let rows: [Int]
  let windows: [Range<Int>]
  /// Whether the rows at two places differ in what they are sorted by.
  let differs: (Int, Int) -> Bool

  var values: [Datum] {
    let places = rows.indices
    switch operation {
    case .rowNumber: return places.map { .number(Double($0 + 1)) }
    case .rank: return ranks.map { .number(Double($0)) }
    case .denseRank:
      var rank = 1
      return places.map { place in
        if place > 0, differs(place - 1, place) { rank += 1 }
        return .number(Double(rank))
      }
    case .percentRank:
      return ranks.map { .number(Double($0 - 1) / Double(rows.count - 1)) }
    case .cumulativeDistribution: return shares.map { .number($0) }
    case .ntile:
      let tiles = parameter ?? 1
      return shares.map { .number((tiles * $0).rounded(.up)) }
    case .lag: return places.map { cell($0 - offset) }
    case .lead: return places.map { cell($0 + offset) }
    case .firstValue: return windows.map { $0.isEmpty ? .null : cell($0.lowerBound) }
    case .lastValue: return windows.map { $0.isEmpty ? .null : cell($0.upperBound - 1) }
    case .nthValue:
      return windows.map { window in
        let place = window.lowerBound + offset - 1
        return window.contains(place) ? cell(place) : .null
      }
    case .previousValue:
      var last = Datum.null
      return places.map { place in
        if !cell(place).isNull { last = cell(place) }
        return last
      }
    case .nextValue:
      var next = Datum.null
      return places.reversed().map { place in
        if !cell(place).isNull { next = cell(place) }
        return next
      }.reversed()
    }
  }

  private var offset: Int { TextFunction.count(max(1, parameter ?? 1)) }

  private func cell(_ place: Int) -> Datum {
    rows.indices.contains(place) ? cells[rows[place]] : .null
  }

  private var ranks: [Int] {
    var rank = 1
    return rows.indices.map { place in
      if place > 0, differs(place - 1, place) { rank = place + 1 }
      return rank
    }
  }

  /// For each place, the share of rows that are not after it.
  private var shares: [Double] {
    var shares = [Double](repeating: 1, count: rows.count)
    for place in rows.indices.reversed() {
      shares[place] =
        place + 1 < rows.count && !differs(place, place + 1)
        ? shares[place + 1] : Double(place + 1) / Double(rows.count)
    }
    return shares
  }
}
