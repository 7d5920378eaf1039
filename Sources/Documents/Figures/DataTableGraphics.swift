import Diagnostics
import Formats
import Inputs

/// Makes the bars or sparklines of a column.
struct DataTableGraphics {
  private let column: DataTableColumn
  private let printer: HolePrinter
  /// What is read out in the place of a sparkline, with `{first}`, `{last}`, `{least}` and `{greatest}`.
  private let words: String

  init(_ column: DataTableColumn, printer: HolePrinter, words: String) {
    self.column = column
    self.printer = printer
    self.words = words
  }

  /// Where a number lies in a domain, 0 to 1.
  static func share(of number: Double, in domain: ClosedRange<Double>) -> Double {
    let width = domain.upperBound - domain.lowerBound
    guard width > 0, width.isFinite else { return 0.5 }
    return min(max((number - domain.lowerBound) / width, 0), 1)
  }

  func graphic(
    of value: Value, at place: Origin
  ) throws(DataTableCellFault) -> TableGraphic? {
    if let bars = column.bars { return try bar(bars, of: value, at: place) }
    if let lines = column.sparklines { return try sparkline(lines, of: value, at: place) }
    return nil
  }

  private func bar(
    _ bars: DataTableColumn.Bars, of value: Value, at place: Origin
  ) throws(DataTableCellFault) -> TableGraphic? {
    if value.isNull { return nil }
    guard let number = value.double, number.isFinite else {
      throw fault("a bar shows a number, and this is \(value.kindName)", at: place)
    }
    return .bar(
      TableGraphic.Bar(
        start: Self.share(of: 0, in: bars.domain), end: Self.share(of: number, in: bars.domain),
        color: number < 0 ? bars.negative : bars.color))
  }

  private func sparkline(
    _ lines: DataTableColumn.Sparklines, of value: Value, at place: Origin
  ) throws(DataTableCellFault) -> TableGraphic? {
    if value.isNull { return nil }
    guard let items = value.array else {
      throw fault("a sparkline shows a list of numbers, and this is \(value.kindName)", at: place)
    }
    if let wrong = items.firstIndex(where: { !$0.isNull && $0.double?.isFinite != true }) {
      throw fault(
        "a sparkline shows numbers, and this is \(items[wrong].kindName)",
        at: place.appending(wrong))
    }
    let numbers = items.compactMap(\.double)
    guard let least = numbers.min(), let greatest = numbers.max() else { return nil }
    let isFromZero = lines.form == .bars
    let own = (isFromZero ? min(least, 0) : least)...(isFromZero ? max(greatest, 0) : greatest)
    let domain = lines.domain ?? own
    return .sparkline(
      TableGraphic.Sparkline(
        form: lines.form, points: items.map { $0.double.map { Self.share(of: $0, in: domain) } },
        zero: Self.share(of: 0, in: domain), color: lines.color,
        alt: try alternative(items, at: place)))
  }

  private func alternative(
    _ items: [Value], at place: Origin
  ) throws(DataTableCellFault) -> String {
    let numbers = items.filter { !$0.isNull }
    let sorted = { (a: Value, b: Value) in (a.double ?? 0) < (b.double ?? 0) }
    let named = [
      ("{first}", numbers.first), ("{last}", numbers.last),
      ("{least}", numbers.min(by: sorted)), ("{greatest}", numbers.max(by: sorted)),
    ]
    var text = words
    for (name, value) in named {
      guard let value else { continue }
      do throws(FormatError) {
        let shown = try printer.value(value, from: place, format: column.format)?.text ?? ""
        text = text.replacing(name, with: shown)
      } catch {
        throw fault("a number of it can't be printed: \(error.message)", at: place)
      }
    }
    return text
  }

  private func fault(_ message: String, at place: Origin) -> DataTableCellFault {
    DataTableCellFault(
      key: .init(place: column.location),
      diagnostic: .error(
        "table.graphic", "\(message), in \"\(column.path.text)\"", at: column.location,
        notes: [place.note]))
  }
}
