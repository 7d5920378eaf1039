import Documents

/// Where a table's columns stand.
struct TableGeometry {
  var lefts: [Double]
  var widths: [Double]
  /// The widest tails of columns of numbers.
  var tails: [Double]
  /// The room for the numbers of columns with bars; nil for other columns.
  var numbers: [Double?]
  var alignments: [TableBlock.Alignment]
  /// Of the table.
  var width: Double
  /// Behind each column but the last.
  var gaps: [Double]

  /// Between a number and the bar beside it.
  static let barGap = 6.0

  /// The width of columns as one.
  func width(of columns: Range<Int>) -> Double {
    guard let first = columns.first, let last = columns.last else { return 0 }
    return lefts[last] + widths[last] - lefts[first]
  }

  /// From where to where a ground reaches below columns: to the middle of the gaps beside them.
  func extent(of columns: Range<Int>) -> (x: Double, width: Double) {
    let start =
      columns.lowerBound == 0
      ? 0 : lefts[columns.lowerBound] - gaps[columns.lowerBound - 1] / 2
    let end =
      columns.upperBound == lefts.count
      ? width : lefts[columns.upperBound] - gaps[columns.upperBound - 1] / 2
    return (start, end - start)
  }

  /// Columns that pass, side by side as one.
  func runs(where passes: (Int) -> Bool) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    for index in lefts.indices where passes(index) {
      if let last = runs.last, last.upperBound == index {
        runs[runs.count - 1] = last.lowerBound..<index + 1
      } else {
        runs.append(index..<index + 1)
      }
    }
    return runs
  }

  /// From where to where lines reach above the columns that pass.
  func stretches(where passes: (Int) -> Bool) -> [(x: Double, width: Double)] {
    runs(where: passes).map { run in
      let start = run.lowerBound == 0 ? 0 : lefts[run.lowerBound]
      let end =
        run.upperBound < lefts.count
        ? lefts[run.upperBound] - gaps[run.upperBound - 1] : width
      return (start, end - start)
    }
  }
}
