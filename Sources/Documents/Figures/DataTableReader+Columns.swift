import Diagnostics
import Formats
import Inputs

extension DataTableReader {
  func column(
    _ column: DataTableSpecification.Column, title: [Inline], rows: Rows, source: Source
  ) throws(DiagnosticError) -> DataTableColumn {
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
      let hints = Suggestion.hints(for: style.text, in: theme.styleNames)
      throw DiagnosticError(
        .error(
          "table.style", "no style is named \"\(style.text)\"",
          at: SourceLocation(source, style.range),
          hints: hints.isEmpty ? ["known: \(theme.styleNames.joined(separator: ", "))"] : hints))
    }
    let isNumeric = rows.items.contains { DataTableColumn.member(path, of: $0)?.number != nil }
    var result = DataTableColumn(
      field: column.field.text, path: path, key: key, format: try format(column.format, source),
      location: location, keyLocation: keyLocation,
      block: TableBlock.Column(
        title: title, alignment: column.alignment ?? (isNumeric ? .decimal : .left),
        width: column.width, style: column.style?.text))
    result.block.least = column.least
    result.block.most = column.most
    if let bar = column.bar {
      let bars = try bars(bar, path, rows, source)
      result.bars = bars
      result.block.barZero = DataTableGraphics.share(of: 0, in: bars.domain)
    }
    if let sparkline = column.sparkline {
      result.sparklines = .init(
        form: sparkline.form, domain: sparkline.domain,
        color: try color(sparkline.color, source, otherwise: .accent))
      result.block.hasSparklines = true
    }
    return result
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
      !rows.items.contains(where: { DataTableColumn.member(path, of: $0) != nil })
    else { return }
    let isNested = path.segments.count > 1 && rows.items.contains { $0[first] != nil }
    let keys = rows.items.lazy.compactMap { $0.object?.keys }.first ?? []
    throw DiagnosticError(
      .error(
        "table.field", "no row has a \"\(isNested ? path.text : first)\"", at: location,
        hints: isNested ? [] : Suggestion.hints(for: first, in: keys)))
  }

  // MARK: Drawings

  private func bars(
    _ bar: DataTableSpecification.Bar, _ path: NamePath, _ rows: Rows, _ source: Source
  ) throws(DiagnosticError) -> DataTableColumn.Bars {
    let numbers = rows.items.lazy.compactMap { DataTableColumn.member(path, of: $0)?.double }
      .filter(\.isFinite)
    let (least, greatest) = (min(numbers.min() ?? 0, 0), max(numbers.max() ?? 0, 0))
    return DataTableColumn.Bars(
      domain: bar.domain ?? least...(greatest > least ? greatest : least + 1),
      color: try color(bar.color, source, otherwise: .accent),
      negative: try color(bar.negative, source, otherwise: .warning))
  }

  private func color(
    _ name: DataTableSpecification.Text?, _ source: Source, otherwise standard: Theme.ColorRole
  ) throws(DiagnosticError) -> String {
    guard let name else { return standard.rawValue }
    guard theme.color(named: name.text) != nil else {
      throw DiagnosticError(
        theme.unknownColor(name.text, at: SourceLocation(source, name.range)))
    }
    return name.text
  }
}

extension Theme {
  /// That a name in a table's specification is no colour.
  func unknownColor(_ name: String, at location: SourceLocation?) -> Diagnostic {
    .error(
      "table.key", "the theme has no colour named \"\(name)\"", at: location,
      hints: Suggestion.hints(for: name, in: colorNames)
        + ["add it under \"colors\" in theme.yaml"])
  }
}
