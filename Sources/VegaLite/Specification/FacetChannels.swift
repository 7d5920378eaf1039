import Diagnostics
import Inputs
import Tables

/// Writes a view with the channels `row`, `column` or `facet` as a facet of a view without them.
enum FacetChannels {
  static let names = ["row", "column", "facet"]

  static func areUsed(in view: Value) -> Bool {
    guard let encoding = view["encoding"] else { return false }
    return names.contains { encoding[$0].map { $0["field"] != nil } ?? false }
  }

  /// Rows and columns leave no room for cells that follow each other.
  static func warnOfUnused(in view: Located, _ findings: Findings) {
    guard let encoding = view.value["encoding"], let facet = encoding["facet"],
      let other = ["row", "column"].first(where: { encoding[$0] != nil })
    else { return }
    findings.warning(
      "spec.facet", "\"facet\" isn't drawn, since the view has \"\(other)\" too",
      at: SourceLocation(view.source, facet.range), hints: ["keep one of them"])
  }

  static func hoisted(_ view: Value) -> Value {
    guard let encoding = view["encoding"] else { return view }
    let own = ["mark", "width", "height", "view", "projection", "params"]
    let layoutKeys = ["align", "center", "spacing", "columns"]
    let child = view.picking(own).setting([("encoding", encoding.omitting(names))])
    var outer = view.omitting(own + ["encoding"])
    var facet: Value
    if encoding["row"] == nil, encoding["column"] == nil, let single = encoding["facet"] {
      facet = single.omitting(layoutKeys)
      outer = outer.setting(layoutKeys.map { ($0, single[$0]) })
    } else {
      facet = .object([])
      for key in ["row", "column"] {
        guard let definition = encoding[key] else { continue }
        facet = facet.setting([(key, definition.omitting(layoutKeys))])
        for layout in layoutKeys.dropLast() {
          guard let value = definition[layout] else { continue }
          let others = outer[layout]?.object == nil ? Value.object([]) : outer[layout] ?? .null
          outer = outer.setting([(layout, others.setting([(key, value)]))])
        }
      }
      facet = facet.at(encoding.range)
    }
    return outer.setting([("facet", facet), ("spec", child)])
  }
}
