import Inputs

/// What a report is bound to, as a caller names it: files, the format of those whose names tell none, single values.
public struct DataBinding: Sendable, Hashable {
  /// The main input and others by name.
  public var files: [DataArgument]
  /// The format of inputs whose names tell none, such as standard input.
  public var format: DataFormat?
  /// Values in reach as `@set`.
  public var settings: [SettingArgument]

  /// Names what a report is bound to.
  public init(
    files: [DataArgument] = [], format: DataFormat? = nil, settings: [SettingArgument] = []
  ) {
    self.files = files
    self.format = format
    self.settings = settings
  }
}

/// A format that data is read from.
public enum DataFormat: String, Sendable, Hashable, CaseIterable {
  /// JSON (RFC 8259).
  case json
  /// YAML 1.2, as far as it says what JSON can say.
  case yaml
  /// Comma-separated values with a header (RFC 4180).
  case csv
  /// The same with tabs.
  case tsv
  /// One JSON value a line.
  case ndjson

  var inputFormat: InputFormat {
    switch self {
    case .json: .json
    case .yaml: .yaml
    case .csv: .csv
    case .tsv: .tsv
    case .ndjson: .ndjson
    }
  }
}
