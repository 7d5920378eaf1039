/// A format that data is read from, known by the ending of a file's name.
package enum InputFormat: String, Sendable, Hashable, CaseIterable {
  case json
  case yaml
  case csv
  case tsv
  case ndjson

  /// The endings that name a format, lower case and without their dot.
  package var endings: [String] {
    switch self {
    case .json: ["json"]
    case .yaml: ["yaml", "yml"]
    case .csv: ["csv"]
    case .tsv: ["tsv"]
    case .ndjson: ["ndjson", "jsonl"]
    }
  }

  /// The format that a file's name stands for, or nil for an ending that isn't known.
  package init?(fileName: String) {
    guard let dot = fileName.lastIndex(of: ".") else { return nil }
    let ending = fileName[fileName.index(after: dot)...].lowercased()
    guard let format = Self.allCases.first(where: { $0.endings.contains(ending) }) else {
      return nil
    }
    self = format
  }
}
