import Graphics
import Tables

/// Makes the legends of views: one for each scale, those of the same domain joined.
struct LegendBuilder {
  let units: [UnitNode]
  let context: DrawingContext

  private static let order: [Channel] = [
    .color, .size, .shape, .fill, .stroke, .strokeDash, .strokeWidth, .opacity,
  ]
  /// The channels that have legends.
  static let channels = Set(order)

  /// The legends of some channels; `apart` are those where each view has one of its own.
  func legends(
    _ channels: Set<Channel>, apart: Set<Channel> = []
  ) -> [Legend] {
    var components: [LegendComponent] = []
    for channel in Self.order where channels.contains(channel) {
      for (id, parts) in parts(channel, areApart: apart.contains(channel)) {
        guard let scale = context.scales.known(context.registry.identity(id)) else { continue }
        let component = LegendComponent(
          entries: [
            .init(
              channel: channel, scale: scale, parts: parts,
              origins: DomainOrigin.all(of: context.registry.component(id)))
          ], run: context.run)
        if component.isDisabled { continue }
        if let index = components.firstIndex(where: { $0.merges(with: component) }) {
          components[index].entries += component.entries
        } else {
          components.append(component)
        }
      }
    }
    return components.compactMap { component in
      context.run.trace?.note(component)
      // A ramp is as long as the first view that it belongs to.
      let view = component.first?.parts.first.flatMap { context.scales.size(ofUnit: $0.unitID) }
      return Legend(component, width: view?.width ?? 0, height: view?.height ?? 0)
    }
  }

  private func parts(
    _ channel: Channel, areApart: Bool
  ) -> [(Int, [ScaleComponent.Part])] {
    let shared = units.parts(channel, context.registry)
    return areApart ? shared.flatMap { id, parts in parts.map { (id, [$0]) } } : shared
  }
}

extension [UnitNode] {
  /// The scales of a channel in order, and what these views want of each.
  func parts(
    _ channel: Channel, _ registry: ScaleRegistry
  ) -> [(id: Int, parts: [ScaleComponent.Part])] {
    var result: [(id: Int, parts: [ScaleComponent.Part])] = []
    for unit in self {
      guard let id = unit.scales[channel], let part = unit.parts[channel] else { continue }
      let root = registry.root(id)
      if let place = result.firstIndex(where: { $0.id == root }) {
        result[place].parts.append(part)
      } else {
        result.append((root, [part]))
      }
    }
    return result
  }
}
