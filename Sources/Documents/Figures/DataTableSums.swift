import Diagnostics
import Formats
import Inputs

/// Makes the rows that sum up others: below groups, below all rows, and from page to page.
struct DataTableSums {
  let columns: [DataTableColumn]
  let rows: DataTableReader.Rows
  let printer: HolePrinter
  let source: Source
  let words: (Strings.Key) -> String
  /// The numbers of columns that are summed up, by row.
  private var numbers: [Int: [Decimal?]] = [:]

  init(
    columns: [DataTableColumn], rows: DataTableReader.Rows, printer: HolePrinter, source: Source,
    words: @escaping (Strings.Key) -> String
  ) {
    self.columns = columns
    self.rows = rows
    self.printer = printer
    self.source = source
    self.words = words
  }

  /// A row of sums, its columns found.
  struct Line {
    var label: [Inline]
    /// The columns that the label covers.
    var place: Range<Int>
    var measures: [(column: Int, operation: TotalOperation)]
  }

  struct Layout {
    var group: Int?
    var subtotals: [Line] = []
    var totals: [Line] = []
    var carried: [Int] = []
    /// Whether the cell that names a group stands beside its sums too.
    var groupCoversSums = false
  }

  // MARK: Reading

  /// - Parameter labels: The labels of the subtotals, then those of the totals; empty for the usual words.
  mutating func layout(
    _ table: DataTableSpecification, labels: [[Inline]], group: Int?
  ) throws(DiagnosticError) -> Layout {
    var faults = FaultList()
    var layout = Layout(group: group)
    if let first = table.subtotals.first, group == nil {
      faults.add(
        .error(
          "table.subtotal", "\"subtotal\" stands without \"group\"", at: location(first.range),
          hints: ["add \"group\": the field whose equal neighbours are summed up"]))
    }
    for (index, total) in (table.subtotals + table.totals).enumerated() {
      let isSubtotal = index < table.subtotals.count
      var label = labels[index]
      if label.isEmpty { label = [.text(words(isSubtotal ? .subtotal : .total))] }
      let line = faults.collect { () throws(DiagnosticError) -> Line in
        try self.line(total, label: label, beside: isSubtotal ? group : nil)
      }
      guard let line else { continue }
      if isSubtotal { layout.subtotals.append(line) } else { layout.totals.append(line) }
    }
    if let group {
      layout.groupCoversSums = layout.subtotals.allSatisfy { !$0.place.contains(group) }
    }
    for field in table.carry {
      let column = faults.collect { () throws(DiagnosticError) -> Int in
        let column = try self.column(field)
        try readNumbers(of: column, for: field)
        return column
      }
      if let column { layout.carried.append(column) }
    }
    layout.carried.sort()
    if layout.carried.first == 0, let field = table.carry.first {
      faults.add(noPlace(at: location(field.range)))
    }
    if faults.hasErrors { throw DiagnosticError(faults.diagnostics) }
    return layout
  }

  private mutating func line(
    _ total: DataTableSpecification.Total, label: [Inline], beside group: Int?
  ) throws(DiagnosticError) -> Line {
    var measures: [(column: Int, operation: TotalOperation)] = []
    for measure in total.measures {
      let column = try self.column(measure.field)
      if !measure.operation.counts { try readNumbers(of: column, for: measure.field) }
      measures.append((column, measure.operation))
    }
    let first = measures.map(\.column).min() ?? 0
    guard first > 0 else { throw DiagnosticError(noPlace(at: location(total.range))) }
    // Beside the group's name where there is a place, else below it.
    let free = (0..<first).filter { $0 != group }
    let start = free.first ?? 0
    var end = start + 1
    while free.contains(end) { end += 1 }
    return Line(label: label, place: start..<end, measures: measures)
  }

  private func column(
    _ field: DataTableSpecification.Text
  ) throws(DiagnosticError) -> Int {
    if let column = columns.firstIndex(where: { $0.field == field.text && $0.sparklines == nil }) {
      return column
    }
    throw DiagnosticError(
      .error(
        "table.total", "no column shows the field \"\(field.text)\"", at: location(field.range),
        hints: Suggestion.hints(for: field.text, in: columns.map(\.field))))
  }

  private func noPlace(at location: SourceLocation) -> Diagnostic {
    .error(
      "table.total", "no place is left for the words: the first column is summed up", at: location,
      hints: ["put a column of words first, or leave the first one out here"])
  }

  private func location(_ range: Range<Int>) -> SourceLocation { SourceLocation(source, range) }

