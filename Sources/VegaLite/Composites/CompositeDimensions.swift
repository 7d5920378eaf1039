import Inputs
import Tables

/// What divides the rows of a composite mark: the channels beside its measure, their transforms done before.
struct CompositeDimensions {
  /// Bins and time units, as transforms.
  private(set) var transforms: [Value] = []
  /// Aggregates, as members of an aggregate transform.
  private(set) var aggregates: [Value] = []
  private(set) var groupBy: [Value] = []
  /// The channels, of fields that are there after those transforms.
  private(set) var encoding: [(String, Value?)] = []

  init(_ composite: CompositeMark, omitting omitted: [String]) {
    for member in composite.written.object?.members ?? [] where !omitted.contains(member.key) {
      guard let channel = Channel(rawValue: member.key) else { continue }
      guard member.value.array == nil, let definition = composite.encoding[channel],
        definition.isField
      else {
        encoding.append((member.key, member.value))
        continue
      }
      add(member.key, member.value, definition, composite.run)
    }
  }

  private mutating func add(
    _ key: String, _ written: Value, _ definition: ChannelDefinition, _ run: ChartRun
  ) {
    let field = definition.field.map { Value.string($0) }
    let name = definition.column.name
    let column: Value = .string(FieldPath.escaped(name))
    let title: (String, Value?) = (
      "title", written["title"] ?? .string(FieldTitle(definition, run).text)
    )
    let rest = written.omitting(["aggregate", "bin", "timeUnit"])
    if let operation = written["aggregate"] {
      let path: Value
      switch definition.aggregate {
      case .argmin(let other), .argmax(let other):
        let kind = operation["argmin"] == nil ? "argmax" : "argmin"
        aggregates.append(
          .object([
            ("op", .string(kind)), ("field", .string(other)),
            ("as", .string(definition.aggregateColumn)),
          ]))
        path = .string(
          "\(FieldPath.escaped(definition.aggregateColumn))['\(definition.field ?? "")']")
      case .operation, nil:
        aggregates.append(
          Value.object([("op", operation), ("as", .string(name))]).setting([("field", field)]))
        path = column
      }
      encoding.append(
        (key, rest.setting([title, ("field", path), ("type", written["type"] ?? "quantitative")])))
    } else if definition.isBinning {
      let end = definition.endColumn.name
      transforms.append(
        Value.object([
          ("bin", written["bin"] ?? true), ("as", .array([.string(name), .string(end)])),
        ])
        .setting([("field", field)]))
      groupBy += [column, .string(FieldPath.escaped(end))]
      encoding.append(
        (
          key,
          rest.setting([title, ("field", column), ("bin", "binned"), ("type", "quantitative")])
        ))
      if key == "x" || key == "y" {
        encoding.append((key + "2", .object([("field", .string(FieldPath.escaped(end)))])))
      }
    } else if definition.timeUnit.map({ !$0.isBinned }) ?? false {
      transforms.append(
        Value.object([("timeUnit", written["timeUnit"] ?? .null), ("as", .string(name))])
          .setting([("field", field)]))
      groupBy.append(column)
      var members = [title, ("field", column), ("type", .string(definition.type.rawValue))]
      if definition.type != .temporal {
        let guide = key == "x" || key == "y" ? "axis" : "legend"
        members.append(
          (
            guide,
            (written[guide]?.object == nil ? Value.object([]) : written[guide] ?? .null)
              .setting([("formatType", "time")])
          ))
      }
      encoding.append((key, rest.setting(members)))
    } else {
      groupBy.append(column)
      encoding.append((key, written))
    }
  }

  /// The channels without some of them, as an encoding.
  func encoding(_ position: [(String, Value?)], omitting keys: [String] = []) -> Value {
    Value.object([]).setting(position + encoding.filter { !keys.contains($0.0) })
  }
}
