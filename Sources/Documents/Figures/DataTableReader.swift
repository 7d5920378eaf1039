import Diagnostics
import Formats
import Inputs

/// Makes a table from its specification and the data in reach, without Markdown on the way.
struct DataTableReader {
  let texts: TextTemplate
  let printer: ValuePrinter
  let theme: Theme

  func read(_ spec: Located, scope: Scope) throws(DiagnosticError) -> TableBlock {
    let table = try DataTableSpecification.shape.decode(spec).value
    let data = try rows(table.data, in: scope, of: spec.source)
    var faults: [Diagnostic] = []
    func location(_ text: DataTableSpecification.Text) -> SourceLocation {
      SourceLocation(spec.source, text.range)
    }
    func collecting<T>(_ read: () throws(DiagnosticError) -> T) -> T? {
      do throws(DiagnosticError) {
        return try read()
      } catch {
        faults += error.diagnostics
        return nil
      }
    }
    func filled(_ text: DataTableSpecification.Text?) -> [Inline] {
      guard let text else { return [] }
      return collecting { () throws(DiagnosticError) in
        try texts.inlines(text.text, in: scope, at: location(text))
      } ?? []
    }
    var columns: [Column] = []
    for column in table.columns {
      if let made = collecting({ () throws(DiagnosticError) in
        try self.column(column, title: filled(column.title), data: data, source: spec.source)
      }) {
        columns.append(made)
      }
    }
    let note = filled(table.note)
    if faults.hasErrors { throw DiagnosticError(faults) }
    var rows: [[TableBlock.Cell]] = []
    for (index, item) in data.items.enumerated() {
      var row: [TableBlock.Cell] = []
      for column in columns {
        if let cell = collecting({ () throws(DiagnosticError) in
          try cell(column, of: item, origin: data.origin.appending(index))
        }) {
          row.append(cell)
        }
      }
      if faults.count > 20 { break }
      rows.append(row)
    }
    if let group = table.group {
      if let position = columns.firstIndex(where: { $0.field.text == group.text }) {
        Self.span(&rows, column: position)
      } else {
        faults.append(
          .error(
            "table.group", "no column shows the field \"\(group.text)\"", at: location(group),
            hints: Suggestion.hints(for: group.text, in: columns.map(\.field.text))))
      }
    }
    if faults.hasErrors { throw DiagnosticError(faults) }
    return TableBlock(
      columns: columns.map(\.block), rows: rows, hasRowHeads: table.group != nil, note: note)
  }

  private struct Data {
    var items: [Value]
    var origin: Origin
  }

  private struct Column {
    var field: DataTableSpecification.Text
    var path: NamePath
    var key: NamePath?
    var format: String?
    var location: SourceLocation
    var block: TableBlock.Column
  }

  private func rows(
    _ name: DataTableSpecification.Text, in scope: Scope, of source: Source
  ) throws(DiagnosticError) -> Data {
    let location = SourceLocation(source, name.range)
    let path = try NamePath.read(name.text, at: location)
    let found = try scope.look(up: path, at: location)
    guard let items = found.value.array else {
      throw DiagnosticError(
        .error(
          "table.data", "\"\(name.text)\" is \(found.value.kindName), not a list of rows",
          at: location))
    }
    return Data(items: items, origin: found.origin)
  }

  private func column(
    _ column: DataTableSpecification.Column, title: [Inline], data: Data, source: Source
  ) throws(DiagnosticError) -> Column {
    let location = SourceLocation(source, column.field.range)
    let path = try NamePath.read(column.field.text, at: location)
    if let format = column.format {
      do throws(FormatError) {
        _ = try ValueFormat.parse(format.text)
      } catch {
        throw DiagnosticError(
          .error(
            "table.format", error.message, at: SourceLocation(source, format.range),
            hints: error.hints))
      }
    }
    if let style = column.style, theme.style(named: style.text) == nil {
      throw DiagnosticError(
        .error(
          "table.style", "no style is named \"\(style.text)\"",
          at: SourceLocation(source, style.range),
          hints: Suggestion.hints(for: style.text, in: theme.styleNames)))
    }
    let keys = data.items.lazy.compactMap { $0.object?.keys }.first ?? []
    if let first = path.segments.first, !data.items.isEmpty,
      !data.items.contains(where: { $0[first] != nil })
    {
      throw DiagnosticError(
        .error(
          "table.field", "no row has a \"\(first)\"", at: location,
          hints: Suggestion.hints(for: first, in: keys)))
    }
    let isNumeric = data.items.contains { Self.member(path, of: $0)?.number != nil }
    return Column(
      field: column.field, path: path,
      key: try column.key.map { key throws(DiagnosticError) in
        try NamePath.read(key.text, at: SourceLocation(source, key.range))
      }, format: column.format?.text, location: location,
      block: TableBlock.Column(
        title: title, alignment: column.alignment ?? (isNumeric ? .decimal : .left),
        width: column.width, style: column.style?.text))
  }

  private func cell(
    _ column: Column, of row: Value, origin: Origin
  ) throws(DiagnosticError) -> TableBlock.Cell {
    let key = column.key.flatMap { Self.member($0, of: row)?.string }
    if let key, theme.color(named: key) == nil {
      throw DiagnosticError(
        .error(
          "table.key", "the theme has no colour named \"\(key)\"", at: column.location,
          hints: Suggestion.hints(for: key, in: theme.colorNames)
            + ["add it under \"colors\" in theme.yaml"]))
    }
    guard let value = Self.member(column.path, of: row) else {
      return TableBlock.Cell([], key: key)
    }
    do throws(FormatError) {
      guard let text = try printer.text(value, format: column.format) else {
        return TableBlock.Cell([], key: key)
      }
      let place = column.path.segments.reduce(origin) { $0.appending($1) }
      return TableBlock.Cell(
        BoundValue(text: text, value: value, origin: place, format: column.format).inlines,
        key: key)
    } catch {
      throw DiagnosticError(
        .error(
          "table.value",
          "the value of \"\(column.field.text)\" at \(origin.pointer) can't be printed: \(error.message)",
          at: column.location, hints: error.hints))
    }
  }

  private static func member(_ path: NamePath, of row: Value) -> Value? {
    path.segments.reduce(Optional(row)) { value, key in value?[key] }
  }

  /// Lets a cell cover those below it that print the same.
  private static func span(_ rows: inout [[TableBlock.Cell]], column: Int) {
    var first = 0
    for index in rows.indices.dropFirst() {
      let same =
        rows[index][column].inlines.plainText == rows[first][column].inlines.plainText
      if same {
        rows[first][column].rowSpan += 1
        rows[index][column].rowSpan = 0
      } else {
        first = index
      }
    }
  }
}