  private mutating func readNumbers(
    of column: Int, for field: DataTableSpecification.Text
  ) throws(DiagnosticError) {
    guard numbers[column] == nil else { return }
    var read: [Decimal?] = []
    read.reserveCapacity(rows.items.count)
    for (index, row) in rows.items.enumerated() {
      guard let value = columns[column].value(of: row), !value.isNull else {
        read.append(nil)
        continue
      }
      guard let number = value.number.flatMap({ Decimal($0.text) }) else {
        let place = columns[column].path.segments.reduce(rows.origin.appending(index)) {
          $0.appending($1)
        }
        throw DiagnosticError(
          .error(
            "table.total", "\"\(field.text)\" can't be summed up: \(value.shown) is no number",
            at: location(field.range), notes: [place.note]))
      }
      read.append(number)
    }
    numbers[column] = read
  }

  // MARK: Making

  /// The rows of data, with those of sums below groups and at the end.
  func rows(
    around data: [TableBlock.Row], _ layout: Layout
  ) throws(DiagnosticError) -> [TableBlock.Row] {
    var result: [TableBlock.Row] = []
    result.reserveCapacity(data.count + layout.totals.count)
    for group in groups(of: data, by: layout.group) {
      let start = result.count
      result += data[group]
      for line in layout.subtotals {
        result.append(try row(line, over: group, as: .subtotal))
      }
      guard let column = layout.group else { continue }
      let covered = layout.groupCoversSums ? result.count : start + group.count
      result[start].cells[column].rowSpan = covered - start
      for index in start + 1..<max(covered, start + 1) {
        result[index].cells[column].rowSpan = 0
      }
    }
    for line in layout.totals {
      result.append(try row(line, over: data.indices, as: .total))
    }
    return result
  }

  /// Neighbours whose cells print the same; all rows where there are no groups.
  private func groups(of data: [TableBlock.Row], by column: Int?) -> [Range<Int>] {
    guard let column, !data.isEmpty else { return data.isEmpty ? [] : [data.indices] }
    var groups: [Range<Int>] = []
    var start = 0
    var text = data[0].cells[column].inlines.plainText
    for index in data.indices.dropFirst() {
      let next = data[index].cells[column].inlines.plainText
      guard next != text else { continue }
      groups.append(start..<index)
      (start, text) = (index, next)
    }
    return groups + [start..<data.count]
  }

  private func row(
    _ line: Line, over data: Range<Int>, as role: TableBlock.Row.Role
  ) throws(DiagnosticError) -> TableBlock.Row {
    var cells = columns.map { _ in TableBlock.Cell([]) }
    cells[line.place.lowerBound] = TableBlock.Cell(line.label)
    cells[line.place.lowerBound].isHead = true
    for index in line.place { cells[index].columnSpan = 0 }
    cells[line.place.lowerBound].columnSpan = line.place.count
    for (column, operation) in line.measures {
      cells[column].inlines = try result(of: operation, column, over: data)?.inlines ?? []
    }
    return TableBlock.Row(cells, role: role)
  }

  private func result(
    of operation: TotalOperation, _ column: Int, over data: Range<Int>
  ) throws(DiagnosticError) -> BoundValue? {
    guard !operation.counts else {
      let values = rows.items[data].compactMap { columns[column].value(of: $0) }
        .filter { !$0.isNull }
      // It counts values, so it isn't one of their kind.
      return try printed(Number(operation.count(values)), column, format: nil)
    }
    let numbers = (self.numbers[column] ?? [])[data].compactMap(\.self)
    guard let number = operation.apply(numbers) else { return nil }
    return try printed(number, column, format: columns[column].format)
  }

  private func printed(
    _ number: Number, _ column: Int, format: ValueFormat?
  ) throws(DiagnosticError) -> BoundValue? {
    do throws(FormatError) {
      return try printer.value(
        Value(.number(number)), from: rows.origin, format: format)
    } catch {
      throw DiagnosticError(
        .error(
          "table.value",
          "a sum of \"\(columns[column].field)\" can't be printed: \(error.message)",
          at: columns[column].location, hints: error.hints))
    }
  }

  /// What the rows above each row come to.
  func carry(
    _ layout: Layout, over rows: [TableBlock.Row]
  ) throws(DiagnosticError) -> TableBlock.Carry? {
    guard !layout.carried.isEmpty else { return nil }
    var sums = layout.carried.map { _ in Decimal.zero }
    var carry = TableBlock.Carry(columns: layout.carried, sums: [])
    carry.sums.reserveCapacity(rows.count)
    var index = 0
    for row in rows {
      var printed: [BoundValue] = []
      for (column, sum) in zip(layout.carried, sums) {
        if let value = try self.printed(sum.number, column, format: columns[column].format) {
          printed.append(value)
        }
      }
      carry.sums.append(printed)
      guard row.role == .data else { continue }
      for (position, column) in layout.carried.enumerated() {
        if let number = numbers[column]?[index] { sums[position] += number }
      }
      index += 1
    }
    return carry
  }
}

extension Value {
  /// The value in a message.
  fileprivate var shown: String {
    switch kind {
    case .string(let text): "\"\(text)\""
    case .number(let number): number.text
    case .null, .bool, .array, .object: kindName
    }
  }
}
