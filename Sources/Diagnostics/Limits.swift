/// How much of everything that grows a run accepts; exceeding one is a diagnostic, never a crash.
package struct Limits: Sendable, Hashable {
  /// One limit: its name on the command line, its default and what it counts.
  package enum Name: String, Sendable, CaseIterable {
    case inputBytes = "input-bytes"
    case inputDepth = "input-depth"
    case pages
    case imagePixels = "image-pixels"
    case templateDepth = "template-depth"
    case templateBytes = "template-bytes"
    case expressionSteps = "expression-steps"
    case regexSteps = "regex-steps"
    case rows
  }

  private var values: [Name: Int] = [:]

  package init() {}

  package subscript(name: Name) -> Int {
    get { values[name] ?? name.defaultValue }
    set { values[name] = newValue }
  }

  /// The diagnostic for a thing that is larger than a limit allows.
  package func exceeded(
    _ name: Name, by thing: String, at location: SourceLocation? = nil
  ) -> Diagnostic {
    .error(
      "limit.\(name.rawValue)", "\(thing) passes the limit of \(self[name]) \(name.unit)",
      at: location,
      hints: ["if that is intended: --limit \(name.rawValue)=\(self[name] * 4)"])
  }
}

extension Limits.Name {
  package var defaultValue: Int {
    switch self {
    case .inputBytes: 256 << 20
    case .inputDepth: 512
    case .pages: 10_000
    case .imagePixels: 100_000_000
    case .templateDepth: 100
    case .templateBytes: 256 << 20
    case .expressionSteps: 50_000_000
    case .regexSteps: 1_000_000
    case .rows: 2_000_000
    }
  }

  package var unit: String {
    switch self {
    case .inputBytes, .templateBytes: "bytes"
    case .inputDepth, .templateDepth: "levels"
    case .pages: "pages"
    case .imagePixels: "pixels"
    case .expressionSteps, .regexSteps: "steps"
    case .rows: "rows"
    }
  }
}
