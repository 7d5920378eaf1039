/// The kinds of scales.
enum ScaleType: String, Sendable, CaseIterable {
  case linear, log, pow, sqrt, symlog, identity, sequential
  case time, utc
  case quantile, quantize, threshold
  case binOrdinal = "bin-ordinal"
  case ordinal, point, band

  var isDiscrete: Bool {
    switch self {
    case .ordinal, .point, .band, .binOrdinal: true
    default: false
    }
  }

  var isTemporal: Bool { self == .time || self == .utc }

  /// Continuous values become steps.
  var isDiscretizing: Bool {
    switch self {
    case .quantile, .quantize, .threshold: true
    default: false
    }
  }

  /// Continuous values become continuous values.
  var isContinuous: Bool { !isDiscrete && !isDiscretizing }

  var isQuantitative: Bool { !isDiscrete && !isTemporal }

  /// Of two types that meet in a shared scale the one of higher rank wins.
  var precedence: Int {
    switch self {
    case .quantize, .quantile, .threshold, .binOrdinal: 0
    case .linear, .sequential: 1
    case .log, .sqrt, .pow, .symlog, .identity, .time, .utc, .ordinal, .band: 10
    case .point: 0
    }
  }

  /// Whether two scales of these types can be one.
  func merges(with other: ScaleType) -> Bool {
    if self == other
      || isDiscrete && other.isDiscrete && self != .binOrdinal && other != .binOrdinal
    {
      return self == other || self != .ordinal && other != .ordinal
    }
    if isTemporal { return other.isTemporal }
    return isContinuous && other.isContinuous && !other.isTemporal
  }
}
