package import Inputs

/// Percentages of a whole that add up to 100 exactly.
///
/// The largest-remainder method with the Hare quota (Hamilton, Niemeyer): each part gets its percentage cut off after
/// the last decimal, and the units left over go to the parts that lost most by the cut; of equal losses the larger part
/// goes first, then the earlier. See M. L. Balinski and H. P. Young, "Fair Representation", 1982.
package enum Shares {
  package static let decimals = 1

  /// One percentage a count, with as many decimals in its text; zeros where there is nothing to share.
  package static func percentages(of counts: [Int], decimals: Int = decimals) -> [Number] {
    let decimals = min(max(decimals, 0), 6)
    let unitsInPercent = (0..<decimals).reduce(1) { power, _ in power * 10 }
    return units(of: counts, outOf: 100 * unitsInPercent).map { units in
      Number(units: units, decimals: decimals)
    }
  }

  /// The percentage of one count in a whole, rounded half up.
  package static func percentage(_ count: Int, of total: Int, decimals: Int = decimals) -> Number? {
    total > 0 ? Number(100 * Double(count) / Double(total), decimals: decimals) : nil
  }

  private static func units(of counts: [Int], outOf whole: Int) -> [Int] {
    let total = counts.reduce(0, +)
    guard total > 0 else { return counts.map { _ in 0 } }
    let parts = counts.map { count in
      total.dividingFullWidth(count.multipliedFullWidth(by: whole))
    }
    var units = parts.map(\.quotient)
    let left = whole - units.reduce(0, +)
    let byLoss = counts.indices.sorted {
      (parts[$1].remainder, counts[$1], $0) < (parts[$0].remainder, counts[$0], $1)
    }
    for position in byLoss.prefix(left) { units[position] += 1 }
    return units
  }
}

extension Number {
  /// A number of decimal units: 231 units of one decimal are 23.1.
  init(units: Int, decimals: Int) {
    let digits = String(units.magnitude)
    let padded = String(repeating: "0", count: max(0, decimals + 1 - digits.count)) + digits
    let whole = padded.dropLast(decimals)
    let fraction = padded.suffix(decimals)
    let text = (units < 0 ? "-" : "") + whole + (decimals > 0 ? "." + fraction : "")
    self.init(text: text, double: Double(text) ?? 0)
  }

  /// A measure rounded half away from zero, with that many decimals in its text; the measure must be below a billion.
  init(_ measure: Double, decimals: Int) {
    let scale = (0..<decimals).reduce(1.0) { power, _ in power * 10 }
    self.init(units: Int((measure * scale).rounded()), decimals: decimals)
  }
}
