import Diagnostics
import Inputs

/// The rows of a CSV or TSV file as objects.
///
/// A column's type depends on all of its cells, so the file is read twice: once for the types, once for the rows.
struct CSVRecords: RecordReader {
  private let header: CSVRow
  private let types: [String: CSVType]
  private let separator: CSVSeparator
  private let limits: Limits
  private let name: String
  private var rows: CSVRows

  /// - Parameter declared: The types that the report declares for columns.
  init(
    path: String, separator: CSVSeparator, declared: [String: CSVType], limits: Limits
  ) throws(DiagnosticError) {
    name = path
    self.separator = separator
    self.limits = limits
    var first = try CSVRows(path: path, limits: limits)
    guard let header = try first.next(), header.byteCount == header.bytes.count else {
      throw DiagnosticError(
        .error(
          "csv.empty", "there is nothing to read, where a header line is expected",
          at: SourceLocation(file: path)))
    }
    self.header = header
    // What is wrong with the header is said once, not for each row.
    _ = try CSVReader.read(
      header.source(path), separator: separator, types: declared, limits: limits)
    var types = ColumnTypes()
    while let row = try first.next() {
      if let read = try? header.read(row, path, separator, types: [:], limits) { types.add(read) }
    }
    self.types = types.types.merging(declared) { _, declared in declared }
    rows = try CSVRows(path: path, limits: limits)
    _ = try rows.next()
  }

  var progress: Double? { rows.progress }

  mutating func next() throws(DiagnosticError) -> RecordStep {
    guard let row = try rows.next() else { return .end }
    let start = LineColumn(line: row.line, column: 1)
    guard row.byteCount == row.bytes.count else {
      let fault = limits.longRecord(row.byteCount, in: name, at: start)
      return .record(FoundRecord(source: name, start: start, content: .failure(fault)))
    }
    let content = Result { () throws(DiagnosticError) in
      let object = try header.read(row, name, separator, types: types, limits)
      return FoundRecord.Content(
        bytes: Array(JSONWriter.compact(object).utf8), isVerbatim: false)
    }
    return .record(FoundRecord(source: name, start: start, content: content))
  }
}

/// The types that the cells of each column agree on so far.
private struct ColumnTypes {
  private var found: [String: CSVType] = [:]

  mutating func add(_ row: Value) {
    for member in row.object?.members ?? [] {
      let type: CSVType
      switch member.value.kind {
      case .number: type = .number
      case .bool: type = .boolean
      case .string: type = .text
      case .null, .array, .object: continue
      }
      let known = found[member.key] ?? type
      found[member.key] = known == type ? type : .text
    }
  }

  /// A column without any cell is one of texts, as CSV that is read at once has it.
  var types: [String: CSVType] { found }
}

/// The bytes of a row, which may go over several lines.
private struct CSVRow {
  var bytes: [UInt8]
  /// Of the whole row, of which the bytes may be only the beginning.
  var byteCount: Int
  /// Where it begins.
  var line: Int
  var lineCount: Int

  /// The header by itself.
  func source(_ name: String) -> Source { Source(name: name, bytes: bytes) }

  /// A row under this header, its places those of the file.
  func read(
    _ row: CSVRow, _ name: String, _ separator: CSVSeparator, types: [String: CSVType],
    _ limits: Limits
  ) throws(DiagnosticError) -> Value {
    let source = Source(
      name: name, bytes: bytes + [0x0A] + row.bytes,
      start: LineColumn(line: row.line - lineCount, column: 1))
    let rows = try CSVReader.read(source, separator: separator, types: types, limits: limits)
    return rows.array?.first ?? .object([])
  }
}

/// Cuts CSV into rows: a line ends one where all quotes are closed.
private struct CSVRows {
  private let name: String
  private let stream: ByteStream
  private let limit: Int
  private var line = 0

  init(path: String, limits: Limits) throws(DiagnosticError) {
    name = path
    limit = limits[.recordBytes]
    do throws(ByteStream.Fault) {
      stream = try ByteStream(path: path)
    } catch {
      throw error.error(path)
    }
  }

  var progress: Double? { stream.progress }

  /// Nil behind the last row.
  mutating func next() throws(DiagnosticError) -> CSVRow? {
    var row: CSVRow?
    var isOpen = false
    while let text = try nextLine() {
      line += 1
      if row == nil, !text.bytes.contains(where: { $0 != 0x0D }) { continue }
      var whole = row ?? CSVRow(bytes: [], byteCount: 0, line: line, lineCount: 0)
      if whole.lineCount > 0 {
        whole.bytes.append(0x0A)
        whole.byteCount += 1
      }
      whole.bytes += text.bytes.prefix(max(0, limit - whole.bytes.count))
      whole.byteCount += text.byteCount
      whole.lineCount += 1
      row = whole
      for byte in text.bytes where byte == UInt8(ascii: "\"") { isOpen.toggle() }
      if !isOpen || whole.byteCount > limit { break }
    }
    // A line may end with CR and LF, of which LF is gone already (RFC 4180, 2).
    if !isOpen, row?.bytes.last == 0x0D {
      row?.bytes.removeLast()
      row?.byteCount -= 1
    }
    return row
  }

  private func nextLine() throws(DiagnosticError) -> ByteStream.Line? {
    do throws(ByteStream.Fault) {
      guard case .line(let text) = try stream.nextLine(limit: limit) else { return nil }
      return text
    } catch {
      throw error.error(name)
    }
  }
}
