import Inputs
import Tables

/// What types of columns follow from encodings and filters: they are read before anything is transformed.
///
/// As Vega-Lite's parse nodes, which its optimizer moves up to the source of the data.
struct ImplicitParse {
  private var parsers: [(field: FieldPath, parser: ColumnParser)] = []

  /// The dates that a view's encodings show, and those of the views in it that have no data of their own; not those that a
  /// transform makes.
  init(of spec: ViewSpec) {
    collect(spec, made: [])
  }

  /// What a filter compares fields with: those that transforms don't make, or those that they do.
  init(ofFilter filter: Value, but made: Set<String>) {
    collect(filter)
    parsers.removeAll { made.contains($0.field.name) }
  }

  init(ofFilter filter: Value, of made: Set<String>) {
    collect(filter)
    parsers.removeAll { !made.contains($0.field.name) }
  }

  /// The rows with those of the columns that are there read as their type.
  func parsed(_ frame: Frame) -> Frame {
    var frame = frame
    for (field, parser) in parsers where frame.has(field) {
      frame.set(field.name, frame.cells(field).map(parser.parse))
    }
    return frame
  }

  // MARK: Encodings

  private mutating func collect(_ spec: ViewSpec, made: Set<String>) {
    let made = made.union(spec.transforms.flatMap { Self.names(madeBy: $0.value) })
    switch spec.body {
    case .unit(let unit): add(unit.encoding.fields, made)
    case .layer(let views), .concat(let views, _):
      for view in views where view.data == nil { collect(view, made: made) }
    case .facet(let facet):
      add(facet.channels.fields, made)
      if facet.child.data == nil { collect(facet.child, made: made) }
    }
  }

  private mutating func add(_ definitions: [ChannelDefinition], _ made: Set<String>) {
    for definition in definitions {
      guard let field = definition.field, definition.type == .temporal || definition.timeUnit != nil
      else { continue }
      let path = FieldPath(field)
      if made.contains(path.name) || parsers.contains(where: { $0.field == path }) { continue }
      parsers.append((path, .date))
    }
  }

  /// The columns that a transform adds: all its texts under `as`.
  static func names(madeBy transform: Value) -> [String] {
    guard let object = transform.object else {
      return (transform.array ?? []).flatMap { names(madeBy: $0) }
    }
    return object.members.flatMap { member -> [String] in
      guard member.key == "as" else { return names(madeBy: member.value) }
      return member.value.string.map { [$0] } ?? member.value.array?.compactMap(\.string) ?? []
    }
  }

  // MARK: Filters

  private mutating func collect(_ filter: Value) {
    guard let object = filter.object else { return }
    for key in ["and", "or"] { object[key]?.array?.forEach { collect($0) } }
    if let inner = object["not"] { collect(inner) }
    guard let field = object["field"]?.string else { return }
    let compared =
      ["equal", "lt", "lte", "gt", "gte"].lazy.compactMap { object[$0] }.first
      ?? object["range"]?.array?.first ?? object["oneOf"]?.array?.first
    let parser: ColumnParser
    if object["timeUnit"] != nil || compared?.object != nil {
      parser = .date
    } else if let number = compared?.double, number != 0 {
      parser = .number
    } else if let text = compared?.string, !text.isEmpty {
      parser = .string
    } else {
      return
    }
    parsers.append((FieldPath(field), parser))
  }
}
