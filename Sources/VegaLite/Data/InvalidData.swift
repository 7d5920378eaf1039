import Tables

/// What a mark does with values that are null or no number: Vega-Lite's `invalid`.
enum InvalidData: String, Sendable, CaseIterable {
  case filter
  case breakPathsFilterDomains = "break-paths-filter-domains"
  case breakPathsShowDomains = "break-paths-show-domains"
  case show

  init(_ mark: MarkDefinition) {
    if mark.properties.isNull("invalid") {
      self = .show
    } else if let given = mark.properties.string("invalid"), let mode = InvalidData(rawValue: given)
    {
      self = mode
    } else {
      self = mark.type.isPath ? .breakPathsShowDomains : .filter
    }
  }

  /// Whether the marks get rows with invalid values: paths do, to break at them.
  func marksKeep(isPath: Bool) -> Bool {
    switch self {
    case .filter: false
    case .breakPathsFilterDomains, .breakPathsShowDomains: isPath
    case .show: true
    }
  }

  var scalesKeep: Bool { self == .breakPathsShowDomains || self == .show }

  var breaksPaths: Bool { self == .breakPathsFilterDomains || self == .breakPathsShowDomains }
}
