/// The side of a view that an axis or title stands at.
enum AxisOrient: String, Sendable, CaseIterable {
  case bottom, top, left, right

  var isHorizontal: Bool { self == .bottom || self == .top }

  var opposite: AxisOrient {
    switch self {
    case .bottom: .top
    case .top: .bottom
    case .left: .right
    case .right: .left
    }
  }

  /// Into which direction labels and titles lie.
  var sign: Double { self == .left || self == .top ? -1 : 1 }
}
