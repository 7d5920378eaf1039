/// Polynomials through weighted points, by least squares.
enum LeastSquares {
  struct Sample {
    var x: Double
    var y: Double
    var weight: Double
  }

  /// The coefficients from the constant term upwards, of the distance from `center`; nil where they are not to be had.
  static func polynomial(
    _ samples: [Sample], degree: Int
  ) -> (center: Double, coefficients: [Double])? {
    guard !samples.isEmpty, degree >= 0 else { return nil }
    let center = Statistics.mean(samples.map(\.x))
    let size = degree + 1
    // The normal equations, the right-hand side in the last column.
    var rows = [[Double]](repeating: [Double](repeating: 0, count: size + 1), count: size)
    for sample in samples {
      let x = sample.x - center
      var powers = [sample.weight]
      for _ in 0..<(2 * degree) { powers.append(powers[powers.count - 1] * x) }
      for row in 0..<size {
        for column in 0..<size { rows[row][column] += powers[row + column] }
        rows[row][size] += powers[row] * sample.y
      }
    }
    return solved(&rows).map { (center, $0) }
  }

  /// Gauss's elimination with the largest pivot; an unknown that nothing determines is 0.
  private static func solved(_ rows: inout [[Double]]) -> [Double]? {
    let size = rows.count
    for column in 0..<size {
      let pivot =
        (column..<size).max { abs(rows[$0][column]) < abs(rows[$1][column]) } ?? column
      rows.swapAt(column, pivot)
      guard abs(rows[column][column]) > 1e-24 else { continue }
      for row in (column + 1)..<max(size, column + 1) {
        let factor = rows[row][column] / rows[column][column]
        for place in column...size { rows[row][place] -= factor * rows[column][place] }
      }
    }
    var result = [Double](repeating: 0, count: size)
    for row in (0..<size).reversed() {
      guard abs(rows[row][row]) > 1e-24 else { continue }
      var sum = rows[row][size]
      for column in (row + 1)..<max(size, row + 1) { sum -= rows[row][column] * result[column] }
      result[row] = sum / rows[row][row]
    }
    return result
  }

  /// The polynomial's value (Horner's scheme).
  static func value(_ coefficients: [Double], at x: Double) -> Double {
    coefficients.reversed().reduce(0) { $0 * x + $1 }
  }

  /// The coefficients of x of a polynomial in x − center.
  static func expanded(_ coefficients: [Double], around center: Double) -> [Double] {
    var result: [Double] = []
    for coefficient in coefficients.reversed() {
      // Times (x − center), plus the next coefficient.
      var next = [0.0] + result
      for place in result.indices { next[place] -= center * result[place] }
      next[0] += coefficient
      result = next
    }
    return Array(result.prefix(coefficients.count))
  }
}
