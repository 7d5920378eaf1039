import Diagnostics
import Formats
import Inputs
import Tables

/// Makes of a view's rows what its encoding asks for: bins, time units, aggregates, stacks.
struct UnitPipeline {
  let unit: UnitSpec
  let stack: StackPlan?
  /// Fields that split the view into parts: they split groups too.
  let facets: [String]
  let run: ChartRun

  private var encoding: Encoding { unit.encoding }

  /// The rows with the bins of the encoding, and the bins by their columns.
  func binned(_ source: Frame) -> (frame: Frame, bins: [String: Bins]) {
    var frame = source
    let bins = bin(&frame)
    return (frame, bins)
  }

  /// The rows at each stage; `bins` are those that were cut before.
  func data(from source: Frame, bins known: [String: Bins]?) -> UnitData {
    var frame = source
    refuseUnknownFields(frame)
    parse(&frame)
    let bins = known ?? bin(&frame)
    cutTimes(&frame)
    indexSorts(&frame)
    let raw = frame
    if encoding.isAggregate { frame = aggregated(frame) }
    frame = imputed(frame)
    if let stack { frame = stacked(frame, stack) }
    let mode = InvalidData(unit.mark)
    let valid = frame.selecting(validRows(frame))
    return UnitData(
      raw: raw, marks: mode.marksKeep(isPath: unit.mark.type.isPath) ? frame : valid,
      scales: mode.scalesKeep ? frame : valid, bins: bins)
  }

