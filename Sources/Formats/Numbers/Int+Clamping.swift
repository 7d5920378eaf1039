extension Int {
  /// A number without its fraction, held to a range; NaN is its lower end. `Int(_:)` traps on what no `Int` holds.
  package init(clamping number: Double, to range: ClosedRange<Int>) {
    guard number > Double(range.lowerBound) else {
      self = range.lowerBound
      return
    }
    self = number < Double(range.upperBound) ? Int(number) : range.upperBound
  }
}
