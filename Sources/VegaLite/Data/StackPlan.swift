import Inputs
import Tables

/// Which channel of a view is stacked, over what, and how.
struct StackPlan {
  var channel: Channel
  /// Channels whose values a stack belongs to.
  var groupBy: [Channel]
  /// Channels that divide a stack.
  var stackBy: [ChannelDefinition]
  var offset: StackTransform.Offset
  /// Whether missing values are filled with zero, so that areas meet.
  var imputes: Bool

  /// The plan of a view, or nil where nothing is stacked, after Vega-Lite's rules.
  init?(_ unit: UnitSpec) {
    let (mark, encoding) = (unit.mark, unit.encoding)
    switch mark.type {
    case .arc, .bar, .area, .rule, .point, .circle, .square, .line, .text, .tick: break
    case .rect, .image, .trail, .geoshape: return nil
    }
    guard
      let channel = Self.stackable(mark, encoding, .x) ?? Self.stackable(mark, encoding, .theta),
      let definition = encoding[channel], let across = channel.across
    else { return nil }
    if definition.stacking == nil, encoding[across] == nil, encoding.hasQuantitativeOffset(across) {
      return nil
    }
    var groupBy: [Channel] = []
    var groupFields: Set<String> = []
    for other in [across, across.offset].compactMap({ $0 }) {
      if let item = encoding[other], item.isField, item.column != definition.column {
        groupBy.append(other)
        groupFields.insert(item.column.name)
      }
    }
    let stackBy = Channel.dividing.flatMap { dividing in
      encoding.all(dividing).compactMap { $0.scaled }.filter { item in
        item.isField && item.aggregate == nil && !groupFields.contains(item.column.name)
      }
    }
    let standard: StackTransform.Offset? =
      mark.type == .bar || mark.type == .area || mark.type == .arc ? .zero : nil
    let offset: StackTransform.Offset?
    switch definition.stacking {
    case .offset(let given): offset = given
    case .off: offset = nil
    case nil: offset = standard
    }
    guard let offset, !(encoding.isAggregate && stackBy.isEmpty),
      channel.secondary.map({ !encoding.hasFieldOrDatum($0) }) ?? true
    else { return nil }
    self.channel = channel
    self.groupBy = groupBy
    self.stackBy = stackBy
    self.offset = offset
    imputes = mark.type.isPath && !(definition.reader.value["impute"]?.isNull ?? false)
  }

  /// The one of two dimensions that can be stacked: a measure, and of two measures the one asked for or aggregated.
  private static func stackable(
    _ mark: MarkDefinition, _ encoding: Encoding, _ first: Channel
  ) -> Channel? {
    let second: Channel = first == .x ? .y : .radius
    let a = encoding[first].flatMap { $0.isField ? $0 : nil }
    let b = encoding[second].flatMap { $0.isField ? $0 : nil }
    let isBarOrArea = first == .x && mark.type.isBarOrArea
    let aMeasures = a?.isUnbinnedQuantitative ?? false
    let bMeasures = b?.isUnbinnedQuantitative ?? false
    if let a, let b, aMeasures, bMeasures {
      if case .offset? = a.stacking { return first }
      if case .offset? = b.stacking { return second }
      if (a.aggregate != nil) != (b.aggregate != nil) { return a.aggregate != nil ? first : second }
      guard isBarOrArea else { return nil }
      return mark.orientation == .vertical ? second : mark.orientation == .horizontal ? first : nil
    }
    if aMeasures {
      return b == nil && isBarOrArea && mark.orientation == .vertical ? nil : first
    }
    if bMeasures {
      return a == nil && isBarOrArea && mark.orientation == .horizontal ? nil : second
    }
    return nil
  }
}