  /// A field that no row has is a slip of the hand, where there are rows at all.
  private func refuseUnknownFields(_ frame: Frame) {
    guard frame.count > 0 else { return }
    for definition in encoding.fields {
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
    for definition in encoding.fields {
      guard let field = definition.field else { continue }
      let path = FieldPath(field)
      // The second end of an interval is of its first end's type.
      let type =
        definition.typeIsGiven
        ? definition.type : encoding[definition.channel.main]?.type ?? definition.type
      if type == .temporal || definition.timeUnit != nil {
        frame.set(path.name, frame.cells(path).map(Dates.date))
      } else if !frame.has(path.name) {
        frame.set(path.name, frame.cells(path))
      }
    }
  }

  private func bin(_ frame: inout Frame) -> [String: Bins] {
    var bins: [String: Bins] = [:]
    for definition in encoding.fields {
      guard case .parameters(let parameters, _)? = definition.binning, let field = definition.field
      else { continue }
      let start = definition.column.name
      if bins[start] == nil {
        let transform = BinTransform(
          FieldPath(field), parameters, start: start, end: definition.endColumn.name)
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
    for definition in encoding.fields {
      guard let unit = definition.timeUnit, let field = definition.field else { continue }
      let start = definition.column.name
      if unit.isBinned {
        // Only marks with a width, or shifted ones, look at where a band ends.
        let share = BandRules(self.unit).position(definition, definition.channel) ?? 0
        guard self.unit.mark.type.isRectangular || share != 0 else { continue }
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
    guard self.unit.mark.type.isRectangular, definition.channel.isXY,
      let position = BandRules(self.unit).position(definition, definition.channel), position != 0.5
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
    for definition in encoding.fields {
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

  private func aggregated(_ frame: Frame) -> Frame {
    var groupBy: [String] = []
    var measures: [AggregateTransform.Measure] = []
    func group(by path: FieldPath) {
      if frame.has(path.name), !groupBy.contains(path.name) { groupBy.append(path.name) }
    }
    func measure(_ item: AggregateTransform.Measure) {
      if !measures.contains(where: { $0.name == item.name }) { measures.append(item) }
    }
    for definition in encoding.fields {
      let field = definition.field.map { FieldPath($0) }
      switch definition.aggregate {
      case .operation(let operation, let parameter):
        measure(.init(operation, of: field, as: definition.column.name, parameter: parameter))
        if definition.scale?.value["domain"]?.string == "unaggregated", let field {
          measure(.init(.min, of: field, as: "min_\(field.name)"))
          measure(.init(.max, of: field, as: "max_\(field.name)"))
        }
      case .argmin(let other):
        measure(.init(.argmin, of: FieldPath(other), as: definition.aggregateColumn))
      case .argmax(let other):
        measure(.init(.argmax, of: FieldPath(other), as: definition.aggregateColumn))
      case nil:
        group(by: definition.column)
        if definition.isBinning || definition.timeUnit != nil {
          group(by: definition.endColumn)
          group(by: definition.rangeColumn)
          group(by: definition.offsetStart)
          group(by: definition.offsetEnd)
        }
        if case .values? = definition.sort { group(by: definition.sortColumn) }
        if let field = definition.scale?.value["range"]?["field"]?.string {
          group(by: FieldPath(field))
        }
      }
    }
    for facet in facets { group(by: FieldPath(column: facet)) }
    return AggregateTransform(measures: measures, groupBy: groupBy.map(Self.escaped))
      .apply(to: frame)
  }

  /// A column's name as a field that means just that column.
  private static func escaped(_ name: String) -> String {
    name.replacing("\\", with: "\\\\").replacing(".", with: "\\.").replacing("[", with: "\\[")
  }

  /// `impute` of x or y.
  private func imputed(_ frame: Frame) -> Frame {
    for (channel, other) in [(Channel.x, Channel.y), (.y, .x)] {
      guard let definition = encoding[channel], let key = encoding[other], definition.isField,
        key.isField, let impute = definition.reader.object("impute")
      else { continue }
      impute.check(known: ["frame", "keyvals", "method", "value"], in: "impute")
      let reader = TransformReader(run.findings) { _ in nil }
      let bounds = impute.array("frame")?.map {
        $0.double.map { Int(min($0.magnitude, 1e9)) }
      }
      return ImputeTransform(
        definition.column, key: key.column, keyValues: reader.keyValues(impute),
        groupBy: PathGrouping(unit).columns.map(Self.escaped) + facets.map(Self.escaped),
        method: impute.word("method") ?? .value,
        value: impute.value["value"].map { Datum($0) } ?? 0,
        frame: bounds.map { $0.count == 2 ? ($0[0], $0[1]) : (nil, nil) } ?? (nil, nil)
      ).apply(to: frame)
    }
    return frame
  }

  private func stacked(_ source: Frame, _ stack: StackPlan) -> Frame {
    guard let definition = encoding[stack.channel] else { return source }
    var frame = source
    let dimensions = stack.groupBy.compactMap { encoding[$0] }
    let facets = facets.map(Self.escaped)
    let divided = stack.stackBy.map(\.column.name).map(Self.escaped)
    var groupBy: [String] = []
    for dimension in dimensions {
      if stack.imputes {
        if dimension.isBinning { setMiddles(&frame, dimension) }
        let key = dimension.isBinning ? dimension.middleColumn : dimension.column
        frame = ImputeTransform(
          definition.column, key: key, groupBy: divided + facets, value: 0
        ).apply(to: frame)
        groupBy.append(key.name)
      } else {
        groupBy.append(dimension.column.name)
        if dimension.isBinning { groupBy.append(dimension.endColumn.name) }
      }
    }
    let order = ColorOrder(unit)
    order?.setIndex(&frame)
    return StackTransform(
      definition.column, groupBy: groupBy.map(Self.escaped) + facets,
      sort: order?.sort ?? stackOrder(stack), offset: stack.offset,
      start: definition.stackStart.name,
      end: definition.stackEnd.name
    ).apply(to: frame)
  }

  private func setMiddles(_ frame: inout Frame, _ dimension: ChannelDefinition) {
    let share = dimension.bandPosition ?? 0.5
    frame.set(
      dimension.middleColumn.name,
      zip(frame.cells(dimension.column), frame.cells(dimension.endColumn)).map { start, end in
        start.isValid ? .number(share * start.asNumber + (1 - share) * end.asNumber) : start
      })
  }

  private func stackOrder(_ stack: StackPlan) -> [SortField] {
    let order = encoding.all(.order)
    if order.contains(where: \.isField) {
      return order.filter(\.isField).map {
        SortField($0.column, descending: $0.sort == .descending)
      }
    }
    let descending = order.first?.sort.map { $0 == .descending } ?? (stack.channel == .y)
    var seen: Set<String> = []
    return stack.stackBy.compactMap { item in
      seen.insert(item.column.name).inserted
        ? SortField(item.column, descending: descending) : nil
    }
  }

  /// The rows whose values all continuous scales can place.
  private func validRows(_ frame: Frame) -> [Int] {
    let checked = encoding.channels.filter(\.hasScale).compactMap { channel -> [Datum]? in
      guard let definition = encoding.scaled(channel), definition.isField, definition.hasScale,
        definition.aggregate?.counts != true,
        definition.type == .quantitative || definition.type == .temporal,
        !ScaleRules(unit: unit, run: run).type(channel, definition).isDiscrete,
        run.configuration.value("scale")?["invalid"]?[channel.rawValue] == nil
      else { return nil }
      return frame.cells(definition.column)
    }
    guard !checked.isEmpty else { return Array(0..<frame.count) }
    return (0..<frame.count).filter { row in
      checked.allSatisfy { $0[row].isValid && $0[row].asNumber.isFinite }
    }
  }
}
