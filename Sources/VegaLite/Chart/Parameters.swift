import Diagnostics
import Inputs
import Tables

/// Reads `params`: variables get their values; what is selected is worked out with the views.
struct Parameters {
  let run: ChartRun

  /// A variable that is computed: its expression, and where its name stands.
  private struct Computed {
    var expression: Expression
    var location: SourceLocation
  }

  /// Reads the parameters of a view and of all views in it, in whatever order they refer to each other.
  func readAll(_ located: Located) {
    var computed: [String: Computed] = [:]
    var names: [String] = []
    collect(located, &computed, &names)
    var done: Set<String> = []
    for name in names { evaluate(name, computed, &done, within: []) }
  }

  private func collect(
    _ located: Located, _ computed: inout [String: Computed], _ names: inout [String]
  ) {
    let reader = ObjectReader(located, run.findings)
    if reader["params"]?.array != nil { read(reader, &computed, &names) }
    for key in ["layer", "concat", "hconcat", "vconcat"] {
      for child in located.value[key]?.array ?? [] where child.object != nil {
        collect(Located(child, in: located.source), &computed, &names)
      }
    }
    if let child = located["spec"], child.value.object != nil {
      collect(child, &computed, &names)
    }
  }

  private func read(
    _ view: ObjectReader, _ computed: inout [String: Computed], _ names: inout [String]
  ) {
    var given: [String: SourceLocation] = [:]
    for value in view.array("params") ?? [] {
      let located = view.located(value)
      PropertyCheck(run: run).check(located, .parameter)
      let reader = ObjectReader(located, run.findings)
      guard let name = reader["name"]?.string, let place = reader["name"] else {
        if !reader.has("name") { reader.missing("name", in: "a parameter") }
        continue
      }
      if let first = given.updateValue(reader.location(of: place), forKey: name) {
        run.findings.add(
          .error(
            "spec.parameter", "two parameters are called \"\(name)\"",
            at: reader.location(of: place), notes: [.init("the first of them", at: first)],
            hints: ["give one of them another name"]))
        continue
      }
      if reader.has("select") {
        run.selections.declare(name)
        // Where nothing is selected, expressions see an empty record.
        run.evaluation.parameters[name] = .record(.init())
      } else if let text = reader["expr"]?.string, let written = reader["expr"] {
        let expression = run.findings.attempt { () throws(DiagnosticError) in
          try Expression(text, at: reader.location(of: written))
        }
        guard let expression else { continue }
        computed[name] = Computed(expression: expression, location: reader.location(of: place))
        names.append(name)
      } else {
        run.evaluation.parameters[name] =
          reader.value["value"].map { CalendarFields.datum($0) } ?? .null
      }
    }
  }

  /// Evaluates a variable after those that it refers to.
  private func evaluate(
    _ name: String, _ computed: [String: Computed], _ done: inout Set<String>,
    within path: [String]
  ) {
    guard let variable = computed[name], !done.contains(name) else { return }
    if let start = path.firstIndex(of: name) {
      done.formUnion(path[start...])
      run.findings.error(
        "spec.parameter", Self.circle(path[start...] + [name]), at: variable.location,
        hints: [path[start...].count > 1 ? "give one of them a \"value\"" : "give it a \"value\""])
      // What comes of it is of no interest any more, but is no fault of its own.
      for member in path[start...] { run.evaluation.parameters[member] = .null }
      return
    }
    for other in variable.expression.parameters {
      evaluate(other, computed, &done, within: path + [name])
    }
    guard done.insert(name).inserted else { return }
    let value = run.findings.attempt { () throws(DiagnosticError) in
      try variable.expression.evaluate(.none, run.evaluation)
    }
    run.evaluation.parameters[name] = value ?? .null
  }

  /// `the parameter "a" refers to "b", which refers to "a"`
  private static func circle(_ names: [String]) -> String {
    guard let first = names.first, names.count > 2 else {
      return "the parameter \"\(names.first ?? "")\" refers to itself"
    }
    return "the parameter \"\(first)\" refers to "
      + names.dropFirst().map { "\"\($0)\"" }.joined(separator: ", which refers to ")
  }
}
