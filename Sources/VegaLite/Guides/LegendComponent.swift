import Diagnostics
import Inputs
import Tables

/// A legend in the making: one or several channels that show the same field.
struct LegendComponent {
  enum Kind {
    case symbol
    case gradient
    /// A gradient in steps.
    case discrete
  }

  enum Orient: String, CaseIterable {
    case left, right, top, bottom, none
    case topLeft = "top-left"
    case topRight = "top-right"
    case bottomLeft = "bottom-left"
    case bottomRight = "bottom-right"
  }

  struct Entry {
    var channel: Channel
    var scale: Scale
    var parts: [ScaleComponent.Part]
    /// What the scale takes its domain from.
    var origins: [DomainOrigin]
  }

  var entries: [Entry]
  let run: ChartRun

  /// The entry whose scale says which values are named: sizes and shapes before colours.
  var first: Entry? {
    let order: [Channel] = [
      .size, .shape, .color, .fill, .stroke, .strokeWidth, .strokeDash, .opacity,
    ]
    for channel in order {
      if let entry = entries.first(where: { $0.channel == channel }) { return entry }
    }
    return entries.first
  }
  var definition: ChannelDefinition? { first?.parts.first?.definition }
  var mark: MarkDefinition? { first?.parts.first?.unit.mark }

  private var parts: [ScaleComponent.Part] { entries.flatMap(\.parts) }

  /// Whether the legend is switched off.
  var isDisabled: Bool {
    for part in parts {
      guard let legend = part.definition.legend else { continue }
      return legend.value.isNull || legend.value.bool == false
    }
    return Properties(run.configuration.given("legend"), run).bool("disable") ?? false
  }

  /// Whether a selection that the legend belongs to holds other values than this one.
  func isUnselected(_ value: Datum) -> Bool {
    for part in parts {
      guard let field = part.definition.field else { continue }
      for selection in part.unit.selections where selection.bindsLegend {
        guard
          selection.fields?.contains(field) ?? selection.channels?.contains(part.channel) ?? true,
          let chosen = run.selections.values(selection.name, of: FieldPath(field).name)
        else { continue }
        return !chosen.contains(value)
      }
    }
    return false
  }

  var properties: Properties {
    let own = parts.map(\.definition.legend).filter { $0?.value.object != nil }
    return Properties(own + run.configuration.given("legend"), run).over(LegendDefaults.legend)
  }

  var title: [String]? {
    GuideTitle(
      parts.map { ([$0.definition], $0.definition.legend) },
      configured: Properties(run.configuration.given("legend"), run), run: run
    ).lines
  }

  func kind(_ properties: Properties) -> Kind {
    guard let first, entries.count == 1, first.channel.isColor else { return .symbol }
    let given = properties.string("type")
    // A ramp shows one colour at a place: marks that are filled and marks that are outlined need symbols.
    let fills = Set(first.parts.map { $0.unit.mark.isFilled && $0.unit.mark.type != .trail })
    if given == "symbol" || first.channel == .color && fills.count > 1 { return .symbol }
    if first.scale.type.isDiscretizing || first.scale.type == .binOrdinal {
      return given == "gradient" || given == nil ? .discrete : .symbol
    }
    guard first.scale.type.isContinuous else { return .symbol }
    if let unit = definition?.timeUnit, unit.parts.count == 1, given == nil {
      switch unit.finest {
      case .quarter, .month, .day: return .symbol
      default: break
      }
    }
    return .gradient
  }

  /// The side that somebody wrote for it; the config's is nobody's wish for this one.
  private var givenOrient: String? {
    parts.lazy.compactMap { $0.definition.legend?.value["orient"]?.string }.first
  }

  /// Whether two legends can be one: their scales are for the same values, and nobody wants them apart (Vega-Lite's
  /// `assembleLegends`).
  func merges(with other: LegendComponent) -> Bool {
    guard let first = entries.first, let second = other.entries.first,
      first.origins == second.origins,
      !entries.contains(where: { mine in other.entries.contains { $0.channel == mine.channel } })
    else { return false }
    guard let mine = givenOrient, let theirs = other.givenOrient else { return true }
    return mine == theirs
  }
}
