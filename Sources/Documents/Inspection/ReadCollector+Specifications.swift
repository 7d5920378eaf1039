import Diagnostics
import Inputs
import Tables

/// The names that charts, data tables and derived tables read.
extension ReadCollector {
  /// Keys of specifications whose values are names of columns, or lists of them.
  private static let fieldKeys: Set<String> = [
    "field", "groupby", "fold", "flatten", "pivot", "value", "lookup", "key", "fields", "stack",
    "impute", "sort", "timeUnit", "density", "regression", "loess", "on", "quantile", "extent",
  ]
  /// Keys whose values are expressions.
  private static let expressionKeys: Set<String> = ["calculate", "filter", "expr", "test"]

  mutating func visit(chart spec: Located, in scope: StaticScope) {
    visit(part: spec, rows: nil, in: scope)
  }

  mutating func visit(table spec: Located, in scope: StaticScope) {
    var rows: StaticScope.Place?
    if let name = spec["data"]?.value.string {
      rows = self.rows(named: name, at: spec["data"]?.location, in: scope)
    }
    for column in spec.value["columns"]?.array ?? [] {
      let format = column["format"]?.string
      for key in ["field", "key"] {
        guard let name = column[key], let text = name.string, let rows else { continue }
        let path = (try? NamePath(text))?.segments ?? [text]
        var place: StaticScope.Place? = rows
        for segment in path { place = place?.member(segment) }
        guard let place else { continue }
        note(
          column: place, format: key == "field" ? format : nil,
          at: SourceLocation(spec.source, name.range))
      }
    }
    for part in [spec.value] + (spec.value["columns"]?.array ?? []) {
      for condition in part["when"]?.array ?? [] {
        guard let test = condition["test"], let text = test.string else { continue }
        visit(expression: text, of: rows, at: SourceLocation(spec.source, test.range))
      }
    }
    visitTexts(spec, in: scope)
  }

  mutating func visit(derived table: FrontMatter.DerivedTable, in scope: StaticScope) {
    let rows = self.rows(named: table.data.text, at: table.data.location, in: scope)
    visit(part: Located(table.transform, in: table.location.source), rows: rows, in: scope)
  }

  /// The rows that a name stands for, noted.
  private mutating func rows(
    named name: String, at location: SourceLocation?, in scope: StaticScope
  ) -> StaticScope.Place? {
    guard let path = try? NamePath(name),
      case .found(let place) = note(path, .rows, isOptional: false, at: location, in: scope)
    else { return nil }
    return place.entered
  }

  /// A part of a chart's specification: an object with `data` has rows of its own.
  private mutating func visit(part: Located, rows: StaticScope.Place?, in scope: StaticScope) {
    switch part.value.kind {
    case .null, .bool, .number: break
    case .string(let text): visit(text, at: part.location, in: scope)
    case .array(let items):
      for item in items { visit(part: Located(item, in: part.source), rows: rows, in: scope) }
    case .object(let object):
      var rows = rows
      if let data = part["data"], let name = data.value["name"] ?? textual(data.value),
        let text = name.string
      {
        rows = self.rows(
          named: text, at: SourceLocation(part.source, name.range), in: scope)
      }
      for member in object.members where member.key != "data" {
        let inner = Located(member.value, in: part.source)
        if Self.expressionKeys.contains(member.key), let text = inner.value.string {
          visit(expression: text, of: rows, at: inner.location)
        } else if Self.fieldKeys.contains(member.key) {
          visit(fields: inner, of: rows)
          if inner.value.string == nil { visit(part: inner, rows: rows, in: scope) }
        } else {
          visit(part: inner, rows: rows, in: scope)
        }
      }
    }
  }

  /// `data: people`, as derived tables may write it.
  private func textual(_ value: Value) -> Value? {
    value.string == nil ? nil : value
  }

  private mutating func visit(fields: Located, of rows: StaticScope.Place?) {
    guard let rows else { return }
    for value in fields.value.array ?? [fields.value] {
      guard let name = value.string else { continue }
      note(
        field: FieldPath(name).column, of: rows,
        at: SourceLocation(fields.source, value.range))
    }
  }

  private mutating func visit(
    expression text: String, of rows: StaticScope.Place?, at location: SourceLocation
  ) {
    guard let rows, let expression = try? Expression(text) else { return }
    for field in expression.fields { note(field: field, of: rows, at: location) }
  }

  /// The tags in the texts of a table's specification.
  private mutating func visitTexts(_ part: Located, in scope: StaticScope) {
    switch part.value.kind {
    case .null, .bool, .number: break
    case .string(let text): visit(text, at: part.location, in: scope)
    case .array(let items):
      for item in items { visitTexts(Located(item, in: part.source), in: scope) }
    case .object(let object):
      for member in object.members { visitTexts(Located(member.value, in: part.source), in: scope) }
    }
  }
}
