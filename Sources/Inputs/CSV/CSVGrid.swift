import Diagnostics

/// The cells of a CSV file under its header, and what they mean.
struct CSVGrid {
  let bytes: UnsafeBufferPointer<UInt8>
  let source: Source
  let cells: [CSVScanner.Cell]
  let rowEnds: [Int]

  private typealias Key = (name: String, range: Range<Int>)

  func value(
    separator: CSVSeparator, types: [String: CSVType], standard: CSVType?, limits: Limits
  ) throws(DiagnosticError) -> Value {
    guard let headerEnd = rowEnds.first else {
      throw DiagnosticError(
        .error(
          "csv.empty", "there is nothing to read, where a header line is expected",
          at: SourceLocation(source, 0..<0)))
    }
    let rowCount = rowEnds.count - 1
    guard rowCount <= limits[.rows] else {
      throw DiagnosticError(
        limits.exceeded(.rows, by: "the file of \(rowCount) rows", at: SourceLocation(source)))
    }
    let keys = cells[..<headerEnd].map { cell -> Key in (text(of: cell), cell.written) }
    var errors = headerErrors(keys, separator: separator, types: types)
    errors += raggedRows(width: keys.count)
    guard errors.isEmpty else { throw CSVReader.bounded(errors, in: source) }

    let columnTypes = keys.indices.map {
      types[keys[$0].name] ?? standard ?? inferredType(column: $0, of: keys.count)
    }
    errors = keys.indices.flatMap { column in
      types[keys[column].name].map { mismatches(column: column, keys: keys, type: $0) } ?? []
    }
    guard errors.isEmpty else { throw CSVReader.bounded(errors, in: source) }
    return rows(keys: keys, types: columnTypes)
  }

  private func rows(keys: [Key], types: [CSVType]) -> Value {
    let width = keys.count
    let prototype = Object(keys.map { Object.Member(key: $0.name, value: .null) })
    let rows = (1..<rowEnds.count).map { row -> Value in
      let first = row * width
      let members = [Object.Member](unsafeUninitializedCapacity: width) { buffer, count in
        for column in 0..<width {
          let member = Object.Member(
            key: keys[column].name, keyRange: keys[column].range,
            value: value(of: cells[first + column], as: types[column]))
          buffer.initializeElement(at: column, to: member)
          count = column + 1
        }
      }
      let range = cells[first].written.lowerBound..<cells[first + width - 1].written.upperBound
      return Value(.object(Object(members, keyedLike: prototype)), range: range)
    }
    return Value(.array(rows), range: 0..<bytes.count)
  }

  private func value(of cell: CSVScanner.Cell, as type: CSVType) -> Value {
    guard !cell.range.isEmpty else { return Value(.null, range: cell.written) }
    switch type {
    case .text: return Value(.string(text(of: cell)), range: cell.written)
    case .number:
      let match = NumberGrammar.match(bytes, from: cell.range.lowerBound, to: cell.range.upperBound)
      return Value(match.map { .number($0.number(in: bytes)) } ?? .null, range: cell.written)
    case .boolean: return Value(.bool(boolean(cell) ?? false), range: cell.written)
    }
  }

  // MARK: Types

  /// Number or boolean if all cells that aren't empty are; a column without any is a column of texts.
  private func inferredType(column: Int, of width: Int) -> CSVType {
    var type: CSVType?
    for index in stride(from: width + column, to: cells.count, by: width) {
      let cell = cells[index]
      if cell.range.isEmpty { continue }
      let found = self.type(of: cell)
      if found == .text || (type != nil && type != found) { return .text }
      type = found
    }
    return type ?? .text
  }

  private func type(of cell: CSVScanner.Cell) -> CSVType {
    if isNumber(cell) { return .number }
    return boolean(cell) == nil ? .text : .boolean
  }

  private func isNumber(_ cell: CSVScanner.Cell) -> Bool {
    let match = NumberGrammar.match(bytes, from: cell.range.lowerBound, to: cell.range.upperBound)
    return match?.end == cell.range.upperBound
  }

