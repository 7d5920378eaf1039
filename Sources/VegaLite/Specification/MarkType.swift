/// The shapes data is drawn as.
enum MarkType: String, Sendable, CaseIterable {
  case arc, area, bar, circle, geoshape, image, line, point, rect, rule, square, text, tick, trail

  /// One shape drawn through many rows.
  var isPath: Bool { self == .line || self == .area || self == .trail }

  /// Shapes that fill an interval.
  var isRectangular: Bool {
    switch self {
    case .rect, .bar, .image, .arc, .tick: true
    default: false
    }
  }

  var isFilledByDefault: Bool { self != .point && self != .line && self != .rule }

  var isBarOrArea: Bool { self == .bar || self == .area }
}

/// Marks that stand for several others; they are taken apart before anything is drawn.
enum CompositeMarkType: String, Sendable, CaseIterable {
  case boxplot, errorbar, errorband
}
