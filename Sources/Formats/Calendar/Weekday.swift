/// A day of the week, numbered from Sunday as in `Date.getDay`.
package enum Weekday: Int, Sendable, Hashable, CaseIterable {
  case sunday
  case monday
  case tuesday
  case wednesday
  case thursday
  case friday
  case saturday

  /// 1 for Monday to 7 for Sunday, as ISO 8601 counts.
  package var isoNumber: Int {
    self == .sunday ? 7 : rawValue
  }
}
