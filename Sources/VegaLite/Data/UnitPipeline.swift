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

  var preparation: FieldPreparation {
    FieldPreparation(fields: encoding.fields, unit: unit, run: run)
  }

  /// The rows at each stage; `bins` are those that were cut before.
  func data(from source: Frame, bins known: [String: Bins]?) -> UnitData {
    var (frame, bins) = preparation.prepared(source, bins: known)
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
    return AggregateTransform(measures: measures, groupBy: groupBy.map(FieldPath.escaped))
      .apply(to: frame)
  }

  /// `impute` of x or y.
  private func imputed(_ frame: Frame) -> Frame {
    for (channel, other) in [(Channel.x, Channel.y), (.y, .x)] {
      guard let definition = encoding[channel], let key = encoding[other], definition.isField,
        key.isField, let impute = definition.reader.object("impute")
      else { continue }
      impute.check(known: ["frame", "keyvals", "method", "value"], in: "impute")
      let reader = TransformReader(run.findings, limits: run.environment.limits)
      let bounds = impute.array("frame")?.map {
        $0.double.map { Int(clamping: $0.magnitude, to: 0...1_000_000_000) }
      }
      return ImputeTransform(
        definition.column, key: key.column, keyValues: reader.keyValues(impute),
        groupBy: PathGrouping(unit).columns.map(FieldPath.escaped) + facets.map(FieldPath.escaped),
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
    let facets = facets.map(FieldPath.escaped)
    let divided = stack.stackBy.map(\.column.name).map(FieldPath.escaped)
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
      definition.column, groupBy: groupBy.map(FieldPath.escaped) + facets,
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
