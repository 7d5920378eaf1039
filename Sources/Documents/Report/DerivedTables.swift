import Diagnostics
import Formats
import Inputs
import Tables

/// Makes the tables that the front matter derives from data, each after those it is made of.
///
/// The transforms and their expressions are those of charts: the very same code reads and runs them. An expression may
/// name a single value of the data, as a chart's may name a parameter.
struct DerivedTables {
  private let declared: [FrontMatter.DerivedTable]
  /// The data in reach; a table's own name goes before.
  private let scope: Scope
  private let limits: Limits
  private let evaluation: Evaluation
  private let findings = Findings()
  private var made: [String: Frame] = [:]
  private var failed: Set<String> = []
  /// The tables that are being made, the one begun last at the end.
  private var path: [String] = []

  /// What was made: the tables by name, in their order of writing, and what their author should know.
  struct Made {
    var names: [(String, Scope.Binding)]
    var warnings: [Diagnostic]
  }

  static func make(
    _ declared: [FrontMatter.DerivedTable], from scope: Scope, language: Language, now: Int,
    limits: Limits
  ) throws(DiagnosticError) -> Made {
    var tables = DerivedTables(
      declared, scope: scope, language: language, now: now, limits: limits)
    let frames = declared.map { tables.frame(of: $0) }
    try tables.findings.throwIfErrors()
    let names = zip(declared, frames).map { table, frame in
      (
        table.name,
        Scope.Binding(Table(frame ?? Frame()).value, origin: Origin(.named(table.name)))
      )
    }
    return Made(names: names, warnings: tables.findings.diagnostics)
  }

  private init(
    _ declared: [FrontMatter.DerivedTable], scope: Scope, language: Language, now: Int,
    limits: Limits
  ) {
    self.declared = declared
    self.scope = scope
    self.limits = limits
    evaluation = Evaluation(
      parameters: scope.singleValues, language: language, now: Double(now) * 1000, limits: limits)
  }

  private mutating func frame(of table: FrontMatter.DerivedTable) -> Frame? {
    if let frame = made[table.name] { return frame }
    guard !failed.contains(table.name) else { return nil }
    if let first = path.firstIndex(of: table.name) {
      let cycle = (path[first...] + [table.name]).map { "\"\($0)\"" }.joined(separator: " → ")
      findings.error(
        "tables.cycle", "a table is made of itself: \(cycle)", at: table.data.location,
        hints: ["let one of them take its rows from the data"])
      failed.insert(table.name)
      return nil
    }
    path.append(table.name)
    defer { path.removeLast() }
    guard let frame = transformed(table) else {
      failed.insert(table.name)
      return nil
    }
    made[table.name] = frame
    return frame
  }

  private mutating func transformed(_ table: FrontMatter.DerivedTable) -> Frame? {
    guard var frame = rows(table.data.text, at: table.data.location) else { return nil }
    for step in table.transform.array ?? [] {
      let located = Located(step, in: table.location.source)
      guard let transform = read(located), transform.findsItsFields(in: frame, located, findings)
      else { return nil }
      let evaluation = evaluation
      let before = frame
      let after = findings.attempt { () throws(DiagnosticError) in
        try transform.apply(to: before, evaluation, at: located.location)
      }
      guard let after else { return nil }
      frame = after
    }
    return frame
  }

  private mutating func read(_ step: Located) -> TableTransform? {
    // The tables that a lookup takes from are made before the reader asks for them.
    var other: Frame?
    if let from = step.value["from"]?["data"] {
      let location = SourceLocation(step.source, from.range)
      guard let name = from["name"]?.string ?? from.string else {
        findings.error(
          "tables.lookup", "\"data\" must name a table or an input", at: location,
          hints: ["write from: {data: {name: people}, key: id, fields: [name]}"])
        return nil
      }
      guard let frame = rows(name, at: location) else { return nil }
      other = frame
    }
    return TransformReader(findings, limits: limits, data: { _ in other }).read(step)
  }

  /// The rows that a name stands for: another table's, or a list in the data.
  private mutating func rows(_ name: String, at location: SourceLocation) -> Frame? {
    if let table = declared.first(where: { $0.name == name }) { return frame(of: table) }
    let (scope, names) = (scope, declared.map(\.name))
    let found = findings.attempt { () throws(DiagnosticError) -> Value in
      let path = try NamePath.read(name, at: location)
      do throws(Scope.Miss) {
        return try scope.look(up: path).value
      } catch {
        guard error.parent.isEmpty else {
          throw DiagnosticError(error.diagnostic(at: location))
        }
        throw DiagnosticError(
          .error(
            "template.unknown", "unknown name \"\(error.name)\"", at: location,
            hints: Suggestion.hints(for: error.name, in: error.known + names)))
      }
    }
    guard let found else { return nil }
    guard let table = Table(found) else {
      findings.error(
        "tables.data", "\"\(name)\" is \(found.kindName), not a list of rows", at: location)
      return nil
    }
    guard table.rows.count <= limits[.rows] else {
      findings.add(limits.exceeded(.rows, by: "\"\(name)\"", at: location))
      return nil
    }
    return Frame(table)
  }
}
