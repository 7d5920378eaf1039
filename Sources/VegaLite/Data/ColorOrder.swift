import Inputs
import Tables

/// The order of a colour's own domain, which stacks and groups of bars follow where no other is given.
struct ColorOrder {
  private let definition: ChannelDefinition
  private let values: [Datum]
  private let descending: Bool

  init?(_ unit: UnitSpec) {
    guard let (definition, values) = Self.domain(unit) else { return nil }
    self.definition = definition
    self.values = values
    descending = unit.mark.orientation != .horizontal
  }

  private static func domain(_ unit: UnitSpec) -> (ChannelDefinition, [Datum])? {
    let encoding = unit.encoding
    guard !encoding.has(.order), let definition = encoding[.fill] ?? encoding[.color],
      definition.isField, definition.field != nil, definition.type == .nominal,
      let values = definition.scale?.value["domain"]?.array
    else { return nil }
    return (definition, values.map { Datum($0) })
  }

  private var column: FieldPath { FieldPath(column: "_\(definition.column.name)_sort_index") }

  var sort: [SortField] { [SortField(column, descending: descending)] }

  /// Sets the place of each row's value in the domain; −1 for one that isn't in it.
  func setIndex(_ frame: inout Frame) {
    var places: [Datum: Int] = [:]
    for (place, value) in values.enumerated() where places[value] == nil { places[value] = place }
    frame.set(
      column.name,
      frame.cells(definition.column).map { .number(Double(places[$0] ?? -1)) })
  }

  /// The view with bars beside each other in the order of the colours.
  static func sortingOffsets(of unit: UnitSpec) -> UnitSpec {
    guard let (_, values) = domain(unit) else { return unit }
    var result = unit
    for channel in [Channel.xOffset, .yOffset] {
      guard var offset = unit.encoding[channel], offset.isField, offset.sort == nil else {
        continue
      }
      offset.sort = .values(values)
      result.encoding.set(channel, [offset])
      return result
    }
    return result
  }
}
