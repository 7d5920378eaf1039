/// Rules that several tables share.
extension PropertyRule {
  static let align = words(TextBlock.Align.self)
  static let baseline = words(TextBlock.Baseline.self)
  static let anchor = words("start", "middle", "end")
  static let side = words(AxisOrient.self)
  static let cap = words("butt", "round", "square")
  static let join = words("miter", "round", "bevel")
  static let overlap = flag | words("parity", "greedy")
  static let direction = words(MarkDefinition.Orientation.self)
  static let fontWeight = words(
    "normal", "bold", "lighter", "bolder", "100", "200", "300", "400", "500", "600", "700", "800",
    "900")
  static let interval = words(
    "millisecond", "second", "minute", "hour", "day", "week", "month", "quarter", "year")
  /// More ticks than anybody can look at are a slip.
  static let tickCount = numbers(0, 10_000) | interval | object
  static let resolution = words("shared", "independent").called("resolution")
}
