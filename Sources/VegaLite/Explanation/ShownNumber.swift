import Graphics
import Inputs
import Tables

/// Numbers as people expect to read them: without the last digits of binary fractions.
enum ShownNumber {
  /// So many digits tell what was computed from what it was computed with.
  private static let digits = 12

  /// A fraction to twelve significant digits; a whole number, such as that of an order, keeps all of its digits.
  static func rounded(_ datum: Datum) -> Datum {
    guard case .number(let number) = datum, number.isFinite, number != number.rounded() else {
      return datum
    }
    let exponent = Int(Exact.logarithm10(abs(number)).rounded(.down))
    let places = digits - 1 - exponent
    guard (1...300).contains(places) else { return datum }
    let scale = Exact.pow(10, Double(places))
    let result = (number * scale).rounded() / scale
    return result.isFinite ? .number(result) : datum
  }

  static func rounded(_ table: Table) -> Table {
    var table = table
    for row in table.rows.indices {
      for column in table.rows[row].indices {
        guard let number = table.rows[row][column].number?.double else { continue }
        table.rows[row][column] =
          Int(exactly: number).map { Value(.number(Number($0))) }
          ?? rounded(.number(number)).value
      }
    }
    return table
  }
}