  /// `true` and `false`, and as spreadsheets write them.
  private func boolean(_ cell: CSVScanner.Cell) -> Bool? {
    guard (4...5).contains(cell.range.count) else { return nil }
    return switch text(of: cell) {
    case "true", "True", "TRUE": true
    case "false", "False", "FALSE": false
    default: nil
    }
  }

  private func text(of cell: CSVScanner.Cell) -> String {
    let content = UnsafeBufferPointer(rebasing: bytes[cell.range])
    guard cell.style == .escaped else { return String(decoding: content, as: UTF8.self) }
    var unescaped: [UInt8] = []
    unescaped.reserveCapacity(content.count)
    var isSecond = false
    for byte in content {
      isSecond = byte == UInt8(ascii: "\"") && !isSecond
      if !isSecond { unescaped.append(byte) }
    }
    return String(decoding: unescaped, as: UTF8.self)
  }

  // MARK: Faults

  private func headerErrors(
    _ keys: [Key], separator: CSVSeparator, types: [String: CSVType]
  ) -> [Diagnostic] {
    var errors: [Diagnostic] = []
    var firsts: [String: Range<Int>] = [:]
    for (position, key) in keys.enumerated() {
      if key.name.isEmpty {
        errors.append(
          .error(
            "csv.header", "column \(position + 1) has no name in the header",
            at: SourceLocation(source, key.range), hints: ["the first line names every column"]))
      } else if let first = firsts[key.name] {
        errors.append(
          .error(
            "csv.duplicate-column", "the column \"\(key.name)\" stands twice in the header",
            at: SourceLocation(source, key.range),
            notes: [Diagnostic.Note("the first one", at: SourceLocation(source, first))],
            hints: ["rename one of them"]))
      } else {
        firsts[key.name] = key.range
      }
    }
    if let key = keys.first, keys.count == 1, let other = otherSeparator(in: key.name, separator) {
      errors.append(
        .error(
          "csv.separator", "the header has \(other) where \(separator.name) is expected",
          at: SourceLocation(source, key.range),
          hints: ["separate by commas in a .csv file, by tabs in a .tsv file"]))
    }
    for name in types.keys.sorted() where firsts[name] == nil {
      errors.append(
        .error(
          "csv.unknown-column", "a type is declared for \"\(name)\", which is no column here",
          at: SourceLocation(source), hints: Suggestion.hints(for: name, in: keys.map(\.name))))
    }
    return errors
  }

  /// What seems to separate the cells of a header that has but one.
  private func otherSeparator(in name: String, _ separator: CSVSeparator) -> String? {
    if name.contains(";"), separator != .semicolon { return "semicolons" }
    return switch separator {
    case .comma: name.contains("\t") ? "tabs" : nil
    case .tab, .semicolon, .bar: name.contains(",") ? "commas" : nil
    }
  }

  private func raggedRows(width: Int) -> [Diagnostic] {
    var errors: [Diagnostic] = []
    for row in rowEnds.indices.dropFirst() where rowEnds[row] - rowEnds[row - 1] != width {
      let row = cells[rowEnds[row - 1]..<rowEnds[row]]
      let location = row.count > width ? row[row.startIndex + width] : row[row.endIndex - 1]
      errors.append(
        .error(
          "csv.ragged-row",
          "this row has \(row.count) \(row.count == 1 ? "cell" : "cells"), the header has \(width)",
          at: SourceLocation(source, location.written),
          hints: row.count > width ? ["put a cell that holds the separator in quotes"] : []))
    }
    return errors
  }

  private func mismatches(column: Int, keys: [Key], type: CSVType) -> [Diagnostic] {
    var errors: [Diagnostic] = []
    for index in stride(from: keys.count + column, to: cells.count, by: keys.count) {
      let cell = cells[index]
      let fits =
        switch type {
        case .text: true
        case .number: isNumber(cell)
        case .boolean: boolean(cell) != nil
        }
      if cell.range.isEmpty || fits { continue }
      errors.append(
        .error(
          "csv.type",
          "\"\(text(of: cell))\" is not \(type.name), as column \"\(keys[column].name)\" demands",
          at: SourceLocation(source, cell.written),
          hints: type == .number
            ? ["a number looks like -12.5, without separators of thousands"] : []))
    }
    return errors
  }
}
