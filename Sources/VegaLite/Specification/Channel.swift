/// What of a mark a field can be shown by.
enum Channel: String, Sendable, CaseIterable {
  case x, y, x2, y2, xOffset, yOffset
  case theta, theta2, radius, radius2
  case color, fill, stroke
  case opacity, fillOpacity, strokeOpacity, strokeWidth, strokeDash
  case size, angle, shape
  case text, tooltip, href, url, description
  case order, detail, key
  case row, column, facet
  case latitude, longitude, latitude2, longitude2
  case xError, xError2, yError, yError2
  case time

  /// The channels with a scale, positions first, since other scales rest on them.
  static let scaled: [Channel] = [
    .x, .y, .xOffset, .yOffset, .theta, .radius, .color, .fill, .stroke, .opacity, .fillOpacity,
    .strokeOpacity, .strokeWidth, .strokeDash, .size, .angle, .shape,
  ]

  /// The channels whose fields split marks into lines, areas and stacks.
  static let dividing: [Channel] = [
    .color, .fill, .stroke, .opacity, .fillOpacity, .strokeOpacity, .strokeWidth, .strokeDash,
    .size, .angle, .shape, .text, .href, .url, .description, .order, .detail, .key,
  ]

  var hasScale: Bool { Self.scaled.contains(self) }

  var isXY: Bool { self == .x || self == .y }
  var isOffset: Bool { self == .xOffset || self == .yOffset }
  var isPolar: Bool { self == .theta || self == .radius }
  var isColor: Bool { self == .color || self == .fill || self == .stroke }

  /// The channel of an interval's other end.
  var secondary: Channel? {
    switch self {
    case .x: .x2
    case .y: .y2
    case .theta: .theta2
    case .radius: .radius2
    case .latitude: .latitude2
    case .longitude: .longitude2
    default: nil
    }
  }

  /// The channel of an interval's first end, for its second; itself for any other.
  var main: Channel {
    switch self {
    case .x2: .x
    case .y2: .y
    case .theta2: .theta
    case .radius2: .radius
    case .latitude2: .latitude
    case .longitude2: .longitude
    default: self
    }
  }

  /// The channel that shifts marks within a band of this one.
  var offset: Channel? {
    switch self {
    case .x: .xOffset
    case .y: .yOffset
    default: nil
    }
  }

  /// The other dimension of a plane.
  var across: Channel? {
    switch self {
    case .x: .y
    case .y: .x
    case .theta: .radius
    case .radius: .theta
    default: nil
    }
  }
}
