import Diagnostics
import Formats
import Inputs

/// Makes a table from its specification and the data in reach, without Markdown on the way.
struct DataTableReader {
  let texts: TextTemplate
  let printer: HolePrinter
  let theme: Theme

  func read(_ spec: Located, scope: Scope) throws(DiagnosticError) -> TableBlock {
    var decoding = Decoding(spec.source)
    let table = decoding.within("the table") { DataTableSpecification.shape.read(spec.value, &$0) }
    let decodingFaults = decoding.finish()
    guard let table, !decodingFaults.hasErrors else { throw DiagnosticError(decodingFaults) }
    let rows = try rows(table.data, in: scope, of: spec.source)
    var faults = FaultList()
    func filled(_ text: DataTableSpecification.Text?) -> [Inline] {
      guard let text else { return [] }
      return faults.collect { () throws(DiagnosticError) in
        try texts.inlines(text.text, in: scope, at: SourceLocation(spec.source, text.range))
      } ?? []
    }
    let note = filled(table.note)
    let columns = table.columns.compactMap { column in
      let title = filled(column.title)
      return faults.collect { () throws(DiagnosticError) in
        try self.column(column, title: title, rows: rows, source: spec.source)
      }
    }
    var group: Int?
    if let wanted = table.group {
      group = table.columns.firstIndex { $0.field.text == wanted.text }
      if group == nil {
        faults.add(
          .error(
            "table.group", "no column shows the field \"\(wanted.text)\"",
            at: SourceLocation(spec.source, wanted.range),
            hints: Suggestion.hints(for: wanted.text, in: table.columns.map(\.field.text))))
      }
    }
    if faults.hasErrors { throw DiagnosticError(faults.diagnostics) }
    // A fault that many rows share is one fault.
    var reported: Set<CellFault.Key> = []
    var cells = rows.items.enumerated().map { index, row in
      let origin = rows.origin.appending(index)
      return columns.map { column in
        do throws(CellFault) {
          return try cell(column, of: row, origin: origin)
        } catch {
          if reported.insert(error.key).inserted { faults.add(error.diagnostic) }
          return TableBlock.Cell([])
        }
      }
    }
    if faults.hasErrors { throw DiagnosticError(faults.diagnostics) }
    if let group { Self.span(&cells, column: group) }
    return TableBlock(
      columns: columns.map(\.block), rows: cells, hasRowHeads: group != nil, note: note)
  }

  private struct Rows {
    var items: [Value]
    var origin: Origin
  }

  private struct Column {
    var path: NamePath
    var key: NamePath?
    var format: ValueFormat?
    /// Where the field is named.
    var location: SourceLocation
    var keyLocation: SourceLocation?
    var block: TableBlock.Column
  }

  private func rows(
    _ name: DataTableSpecification.Text, in scope: Scope, of source: Source
  ) throws(DiagnosticError) -> Rows {
    let location = SourceLocation(source, name.range)
    let found = try scope.look(up: try NamePath.read(name.text, at: location), at: location)
    guard let items = found.value.array else {
      throw DiagnosticError(
        .error(
          "table.data", "\"\(name.text)\" is \(found.value.kindName), not a list of rows",
          at: location))
    }
    return Rows(items: items, origin: found.origin)
  }

  // MARK: Columns

  private func column(
    _ column: DataTableSpecification.Column, title: [Inline], rows: Rows, source: Source
  ) throws(DiagnosticError) -> Column {
    let location = SourceLocation(source, column.field.range)
    let path = try self.path(column.field.text, in: rows, at: location)
    try check(path, isIn: rows, at: location)
    let keyLocation = column.key.map { SourceLocation(source, $0.range) }
    var key: NamePath?
    if let name = column.key {
      let path = try self.path(name.text, in: rows, at: keyLocation)
      try check(path, isIn: rows, at: keyLocation)
      key = path
    }
    if let style = column.style, theme.style(named: style.text) == nil {
      throw DiagnosticError(
        .error(
          "table.style", "no style is named \"\(style.text)\"",
          at: SourceLocation(source, style.range),
          hints: Suggestion.hints(for: style.text, in: theme.styleNames)))
    }
    let isNumeric = rows.items.contains { Self.member(path, of: $0)?.number != nil }
    return Column(
      path: path, key: key, format: try format(column.format, source), location: location,
      keyLocation: keyLocation,
      block: TableBlock.Column(
        title: title, alignment: column.alignment ?? (isNumeric ? .decimal : .left),
        width: column.width, style: column.style?.text))
  }

