import Diagnostics
import Tables

/// Texts in fields of numbers or dates that are neither: marks of such rows are left out, which their author should know.
struct UnreadableCells {
  let fields: [ChannelDefinition]
  let run: ChartRun

  func report(in frame: Frame) {
    var seen: Set<String> = []
    for definition in fields {
      guard let field = definition.field, definition.aggregate?.counts != true else { continue }
      let path = FieldPath(field)
      let isDate = definition.type == .temporal || definition.timeUnit != nil
      guard isDate || definition.type == .quantitative, seen.insert(path.name).inserted else {
        continue
      }
      let texts = frame.cells(path).compactMap(\.string).filter { !$0.isEmpty }
      let unreadable = texts.filter {
        isDate ? DateText.milliseconds($0) == nil : Datum.number(from: $0).isNaN
      }
      // Where nothing at all can be read, that is said of the column as a whole.
      guard let first = unreadable.first,
        frame.cells(path).contains(where: { $0.isValid && $0.string == nil })
          || unreadable.count < texts.count
      else { continue }
      run.findings.warning(
        "chart.unreadable",
        "\(unreadable.count) of \(frame.count) values of \"\(field)\" can't be read as "
          + (isDate ? "dates" : "numbers") + ", such as \"\(first.prefix(40))\", and aren't drawn",
        at: definition.reader["field"].map { definition.reader.location(of: $0) },
        hints: [hint(first, isDate: isDate)])
    }
  }

  private func hint(_ text: String, isDate: Bool) -> String {
    if isDate {
      return "write dates as 2022-10-25, or say how they are written in \"format\": {\"parse\": …}"
    }
    if !Datum.number(from: text.filter { $0 != "," }).isNaN {
      return "write numbers without separators: \(text.filter { $0 != "," })"
    }
    return "leave a cell without a number empty, or give the field the type \"nominal\""
  }
}
