import Formats
package import Inputs

/// The JSON Schema of what a report reads of its main input, as some data shows it.
///
/// A name is required if the report reads it without saying that it may be missing, and the data never lacks it. What the
/// report doesn't read is left free. Source: JSON Schema 2020-12.
package struct InferredSchema {
  /// Paths read, and whether each must be there.
  private var required: Set<String> = []
  private var read: Set<String> = []

  package init(_ inspection: ReportInspection) {
    for item in inspection.reads where item.shape != nil {
      read.insert(item.path)
      if !item.isOptional { required.insert(item.path) }
    }
  }

  /// - Parameters:
  ///   - main: The input as it stands in its file, translations included.
  ///   - title: What the schema is about.
  package func schema(of main: DataShape, title: String) -> Value {
    let body =
      main.items == nil
      ? object(main, path: "")
      : typed(main, path: "rows")
    return .object(
      [
        ("$schema", "https://json-schema.org/draft/2020-12/schema"), ("title", .string(title)),
      ] + (body.object?.members.map { ($0.key, $0.value) } ?? []))
  }

  private func object(_ shape: DataShape, path: String) -> Value {
    var properties: [(String, Value)] = []
    var needed: [Value] = []
    let objects = shape.count(of: .object)
    for key in shape.keys {
      guard let member = shape.member(key) else { continue }
      let place = path.isEmpty ? key : "\(path).\(key)"
      guard isRead(place) else { continue }
      properties.append((key, typed(member, path: place)))
      if isRequired(place), member.count == objects { needed.append(.string(key)) }
    }
    var members: [(String, Value)] = [("type", Self.types(shape))]
    if !properties.isEmpty { members.append(("properties", .object(properties))) }
    if !needed.isEmpty { members.append(("required", .array(needed))) }
    return .object(members)
  }

  private func typed(_ shape: DataShape, path: String) -> Value {
    if shape.kinds.isEmpty { return .object([]) }
    if let items = shape.items {
      return .object([("type", Self.types(shape)), ("items", typed(items, path: path + "[]"))])
    }
    if shape.kinds.contains(.object) { return object(shape, path: path) }
    var members: [(String, Value)] = [("type", Self.types(shape))]
    if shape.kinds == [.date], shape.datePrecision == .day { members.append(("format", "date")) }
    return .object(members)
  }

  /// The type, or the types where there are several.
  private static func types(_ shape: DataShape) -> Value {
    var names: [String] = []
    for kind in shape.kinds {
      let name =
        switch kind {
        case .null: "null"
        case .bool: "boolean"
        case .number: "number"
        case .date, .text: "string"
        case .list: "array"
        case .object: "object"
        }
      if !names.contains(name) { names.append(name) }
    }
    if shape.count(of: .null) > 0 { names.append("null") }
    return names.count == 1 ? .string(names[0]) : .array(names.map { .string($0) })
  }

  /// Whether a place or anything below it is read.
  private func isRead(_ path: String) -> Bool {
    read.contains(path) || read.contains { $0.hasPrefix("\(path).") || $0.hasPrefix("\(path)[]") }
  }

  /// An object that is only passed on the way to a name that must be there must be there itself.
  private func isRequired(_ path: String) -> Bool {
    required.contains(path)
      || !read.contains(path) && required.contains { $0.hasPrefix("\(path).") }
  }
}
