import Diagnostics
import Inputs
import Tables

/// Reads `params`: variables get their values; what is selected is worked out with the views.
struct Parameters {
  let run: ChartRun

  func read(_ view: ObjectReader) {
    for value in view.array("params") ?? [] {
      let reader = ObjectReader(view.located(value), run.findings)
      reader.check(
        known: ["name", "value", "expr", "bind", "select", "views", "description", "react"],
        in: "a parameter")
      guard let name = reader.string("name") else {
        reader.missing("name", in: "a parameter")
        continue
      }
      if reader.has("select") {
        run.selections.declare(name)
        // Where nothing is selected, expressions see an empty record.
        run.evaluation.parameters[name] = .record(.init())
        continue
      }
      if let text = reader.string("expr"), let place = reader["expr"] {
        let value = run.findings.attempt { () throws(DiagnosticError) in
          try Expression(text, at: reader.location(of: place)).evaluate(.none, run.evaluation)
        }
        run.evaluation.parameters[name] = value ?? .null
      } else {
        run.evaluation.parameters[name] =
          reader.value["value"].map { CalendarFields.datum($0) } ?? .null
      }
    }
  }

  /// Reads the parameters of a view and of all views in it.
  func readAll(_ located: Located) {
    let reader = ObjectReader(located, run.findings)
    if reader["params"]?.array != nil { read(reader) }
    for key in ["layer", "concat", "hconcat", "vconcat"] {
      for child in located.value[key]?.array ?? [] where child.object != nil {
        readAll(Located(child, in: located.source))
      }
    }
    if let child = located["spec"], child.value.object != nil { readAll(child) }
  }
}
