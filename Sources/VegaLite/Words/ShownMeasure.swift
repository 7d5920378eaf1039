import Formats
import Inputs
import Tables

/// Layers that show the same measure, and what its values are told apart by.
struct ShownMeasure {
  /// The layers; the rows of several are never the same.
  var units: [UnitNode]
  let value: ChannelDefinition
  /// The channel that says what is measured, such as the bars' axis.
  let name: ChannelDefinition?
  /// The fields around the view that its cells are told apart by.
  let facets: [ChannelDefinition]

  init?(_ unit: UnitNode, facets: [ChannelDefinition]) {
    guard let (value, name) = Self.channels(unit) else { return nil }
    units = [unit]
    self.value = value
    self.name = name
    self.facets = facets
  }

  /// The channel that measures, and the one that says of what.
  private static func channels(
    _ unit: UnitNode
  ) -> (value: ChannelDefinition, name: ChannelDefinition?)? {
    guard !unit.isRanged else { return nil }
    let encoding = unit.unit.encoding
    let order: [(Channel, Channel)] =
      unit.unit.mark.orientation == .horizontal
      ? [(.x, .y), (.y, .x), (.theta, .color)] : [(.y, .x), (.x, .y), (.theta, .color)]
    for (channel, other) in order {
      guard let value = encoding[channel], value.isField, value.isUnbinnedQuantitative else {
        continue
      }
      let name = encoding.scaled(other).flatMap { $0.isField ? $0 : nil }
      return (value, name)
    }
    return nil
  }

  /// The measures of a view's layers, in order; a layer that shows the rows of another anew, such as the points of a line,
  /// adds nothing.
  static func all(in units: [UnitNode], facets: [ChannelDefinition]) -> [ShownMeasure] {
    var result: [ShownMeasure] = []
    for unit in units where !unit.isHelper {
      guard let measure = ShownMeasure(unit, facets: facets) else { continue }
      guard let place = result.firstIndex(where: { $0.value.column == measure.value.column })
      else {
        result.append(measure)
        continue
      }
      if !result[place].units.contains(where: { $0.shows(unit, measure.value.channel) }) {
        result[place].units.append(unit)
      }
    }
    return result
  }

  // MARK: Series

  private static let dividing: [Channel] = [
    .color, .fill, .stroke, .opacity, .fillOpacity, .strokeOpacity, .strokeWidth, .strokeDash,
    .size, .angle, .shape, .detail, .key, .xOffset, .yOffset,
  ]

  /// What divides the rows of a layer beside the axis that names them.
  private func divisions(_ unit: UnitNode) -> [ChannelDefinition] {
    var result: [ChannelDefinition] = []
    for channel in Self.dividing {
      for definition in unit.unit.encoding.all(channel).compactMap(\.scaled) {
        guard definition.isField, definition.aggregate == nil,
          definition.type.isDiscrete || unit.unit.mark.type.isPath,
          definition.column != value.column, definition.column != name?.column,
          !facets.contains(where: { $0.column == definition.column }),
          !result.contains(where: { $0.column == definition.column })
        else { continue }
        result.append(definition)
      }
    }
    return result
  }

  /// A value and what it belongs to.
  struct Point {
    var value: Datum
    /// Where along the axis that names it, in its own order.
    var place: Double
    /// Equal for what one line would join, in whichever cell of a facet, and in this one.
    var series: Int
    var seriesInCell: Int
    fileprivate var unit: Int
    fileprivate var row: Int
  }

  func points() -> [Point] {
    var numbers = SeriesNumbers()
    var result: [Point] = []
    for (index, unit) in units.enumerated() {
      let rows = unit.data.marks
      let cells = rows.cells(value.column)
      let places = name.map { rows.cells($0.column) }
      let series = divisions(unit).map { rows.cells($0.column) }
      let around = facets.filter { rows.has($0.column) }.map { rows.cells($0.column) }
      for row in 0..<rows.count where cells[row].isValid && cells[row].asNumber.isFinite {
        var number = numbers.number(of: .number(Double(index)), in: nil)
        for column in series { number = numbers.number(of: column[row], in: number) }
        let own = number
        for column in around { number = numbers.number(of: column[row], in: number) }
        result.append(
          Point(
            value: cells[row], place: places?[row].asNumber ?? .nan, series: own,
            seriesInCell: number, unit: index, row: row))
      }
    }
    return result
  }

  /// What tells a value from the others, the nearest first.
  func names(of point: Point, _ run: ChartRun) -> [String] {
    let unit = units[point.unit]
    let rows = unit.data.marks
    // A measure against a measure has no names.
    let own = name.flatMap { $0.isUnbinnedQuantitative ? nil : $0 }
    let around = facets.filter { rows.has($0.column) && $0.column != own?.column }
    let fields = [own].compactMap { $0 } + divisions(unit) + around
    let constants =
      units.count > 1
      ? Self.dividing.compactMap { unit.unit.encoding[$0]?.datum?.evaluate(run)?.asText } : []
    return fields.map { NamedValues($0, rows, run).text(point.row) } + constants
  }
}

/// Numbers what rows are told apart by, one field after the other.
private struct SeriesNumbers {
  private struct Key: Hashable {
    var outer: Int?
    var value: Datum
  }

  private var numbers: [Key: Int] = [:]

  mutating func number(of value: Datum, in outer: Int?) -> Int {
    let key = Key(outer: outer, value: value)
    if let known = numbers[key] { return known }
    numbers[key] = numbers.count
    return numbers.count - 1
  }
}

/// The values of a field as a sentence names them.
private struct NamedValues {
  private let formatter: ValueFormatter
  private let cells: [Datum]
  private let ends: [Datum]?

  init(_ definition: ChannelDefinition, _ rows: Frame, _ run: ChartRun) {
    formatter = ValueFormatter(definition: definition, run: run)
    cells = rows.cells(definition.column)
    ends =
      definition.isBinning && rows.has(definition.endColumn)
      ? rows.cells(definition.endColumn) : nil
  }

  func text(_ row: Int) -> String {
    guard let ends, cells[row].isValid else { return formatter.text(cells[row]) }
    return "\(formatter.text(cells[row])) – \(formatter.text(ends[row]))"
  }
}

extension UnitNode {
  /// Rules and labels accompany what a view is about.
  var isHelper: Bool { unit.mark.type == .rule || unit.mark.type == .text }

  /// Whether its marks reach from one value to another, so that neither is the one they show.
  var isRanged: Bool {
    [Channel.x2, .y2].contains { unit.encoding[$0]?.isField ?? false }
  }

  /// Whether another layer shows the same rows.
  fileprivate func shows(_ other: UnitNode, _ channel: Channel) -> Bool {
    guard let mine = parts[channel]?.sourceID else { return false }
    return mine == other.parts[channel]?.sourceID
  }
}
