import Diagnostics
import Inputs
import Tables

/// Looks for names of parameters that there aren't: in conditions, filters, domains, lookups.
struct ParameterReferences {
  let run: ChartRun

  /// What holds data, not references.
  private static let data = ["data", "datasets", "values", "usermeta"]

  func check(_ spec: Located) {
    var names = Set(run.evaluation.parameters.keys)
    collect(spec.value, &names)
    check(spec, names)
  }

  /// A transform that notes an extent makes a parameter of it.
  private static func declares(_ value: Value) -> Bool {
    value["extent"]?.string != nil && value["param"] != nil
  }

  private func collect(_ value: Value, _ names: inout Set<String>) {
    if Self.declares(value), let name = value["param"]?.string { names.insert(name) }
    for item in value.array ?? [] { collect(item, &names) }
    for member in value.object?.members ?? [] where !Self.data.contains(member.key) {
      collect(member.value, &names)
    }
  }

  private func check(_ located: Located, _ names: Set<String>) {
    for item in located.value.array ?? [] { check(Located(item, in: located.source), names) }
    for member in located.value.object?.members ?? [] where !Self.data.contains(member.key) {
      let inner = Located(member.value, in: located.source)
      guard member.key == "param", let name = inner.value.string, !Self.declares(located.value)
      else {
        check(inner, names)
        continue
      }
      if run.selections.has(name) || names.contains(name) { continue }
      run.findings.error(
        "spec.parameter", "unknown parameter \"\(name)\"", at: inner.location,
        hints: names.isEmpty
          ? ["write \"params\": [{\"name\": \"\(name)\", …}]"]
          : WordHints.hints(for: name, in: names.sorted()))
    }
  }
}
