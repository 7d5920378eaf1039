import Formats
import Tables

/// One of the ways `format.parse` reads a column.
enum ColumnParser {
  case number, boolean, string, date
  case format(TimeFormat)

  init?(_ text: String) {
    switch text {
    case "number", "integer": self = .number
    case "boolean": self = .boolean
    case "string": self = .string
    case "date": self = .date
    default:
      guard let colon = text.firstIndex(of: ":"), ["date", "utc"].contains(text[..<colon]) else {
        return nil
      }
      let specifier = text[text.index(after: colon)...].filter { $0 != "'" && $0 != "\"" }
      guard let format = try? TimeFormat(String(specifier)) else { return nil }
      self = .format(format)
    }
  }

  func parse(_ cell: Datum) -> Datum {
    if cell.isNull || cell.string == "" { return .null }
    switch self {
    case .number: return .number(cell.asNumber)
    case .boolean: return .bool(cell.asBool && cell.string != "false" && cell.string != "0")
    case .string: return .string(cell.asText)
    case .date: return Dates.date(cell)
    case .format(let format):
      return format.moment(from: cell.asText).map { .date(Double($0.milliseconds)) } ?? .null
    }
  }
}

/// Dates of data.
enum Dates {
  /// The date a cell holds or reads as; NaN for one that doesn't.
  static func date(_ cell: Datum) -> Datum {
    switch cell {
    case .null, .string(""): .null
    case .date: cell
    case .string(let text): DateText.milliseconds(text).map { .date($0) } ?? .date(.nan)
    case .bool, .number, .list, .record: .date(cell.asNumber)
    }
  }
}
