package import Inputs
import Tables

/// What a specification uses of Vega-Lite, for `brief chart --check`.
package struct SpecificationUse: Sendable, Hashable {
  /// Kinds of things in the order they are told, each with its names in order of appearance.
  package private(set) var entries: [(kind: String, names: [String])] = []

  package init(_ spec: Value) {
    read(spec)
  }

  package static func == (a: SpecificationUse, b: SpecificationUse) -> Bool {
    a.entries.elementsEqual(b.entries) { $0.kind == $1.kind && $0.names == $1.names }
  }

  package func hash(into hasher: inout Hasher) {
    for entry in entries {
      hasher.combine(entry.kind)
      hasher.combine(entry.names)
    }
  }

  private mutating func add(_ kind: String, _ name: String?) {
    guard let name, !name.isEmpty else { return }
    if let place = entries.firstIndex(where: { $0.kind == kind }) {
      if !entries[place].names.contains(name) { entries[place].names.append(name) }
    } else {
      entries.append((kind, [name]))
    }
  }

  private mutating func read(_ view: Value) {
    for key in ["layer", "concat", "hconcat", "vconcat", "facet", "repeat"] where view[key] != nil {
      add("compositions", key)
    }
    add("marks", view["mark"]?.string ?? view["mark"]?["type"]?.string)
    if let data = view["data"] { read(data: data) }
    for transform in view["transform"]?.array ?? [] { read(transform: transform) }
    add("projections", view["projection"]?["type"]?.string)
    for parameter in view["params"]?.array ?? [] {
      let select = parameter["select"]
      add("parameters", select.map { $0.string ?? $0["type"]?.string ?? "point" } ?? "variable")
    }
    for member in view["encoding"]?.object?.members ?? [] {
      add("channels", member.key)
      for definition in member.value.array ?? [member.value] { read(definition: definition) }
    }
    for key in ["layer", "concat", "hconcat", "vconcat"] {
      for child in view[key]?.array ?? [] { read(child) }
    }
    if let child = view["spec"] { read(child) }
  }

  private mutating func read(data: Value) {
    for key in ["url", "values", "name", "sequence", "graticule", "sphere"] where data[key] != nil {
      add("data", data["url"]?.string ?? (key == "name" ? data["name"]?.string : key))
    }
  }

  private mutating func read(transform: Value) {
    add(
      "transforms",
      transform.object?.members.map(\.key).first { TransformReader.names.contains($0) })
    for key in ["aggregate", "joinaggregate", "window"] {
      for item in transform[key]?.array ?? [] { add("operations", item["op"]?.string) }
    }
    if let from = transform["from"]?["data"] { read(data: from) }
  }

  private mutating func read(definition: Value) {
    add("operations", definition["aggregate"]?.string)
    if let bin = definition["bin"], bin.bool != false, !bin.isNull { add("transforms", "bin") }
    add("time units", definition["timeUnit"]?.string ?? definition["timeUnit"]?["unit"]?.string)
    add("scales", definition["scale"]?["type"]?.string)
    add("schemes", definition["scale"]?["scheme"]?.string)
    for condition in definition["condition"].map({ $0.array ?? [$0] }) ?? [] {
      read(definition: condition)
    }
  }

  /// One line for each kind.
  package var text: String {
    entries.map { "\($0.kind): \($0.names.joined(separator: ", "))\n" }.joined()
  }
}
