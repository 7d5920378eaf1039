/// Vega-Lite's `stack`: lays the numbers of a group end to end.
package struct StackTransform: Sendable {
  package enum Offset: String, Sendable, CaseIterable {
    /// From zero, negative numbers the other way.
    case zero
    /// About a common middle.
    case center
    /// As shares of one.
    case normalize
  }

  package var field: FieldPath
  package var groupBy: [String]
  package var sort: [SortField]
  package var offset: Offset
  package var start: String
  package var end: String

  package init(
    _ field: FieldPath, groupBy: [String], sort: [SortField] = [], offset: Offset = .zero,
    start: String, end: String
  ) {
    self.field = field
    self.groupBy = groupBy
    self.sort = sort
    self.offset = offset
    self.start = start
    self.end = end
  }

  package func apply(to frame: Frame) -> Frame {
    let numbers = frame.cells(field).map { cell in
      let number = cell.asNumber
      return number.isNaN ? 0 : number
    }
    let groups = Grouping(frame, by: groupBy).groups.map { sort.sorted($0, in: frame) }
    let sums = groups.map { rows in rows.reduce(0) { $0 + abs(numbers[$1]) } }
    let widest = sums.max() ?? 0
    var starts = [Datum](repeating: .null, count: frame.count)
    var ends = starts
    for (rows, sum) in zip(groups, sums) {
      switch offset {
      case .zero:
        var (above, below) = (0.0, 0.0)
        for row in rows {
          let number = numbers[row]
          if number < 0 {
            starts[row] = .number(below)
            below += number
            ends[row] = .number(below)
          } else {
            starts[row] = .number(above)
            above += number
            ends[row] = .number(above)
          }
        }
      case .center:
        var place = (widest - sum) / 2
        for row in rows {
          starts[row] = .number(place)
          place += abs(numbers[row])
          ends[row] = .number(place)
        }
      case .normalize:
        let scale = sum == 0 ? 1 : 1 / sum
        var (place, running) = (0.0, 0.0)
        for row in rows {
          starts[row] = .number(place)
          running += abs(numbers[row])
          place = scale * running
          ends[row] = .number(place)
        }
      }
    }
    var result = frame
    result.set(start, starts)
    result.set(end, ends)
    return result
  }
}
