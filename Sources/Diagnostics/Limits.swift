/// How much of everything that grows a run accepts; exceeding one is a diagnostic, never a crash.
package struct Limits: Sendable, Hashable {
  /// One limit: its name on the command line, its default and what it counts.
  package enum Name: String, Sendable, CaseIterable {
    case inputBytes = "input-bytes"
    case inputDepth = "input-depth"
    case recordBytes = "record-bytes"
    case pages
    case imagePixels = "image-pixels"
    case svgBytes = "svg-bytes"
    case svgShapes = "svg-shapes"
    case templateDepth = "template-depth"
    case templateBytes = "template-bytes"
    case expressionSteps = "expression-steps"
    case regexSteps = "regex-steps"
    case schemaSteps = "schema-steps"
    case rows
  }

  private var values: [Name: Int] = [:]

  package init() {}

  /// A value outside `0...name.greatestValue` counts as the nearer end.
  package subscript(name: Name) -> Int {
    get { values[name] ?? name.defaultValue }
    set { values[name] = min(max(newValue, 0), name.greatestValue) }
  }

  /// The diagnostic for a thing that is larger than a limit allows.
  ///
  /// - Parameter amount: What would be enough for it, where that is known.
  package func exceeded(
    _ name: Name, by thing: String, needing amount: Int = 0, at location: SourceLocation? = nil
  ) -> Diagnostic {
    let raised = max(self[name], amount / 4 + 1).multipliedReportingOverflow(by: 4)
    let proposal =
      raised.overflow ? name.greatestValue : min(raised.partialValue, name.greatestValue)
    return .error(
      "limit.\(name.rawValue)", "\(thing) passes the limit of \(self[name]) \(name.unit)",
      at: location,
      hints: proposal > self[name]
        ? ["if that is intended: --limit \(name.rawValue)=\(proposal)"] : [])
  }
}

extension Limits.Name {
  package var defaultValue: Int {
    switch self {
    case .inputBytes: 256 << 20
    case .inputDepth: 512
    case .recordBytes: 16 << 20
    case .pages: 10_000
    case .imagePixels: 100_000_000
    case .svgBytes: 8 << 20
    case .svgShapes: 100_000
    case .templateDepth: 100
    case .templateBytes: 256 << 20
    case .expressionSteps, .schemaSteps: 50_000_000
    case .regexSteps: 10_000_000
    case .rows: 2_000_000
    }
  }

  /// What it can be raised to: walks over a tree use the thread's stack, so its depth has an end.
  package var greatestValue: Int {
    switch self {
    case .inputDepth: 2048
    // What PCRE2 counts to.
    case .regexSteps: Int(UInt32.max)
    case .inputBytes, .recordBytes, .pages, .imagePixels, .svgBytes, .svgShapes, .templateDepth,
      .templateBytes,
      .expressionSteps, .schemaSteps, .rows:
      .max
    }
  }

  package var unit: String {
    switch self {
    case .inputBytes, .recordBytes, .svgBytes, .templateBytes: "bytes"
    case .inputDepth, .templateDepth: "levels"
    case .pages: "pages"
    case .imagePixels: "pixels"
    case .svgShapes: "shapes"
    case .expressionSteps, .regexSteps, .schemaSteps: "steps"
    case .rows: "rows"
    }
  }
}