  /// The name of a value in a row; a key that rows have just so needs no brackets.
  private func path(
    _ text: String, in rows: Rows, at location: SourceLocation?
  ) throws(DiagnosticError) -> NamePath {
    if (try? NamePath(text)) == nil, rows.items.contains(where: { $0[text] != nil }) {
      return NamePath(segments: [text])
    }
    return try NamePath.read(text, at: location)
  }

  private func format(
    _ text: DataTableSpecification.Text?, _ source: Source
  ) throws(DiagnosticError) -> ValueFormat? {
    guard let text else { return nil }
    do throws(FormatError) {
      return try ValueFormat.parse(text.text)
    } catch {
      throw DiagnosticError(
        .error(
          "table.format", error.message, at: SourceLocation(source, text.range),
          hints: error.hints))
    }
  }

  /// A field that no row has is a slip; one that some rows lack leaves cells empty.
  private func check(
    _ path: NamePath, isIn rows: Rows, at location: SourceLocation?
  ) throws(DiagnosticError) {
    guard let first = path.segments.first, !rows.items.isEmpty,
      !rows.items.contains(where: { Self.member(path, of: $0) != nil })
    else { return }
    let isNested = path.segments.count > 1 && rows.items.contains { $0[first] != nil }
    let keys = rows.items.lazy.compactMap { $0.object?.keys }.first ?? []
    throw DiagnosticError(
      .error(
        "table.field", "no row has a \"\(isNested ? path.text : first)\"", at: location,
        hints: isNested ? [] : Suggestion.hints(for: first, in: keys)))
  }

  // MARK: Cells

  private struct CellFault: Error {
    /// What makes two faults the same: the column, and the colour's name where that is at fault.
    struct Key: Hashable {
      var place: SourceLocation?
      var color: String?
    }

    var key: Key
    var diagnostic: Diagnostic
  }

  private func cell(
    _ column: Column, of row: Value, origin: Origin
  ) throws(CellFault) -> TableBlock.Cell {
    let key = column.key.flatMap { Self.member($0, of: row)?.string }
    if let key, theme.color(named: key) == nil {
      throw CellFault(
        key: .init(place: column.keyLocation, color: key),
        diagnostic: .error(
          "table.key", "the theme has no colour named \"\(key)\"", at: column.keyLocation,
          hints: Suggestion.hints(for: key, in: theme.colorNames)
            + ["add it under \"colors\" in theme.yaml"]))
    }
    guard let value = Self.member(column.path, of: row) else {
      return TableBlock.Cell([], key: key)
    }
    let place = column.path.segments.reduce(origin) { $0.appending($1) }
    do throws(FormatError) {
      let bound = try printer.value(value, from: place, format: column.format)
      return TableBlock.Cell(bound?.inlines ?? [], key: key)
    } catch {
      throw CellFault(
        key: .init(place: column.location),
        diagnostic: .error(
          "table.value", "a value of \"\(column.path.text)\" can't be printed: \(error.message)",
          at: column.location, notes: [place.note], hints: error.hints))
    }
  }

  private static func member(_ path: NamePath, of row: Value) -> Value? {
    path.segments.reduce(Optional(row)) { value, key in value?[key] }
  }

  /// Lets a cell cover those below it that print the same.
  private static func span(_ rows: inout [[TableBlock.Cell]], column: Int) {
    var first = 0
    var text = rows.first?[column].inlines.plainText
    for index in rows.indices.dropFirst() {
      let next = rows[index][column].inlines.plainText
      if next == text {
        rows[first][column].rowSpan += 1
        rows[index][column].rowSpan = 0
      } else {
        first = index
        text = next
      }
    }
  }
}
