/// Where a picture stands in its box, or which part of it is kept where it is larger (as `object-position` in CSS Images 3).
package enum PicturePosition: String, Sendable, CaseIterable {
  case center
  case top
  case bottom
  case left
  case right

  package static let key = "position"

  /// The share of the free room that lies at the left.
  package var left: Double {
    switch self {
    case .left: 0
    case .right: 1
    case .center, .top, .bottom: 0.5
    }
  }

  /// The share of the free room that lies above.
  package var top: Double {
    switch self {
    case .top: 0
    case .bottom: 1
    case .center, .left, .right: 0.5
    }
  }
}
