import Tables

/// A value for each row.
typealias RowValue<T> = (Int) -> T

/// A channel's or property's value for each row: what the first condition that holds gives, else the rest.
struct VisualEncoder {
  let frame: UnitFrame

  /// What a channel shows for each row, through its scale; nil where the channel isn't encoded.
  ///
  /// A row that no condition holds for, of a channel without a value of its own, gives nil.
  func output(_ channel: Channel) -> RowValue<ScaleOutput?>? {
    guard let definition = frame.encoding[channel] else { return nil }
    let conditions = definition.conditions.map { ($0.test, main($0.definition, channel)) }
    let rest = main(definition, channel)
    if conditions.isEmpty { return rest }
    let (rows, run) = (frame.rows, frame.run)
    return { row in
      for (test, value) in conditions where run.holds(test, rows, row) { return value?(row) }
      return rest?(row)
    }
  }

  private func main(
    _ definition: ChannelDefinition, _ channel: Channel
  ) -> RowValue<ScaleOutput?>? {
    let (rows, run) = (frame.rows, frame.run)
    if definition.isFieldOrDatum {
      guard let cells = cells(definition) else { return nil }
      if definition.hasScale, let scale = frame.scales[channel] {
        let cells = middles(definition, scale) ?? cells
        if let standIn = InvalidOutput(frame, channel, definition, scale) {
          return { cells($0).isValid ? scale.output(cells($0)) : standIn.output }
        }
        // A colour for no value of the scale is no colour, not the mark's own.
        return { row in
          scale.output(cells(row))
            ?? (channel.isColor && scale.leavesOut(cells(row)) ? .color(nil) : nil)
        }
      }
      return { Self.unscaled(cells($0), channel, run) }
    }
    guard let value = definition.value else { return nil }
    if value.isConstant, let datum = value.evaluate(run) {
      let output = Self.unscaled(datum, channel, run)
      return { _ in output }
    }
    return { row in
      value.evaluate(rows, row, run).flatMap { Self.unscaled($0, channel, run) }
    }
  }

  /// Where in its bin or time unit a value lies on a continuous scale.
  private func middles(_ definition: ChannelDefinition, _ scale: Scale) -> RowValue<Datum>? {
    guard scale.type.isContinuous,
      definition.isBinning || definition.timeUnit != nil && definition.type == .temporal,
      let share = BandRules(frame.unit).position(definition, definition.channel), share != 0
    else { return nil }
    let (starts, ends) = (
      frame.rows.cells(definition.column), frame.rows.cells(definition.endColumn)
    )
    return { row in
      guard starts[row].isValid, ends[row].isValid else { return starts[row] }
      return .number((1 - share) * starts[row].asNumber + share * ends[row].asNumber)
    }
  }

  /// The data of a definition for each row.
  func cells(_ definition: ChannelDefinition) -> RowValue<Datum>? {
    if let datum = definition.datum {
      let value = datum.evaluate(frame.run) ?? .null
      return { _ in value }
    }
    guard definition.isField else { return nil }
    var path = definition.column
    if definition.isBinning, definition.type.isDiscrete { path = definition.rangeColumn }
    let cells = frame.rows.cells(path)
    return { cells[$0] }
  }

  static func unscaled(_ datum: Datum, _ channel: Channel, _ run: ChartRun) -> ScaleOutput? {
    if channel.isColor { return run.color(datum).map { .color($0) } }
    if let list = datum.list { return .dash(list.map(\.asNumber)) }
    if let number = datum.double { return .number(number) }
    return datum.isNull ? nil : .text(datum.asText)
  }

  /// A number for each row: the channel's, else the mark's property, else a standard; `unlisted` is for values that a
  /// listed domain doesn't hold.
  func number(
    _ channel: Channel, property: String? = nil, standard: Double, unlisted: Double? = nil
  ) -> RowValue<Double> {
    let fallback = property.map { self.property($0, standard: standard) } ?? { _ in standard }
    guard let output = output(channel) else { return fallback }
    let isLeftOut = leftOut(channel)
    return { row in
      if case .number(let number)? = output(row) { return number }
      if let unlisted, isLeftOut(row) { return unlisted }
      return fallback(row)
    }
  }

  /// Whether a row's value isn't among those that the scale of a channel lists.
  private func leftOut(_ channel: Channel) -> RowValue<Bool> {
    guard let definition = frame.encoding[channel], definition.isFieldOrDatum,
      definition.hasScale, let scale = frame.scales[channel], let cells = cells(definition)
    else { return { _ in false } }
    return { scale.leavesOut(cells($0)) }
  }

  /// A property of the mark that may be computed for each row.
  func property(_ key: String, standard: Double) -> RowValue<Double> {
    guard let value = frame.mark.properties.property(key) else { return { _ in standard } }
    let (rows, run) = (frame.rows, frame.run)
    if value.isConstant {
      let number = frame.mark.properties.number(key) ?? standard
      return { _ in number }
    }
    return { row in
      let number = value.evaluate(rows, row, run)?.asNumber ?? standard
      return number.isFinite ? number : standard
    }
  }
}
