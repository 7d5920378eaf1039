import Diagnostics
import Inputs
import Tables

/// Warns of fields that a view's looks depend on and that none of its rows has.
///
/// The fields of channels themselves are looked at before, and are errors: without them nothing can be drawn.
struct MissingFields {
  let unit: UnitSpec
  /// The rows before anything was made of them for the channels.
  let source: Frame
  let data: UnitData
  let run: ChartRun

  func check() {
    guard data.marks.count > 0 else { return }
    for channel in unit.encoding.channels {
      for definition in unit.encoding.all(channel) { check(definition) }
    }
    if let own = unit.mark.own { checkExpressions(own) }
  }

  private func check(_ definition: ChannelDefinition) {
    let branches = definition.conditions.map(\.definition)
    for part in definition.channel == .tooltip ? [definition] + branches : branches {
      guard let field = part.field, let place = part.reader["field"] else { continue }
      warn(of: [field], at: part.reader.location(of: place), in: source)
    }
    if case .field(let field?, _, _)? = definition.sort, let place = definition.reader["sort"] {
      warn(
        of: [field], at: definition.reader.location(of: place["field"] ?? place), in: source,
        data.marks)
    }
    let written = definition.reader
    for key in ["condition", "value"] {
      written.value[key].map { checkExpressions(written.located($0)) }
    }
    for guide in ["axis", "legend", "header"] {
      guard let located = written.value[guide].map({ written.located($0) }),
        let label = located["labelExpr"]
      else { continue }
      warn(of: Self.fields(of: label), at: label.location, known: ["value", "label", "index"])
    }
  }

  /// Looks at the expressions and tests anywhere in a value.
  private func checkExpressions(_ located: Located) {
    for item in located.value.array ?? [] {
      checkExpressions(Located(item, in: located.source))
    }
    for member in located.value.object?.members ?? [] {
      let inner = Located(member.value, in: located.source)
      switch member.key {
      case "expr" where member.value.string != nil: warnOfExpression(inner)
      case "test": checkTest(inner)
      default: checkExpressions(inner)
      }
    }
  }

  private func checkTest(_ test: Located) {
    if test.value.string != nil { return warnOfExpression(test) }
    for key in ["and", "or"] {
      for item in test.value[key]?.array ?? [] { checkTest(Located(item, in: test.source)) }
    }
    if let inner = test["not"] { checkTest(inner) }
    if let field = test["field"], let name = field.value.string {
      warn(of: [name], at: field.location, in: data.marks)
    }
  }

  private func warnOfExpression(_ located: Located) {
    warn(of: Self.fields(of: located), at: located.location, known: data.marks.names)
  }

  /// The fields of `datum` in an expression; what can't be read is reported where it is used.
  private static func fields(of located: Located) -> [String] {
    guard let text = located.value.string else { return [] }
    return (try? Expression(text, at: located.location).fields) ?? []
  }

  private func warn(of fields: [String], at location: SourceLocation, in frames: Frame...) {
    for field in fields where !frames.contains(where: { $0.has(FieldPath(field)) }) {
      warn(field, location, frames.first?.names ?? [])
    }
  }

  private func warn(of fields: [String], at location: SourceLocation, known: [String]) {
    for field in fields where !known.contains(field) { warn(field, location, known) }
  }

  private func warn(_ field: String, _ location: SourceLocation, _ known: [String]) {
    run.findings.warning(
      "chart.field", "there is no field \"\(field)\" here", at: location,
      hints: Suggestion.hints(for: field, in: known))
  }
}
