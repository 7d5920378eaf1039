import Diagnostics
import Formats
import Inputs
import Tables

/// Makes columns of what channels do to their fields before any aggregate: dates, bins, time units, orders.
struct FieldPreparation {
  let fields: [ChannelDefinition]
  /// The view whose marks stand in the bands; nil for a facet, which has none.
  let unit: UnitSpec?
  let run: ChartRun

  /// The rows with those columns, and the bins by their columns; `known` are those that were cut before.
  func prepared(_ source: Frame, bins known: [String: Bins]? = nil) -> (Frame, [String: Bins]) {
    var frame = source
    refuseUnknownFields(frame)
    UnreadableCells(fields: fields, run: run).report(in: frame)
    parse(&frame)
    let bins = known ?? bin(&frame)
    cutTimes(&frame)
    indexSorts(&frame)
    return (frame, bins)
  }

  /// The rows with the bins of the channels, and the bins by their columns.
  func binned(_ source: Frame) -> (frame: Frame, bins: [String: Bins]) {
    var frame = source
    let bins = bin(&frame)
    return (frame, bins)
  }

  /// A field that no row has is a slip of the hand, where there are rows at all.
  private func refuseUnknownFields(_ frame: Frame) {
    guard frame.count > 0 else { return }
    for definition in fields {
      guard let field = definition.field, !frame.has(FieldPath(field)),
        definition.channel != .tooltip
      else { continue }
      run.findings.error(
        "chart.field", "no row has the field \"\(field)\"",
        at: definition.reader["field"].map { definition.reader.location(of: $0) },
        hints: Suggestion.hints(for: field, in: frame.names))
    }
  }

  private func parse(_ frame: inout Frame) {
    for definition in fields {
      guard let field = definition.field else { continue }
      let path = FieldPath(field)
      // The second end of an interval is of its first end's type.
      let type =
        definition.typeIsGiven
        ? definition.type : mainType(definition)
      if type == .temporal || definition.timeUnit != nil {
        frame.set(path.name, frame.cells(path).map(Dates.date))
      } else if !frame.has(path.name) {
        frame.set(path.name, frame.cells(path))
      }
    }
  }

  private func bin(_ frame: inout Frame) -> [String: Bins] {
    var bins: [String: Bins] = [:]
    for definition in fields {
      guard case .parameters(let parameters, _)? = definition.binning, let field = definition.field
      else { continue }
      let start = definition.column.name
      if bins[start] == nil {
        let transform = BinTransform(
          FieldPath(field), parameters.resolved(run.evaluation), start: start,
          end: definition.endColumn.name)
        bins[start] = transform.bins(for: frame)
        frame = transform.apply(to: frame)
      }
      if definition.type.isDiscrete {
        frame.set(definition.rangeColumn.name, ranges(frame, definition))
      }
    }
    return bins
  }

  /// The texts of bins: `10 – 20`.
  private func ranges(_ frame: Frame, _ definition: ChannelDefinition) -> [Datum] {
    let guide = definition.axis ?? definition.legend
    let specifier =
      guide?["format"]?.value.string ?? run.configuration.value("numberFormat")?.value.string ?? ""
    let format = try? NumberFormat(specifier)
    func text(_ cell: Datum) -> String {
      format?.string(cell.asNumber, locale: run.evaluation.numberLocale) ?? cell.asText
    }
    return zip(frame.cells(definition.column), frame.cells(definition.endColumn)).map {
      $0.isValid ? .string("\(text($0)) – \(text($1))") : "null"
    }
  }

  private func cutTimes(_ frame: inout Frame) {
    for definition in fields {
      guard let unit = definition.timeUnit, let field = definition.field else { continue }
      let start = definition.column.name
      if unit.isBinned {
        // Only marks with a width, or shifted ones, look at where a band ends.
        let share = bandPosition(definition) ?? 0
        guard isRectangular || share != 0 else { continue }
        frame.set(
          definition.endColumn.name,
          frame.cells(definition.column).map { cell in
            cell.double.flatMap(unit.end).map { .date($0) } ?? .null
          })
      } else {
        frame = TimeUnitTransform(
          FieldPath(field), unit, start: start, end: definition.endColumn.name
        ).apply(to: frame)
      }
      shiftBands(&frame, definition, unit)
    }
  }

  /// A rectangle whose time isn't the middle of its band gets the bounds of the shifted band.
  private func shiftBands(
    _ frame: inout Frame, _ definition: ChannelDefinition, _ unit: TimeUnit
  ) {
    guard isRectangular, definition.channel.isXY,
      let position = bandPosition(definition), position != 0.5
    else { return }
    let share = position + 0.5
    let starts = frame.cells(definition.column)
    let ends = frame.cells(definition.endColumn)
    func mix(_ a: Double?, _ b: Double?) -> Datum {
      guard let a, let b else { return .null }
      return .date((1 - share) * a + share * b)
    }
    frame.set(
      definition.offsetStart.name,
      starts.map { mix($0.double.flatMap { unit.offset($0, by: -unit.step) }, $0.double) })
    frame.set(definition.offsetEnd.name, zip(starts, ends).map { mix($0.double, $1.double) })
  }

  private func indexSorts(_ frame: inout Frame) {
    for definition in fields {
      guard case .values(let values)? = definition.sort else { continue }
      var places: [Datum: Int] = [:]
      for (place, value) in values.enumerated() where places[value] == nil { places[value] = place }
      let cells = frame.cells(definition.field.map { FieldPath($0) } ?? definition.column)
      frame.set(
        definition.sortColumn.name,
        cells.map { cell in
          .number(Double(places[sortKey(cell, definition)] ?? values.count))
        })
    }
  }

  /// Dates are listed by the names or numbers of their unit.
  private func sortKey(_ cell: Datum, _ definition: ChannelDefinition) -> Datum {
    guard let unit = definition.timeUnit, let time = cell.double,
      let moment = CivilDateTime(milliseconds: time), unit.parts.count == 1,
      case .values(let values)? = definition.sort
    else { return cell }
    let locale = TimeLocale.english
    switch unit.finest {
    case .month:
      let month = moment.date.month - 1
      return values.first { value in
        value.string.map { Self.names(locale.months[month], $0) }
          ?? (value.double == Double(month + 1))
      } ?? cell
    case .day:
      let day = moment.date.weekday.rawValue
      return values.first { value in
        value.string.map { Self.names(locale.days[day], $0) }
          ?? (value.double.map { $0.truncatingRemainder(dividingBy: 7) } == Double(day))
      } ?? cell
    default: return cell
    }
  }

  private static func names(_ name: String, _ text: String) -> Bool {
    text.count >= 3 && name.lowercased().hasPrefix(text.lowercased())
  }

  private var isRectangular: Bool { unit?.mark.type.isRectangular ?? false }

  private func bandPosition(_ definition: ChannelDefinition) -> Double? {
    unit.flatMap { BandRules($0).position(definition, definition.channel) }
  }

  /// The type of an interval's first end.
  private func mainType(_ definition: ChannelDefinition) -> FieldType {
    unit?.encoding[definition.channel.main]?.type ?? definition.type
  }
}
