import Foundation
import Testing

@testable import Tables
@testable import VegaLite

/// The table of what charts can do, made of what the code accepts.
@Suite struct SupportTests {
  static let rows: [(String, [String])] = [
    ("marks", MarkType.allCases.map(\.rawValue) + CompositeMarkType.allCases.map(\.rawValue)),
    ("channels", Channel.allCases.filter { $0 != .time }.map(\.rawValue)),
    ("transforms", TransformReader.names),
    ("aggregates", AggregateOperation.allCases.map(\.rawValue)),
    ("window operations", WindowOperation.allCases.map(\.rawValue)),
    ("scales", ScaleType.allCases.map(\.rawValue)),
    (
      "projections",
      (ProjectionType.allCases.map(\.rawValue) + ["albersUsa", "identity"]).sorted()
    ),
    ("interpolations", Interpolation.Kind.allCases.map(\.rawValue)),
    ("symbols", SymbolShape.names),
    ("functions of expressions", ExpressionFunction.names.filter(isBuilt).sorted()),
  ]

  /// Of the functions that reach into a chart those that it answers.
  private static func isBuilt(_ name: String) -> Bool {
    guard let function = HostFunction(rawValue: name) else { return true }
    return ChartHost().call(function, [.null, .null, .null, .null]) != nil
  }

  private static var table: String {
    "| | |\n|---|---|\n"
      + rows.map { kind, names in
        "| \(kind) | \(names.map { "`\($0)`" }.joined(separator: " ")) |\n"
      }.joined()
  }

  @Test func `the page on charts lists what the code accepts`() throws {
    let page = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Documentation/charts.md").standardizedFileURL
    let text = try String(contentsOf: page, encoding: .utf8)
    let parts = text.components(separatedBy: "<!-- supported -->\n")
    try #require(parts.count == 3)
    if parts[1] != Self.table, ProcessInfo.processInfo.environment["BRIEFKIT_UPDATE"] != nil {
      try [parts[0], Self.table, parts[2]].joined(separator: "<!-- supported -->\n")
        .write(to: page, atomically: true, encoding: .utf8)
    }
    #expect(parts[1] == Self.table)
  }
}
