import Diagnostics
import Formats
import Inputs
import Tables

/// Makes a table from its specification and the data in reach, without Markdown on the way.
struct DataTableReader {
  let texts: TextTemplate
  let printer: HolePrinter
  let theme: Theme
  let limits: Limits

  /// The list of rows, and where it comes from.
  struct Rows {
    var items: [Value]
    var origin: Origin
  }

  func read(_ spec: Located, scope: Scope) throws(DiagnosticError) -> TableBlock {
    var decoding = Decoding(spec.source)
    let table = decoding.within("the table") { DataTableSpecification.shape.read(spec.value, &$0) }
    let decodingFaults = decoding.finish()
    guard let table, !decodingFaults.hasErrors else { throw DiagnosticError(decodingFaults) }
    let source = spec.source
    let rows = try rows(table.data, in: scope, of: source)
    var faults = FaultList()
    func filled(_ text: DataTableSpecification.Text?) -> [Inline] {
      guard let text else { return [] }
      return faults.collect { () throws(DiagnosticError) in
        try texts.inlines(text.text, in: scope, at: SourceLocation(source, text.range))
      } ?? []
    }
    let note = filled(table.note)
    let levels = table.levels.map { level in
      level.spanners.map { TableBlock.Spanner(filled($0.title), span: $0.span) }
    }
    let labels = (table.subtotals + table.totals).map { filled($0.label) }
    let columns = table.columns.compactMap { column in
      let title = filled(column.title)
      let unit = filled(column.unit)
      return faults.collect { () throws(DiagnosticError) in
        try self.column(column, title: Self.title(title, unit: unit), rows: rows, source: source)
      }
    }
    checkLevels(table, source, &faults)
    let group = group(of: table, source, &faults)
    let looks = self.looks(table, columns, rows, scope: scope, source: source, &faults)
    if faults.hasErrors { throw DiagnosticError(faults.diagnostics) }

    let cells = self.cells(columns, rows, looks, scope: scope, &faults)
    if faults.hasErrors { throw DiagnosticError(faults.diagnostics) }
    var sums = DataTableSums(
      columns: columns, rows: rows, printer: printer, source: source, words: words(in: scope))
    let layout = faults.collect { () throws(DiagnosticError) in
      try sums.layout(table, labels: labels, group: group)
    }
    guard let layout else { throw DiagnosticError(faults.diagnostics) }
    var block = TableBlock(
      columns: columns.map(\.block), rows: try sums.rows(around: cells, layout),
      hasRowHeads: group != nil, note: note)
    block.carry = try sums.carry(layout, over: block.rows)
    block.levels = levels
    block.rules = table.rules
    block.isStriped = table.isStriped
    block.splitsRows = table.splitsRows
    block.tooWide = table.tooWide
    block.unit = table.unit.map { UnitRequest($0, currency: table.currency) }
    return block
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

  /// The words that a report may replace.
  private func words(in scope: Scope) -> (Strings.Key) -> String {
    let standard = Strings(language: printer.language)
    return { key in
      (try? scope.look(up: NamePath(segments: ["@strings", key.rawValue])))?.value.string
        ?? standard[key]
    }
  }

  // MARK: Heads

  private static func title(_ title: [Inline], unit: [Inline]) -> [Inline] {
    guard !unit.isEmpty else { return title }
    return title + [.text(title.isEmpty ? "(" : " (")] + unit + [.text(")")]
  }

  private func checkLevels(
    _ table: DataTableSpecification, _ source: Source, _ faults: inout FaultList
  ) {
    for level in table.levels {
      let covered = level.spanners.reduce(0) { $0 + $1.span }
      guard covered != table.columns.count else { continue }
      faults.add(
        .error(
          "table.head",
          "these titles stand above \(covered) columns, and the table has \(table.columns.count)",
          at: SourceLocation(source, level.range),
          hints: ["give titles a \"span\", and write \"\" above a column that has none"]))
    }
  }

  private func group(
    of table: DataTableSpecification, _ source: Source, _ faults: inout FaultList
  ) -> Int? {
    guard let wanted = table.group else { return nil }
    let location = SourceLocation(source, wanted.range)
    guard let group = table.columns.firstIndex(where: { $0.field.text == wanted.text }) else {
      faults.add(
        .error(
          "table.group", "no column shows the field \"\(wanted.text)\"", at: location,
          hints: Suggestion.hints(for: wanted.text, in: table.columns.map(\.field.text))))
      return nil
    }
    if table.columns[group].sparkline != nil {
      faults.add(
        .error("table.group", "a column of sparklines can't name groups", at: location))
    }
    return group
  }

  // MARK: Cells

  /// How rows look, and the cells of each column, where that depends on data.
  struct Looks {
    var rows: [TableLook?]
    var columns: [[TableLook?]]
  }

  private func looks(
    _ table: DataTableSpecification, _ columns: [DataTableColumn], _ rows: Rows, scope: Scope,
    source: Source, _ faults: inout FaultList
  ) -> Looks {
    let lists = [table.conditions] + table.columns.map(\.conditions)
    guard lists.contains(where: { !$0.isEmpty }) else { return Looks(rows: [], columns: []) }
    let frame = Frame(rows: rows.items)
    let evaluation = Evaluation(
      parameters: scope.singleValues, language: printer.language, limits: limits)
    let looks = lists.map { conditions in
      faults.collect { () throws(DiagnosticError) in
        try DataTableConditions(conditions, theme: theme, source: source, names: frame)
          .looks(of: frame, evaluation)
      } ?? []
    }
    return Looks(rows: looks[0], columns: Array(looks.dropFirst()))
  }

  private func cells(
    _ columns: [DataTableColumn], _ rows: Rows, _ looks: Looks, scope: Scope,
    _ faults: inout FaultList
  ) -> [TableBlock.Row] {
    let graphics = columns.map { column in
      DataTableGraphics(column, printer: printer, words: words(in: scope)(.sparkline))
    }
    // A fault that many rows share is one fault.
    var reported: Set<DataTableCellFault.Key> = []
    return rows.items.enumerated().map { index, row in
      let origin = rows.origin.appending(index)
      let cells = columns.indices.map { position in
        do throws(DataTableCellFault) {
          var cell = try cell(columns[position], of: row, origin: origin, graphics[position])
          if looks.columns.indices.contains(position), !looks.columns[position].isEmpty {
            cell.look = looks.columns[position][index]
          }
          return cell
        } catch {
          if reported.insert(error.key).inserted { faults.add(error.diagnostic) }
          return TableBlock.Cell([])
        }
      }
      return TableBlock.Row(cells, look: looks.rows.isEmpty ? nil : looks.rows[index])
    }
  }
}
