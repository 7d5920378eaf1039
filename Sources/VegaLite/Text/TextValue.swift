import Diagnostics
import Formats
import Inputs
import Tables

/// The text of a text mark for each row.
struct TextValue {
  private let text: RowValue<[String]>

  init(frame: UnitFrame) {
    guard let definition = frame.encoding[.text] else {
      text = Self.property(frame)
      return
    }
    let conditions = definition.conditions.map { ($0.test, Self.main($0.definition, frame)) }
    let rest = Self.main(definition, frame) ?? Self.property(frame)
    let (rows, run) = (frame.rows, frame.run)
    text = { row in
      for (test, value) in conditions where run.holds(test, rows, row) { return value?(row) ?? [] }
      return rest(row)
    }
  }

  func lines(_ row: Int) -> [String] { text(row) }

  private static func property(_ frame: UnitFrame) -> RowValue<[String]> {
    guard let value = frame.mark.properties.property("text") else { return { _ in [] } }
    let (rows, run) = (frame.rows, frame.run)
    return { value.evaluate(rows, $0, run).map { Properties.lines($0) } ?? [] }
  }

  private static func main(
    _ definition: ChannelDefinition, _ frame: UnitFrame
  ) -> RowValue<[String]>? {
    if definition.isFieldOrDatum {
      guard let cells = VisualEncoder(frame: frame).cells(definition) else { return nil }
      let formatter = ValueFormatter(definition: definition, run: frame.run)
      if definition.isBinning, !definition.type.isDiscrete {
        let ends = frame.rows.cells(definition.endColumn)
        return { row in
          cells(row).isValid
            ? ["\(formatter.number(cells(row))) – \(formatter.number(ends[row]))"] : ["null"]
        }
      }
      return { row in
        if let items = cells(row).list { return items.map(formatter.text) }
        return Properties.lines(.string(formatter.text(cells(row))))
      }
    }
    guard let value = definition.value else { return nil }
    let (rows, run) = (frame.rows, frame.run)
    return { value.evaluate(rows, $0, run).map { Properties.lines($0) } ?? [] }
  }
}
