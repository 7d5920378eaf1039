import Diagnostics
import Inputs
import Tables

/// Texts in fields of numbers or dates that are neither: marks of such rows are left out, which their author should know.
struct UnreadableCells {
  let fields: [ChannelDefinition]
  let run: ChartRun

  /// How dates are to be written.
  static func hint(forDatesOf field: String) -> String {
    "write dates as 2022-10-25 or 2022-10, or say how they are written: "
      + "\"format\": {\"parse\": {\(JSONWriter.compact(.string(field))): \"date:'%Y년 %m월'\"}}"
  }

  func report(in frame: Frame) {
    var seen: Set<String> = []
    for definition in fields {
      guard let field = definition.field, definition.aggregate?.counts != true else { continue }
      let path = FieldPath(field)
      let isDate = definition.type == .temporal || definition.timeUnit != nil
      guard isDate || definition.type == .quantitative, seen.insert(path.name).inserted else {
        continue
      }
      let cells = frame.cells(path)
      let unreadable = cells.filter { isDate ? Self.isNoDate($0) : Self.isNoNumber($0) }
      // Where nothing at all can be read, that is said of the column as a whole.
      guard let first = unreadable.first,
        cells.contains(where: { cell in
          !cell.isNull && cell.string != ""
            && !(isDate ? Self.isNoDate(cell) : Self.isNoNumber(cell))
        })
      else { continue }
      // A text that was to be a date is gone by now.
      let example = first.string.map { ", such as \"\($0.prefix(40))\"," } ?? ""
      run.findings.warning(
        "chart.unreadable",
        "\(unreadable.count) of \(frame.count) values of \"\(field)\" can't be read as "
          + (isDate ? "dates" : "numbers") + "\(example) and aren't drawn",
        at: definition.reader["field"].map { definition.reader.location(of: $0) },
        hints: [hint(first.string ?? "", isDate: isDate, of: field)])
    }
  }

  private static func isNoDate(_ cell: Datum) -> Bool {
    switch cell {
    case .date(let time): time.isNaN
    case .string(let text): !text.isEmpty && DateText.milliseconds(text) == nil
    case .null, .bool, .number, .list, .record: false
    }
  }

  private static func isNoNumber(_ cell: Datum) -> Bool {
    guard let text = cell.string, !text.isEmpty else { return false }
    return Datum.number(from: text).isNaN
  }

  private func hint(_ text: String, isDate: Bool, of field: String) -> String {
    if isDate { return Self.hint(forDatesOf: field) }
    if !Datum.number(from: text.filter { $0 != "," }).isNaN {
      return "write numbers without separators: \(text.filter { $0 != "," })"
    }
    return "leave a cell without a number empty, or give the field the type \"nominal\""
  }
}
