import Diagnostics
import Graphics
import Inputs
import Tables

/// The size of a group of views and the scales drawn in it.
struct GroupScales {
  let group: GroupNode
  let context: DrawingContext
  private(set) var width = 0.0
  private(set) var height = 0.0
  private var scales: [Int: Scale] = [:]

  private var registry: ScaleRegistry { context.registry }
  private var run: ChartRun { context.run }

  /// A size that is forced, such as that of a container, goes before the specification's.
  init(
    _ group: GroupNode, _ context: DrawingContext, width: Double? = nil, height: Double? = nil
  ) {
    self.group = group
    self.context = context
    self.width = width ?? size(.x) * context.stretchX
    self.height = height ?? size(.y) * context.stretchY
    context.scales.set(Size(width: self.width, height: self.height), of: group.units)
    run.evaluation.parameters["width"] = .number(self.width)
    run.evaluation.parameters["height"] = .number(self.height)
    scales = make()
    run.host.scales = group.units.reduce(into: [:]) { known, unit in
      known.merge(scales(of: unit)) { first, _ in first }
    }
  }

  func scales(of node: UnitNode) -> [Channel: Scale] {
    node.scales.compactMapValues { scales[registry.root($0)] }
  }

  func scale(_ id: Int) -> Scale? { scales[registry.root(id)] }

  // MARK: Size

  private var viewConfig: Properties { run.properties(run.configuration.block("view")) }

  /// What the views say of their size, the outermost first.
  private func extent(_ channel: Channel) -> ViewSpec.Extent? {
    let key = channel == .x ? "width" : "height"
    if let own = group.spec.extent(key, run) { return own }
    return group.units.lazy.compactMap { channel == .x ? $0.width : $0.height }.first
  }

  /// The scale of a dimension, of whichever view has one.
  private func component(_ channel: Channel) -> (id: Int, component: ScaleComponent)? {
    for unit in group.units {
      if let id = unit.scales[channel] { return (id, registry.component(id)) }
    }
    return nil
  }

  private func size(_ channel: Channel) -> Double {
    let found = component(channel)
    let isDiscrete = found?.component.type.isDiscrete ?? false
    if let flexible = channel == .x ? context.flexibleWidth : context.flexibleHeight {
      switch extent(channel) {
      case .container, nil: return flexible
      case .fixed, .step: break
      }
    }
    switch extent(channel) {
    case .fixed(let number): return number
    case .step(let step, let forPosition)? where isDiscrete:
      if let found {
        return stepped(found.id, step, forPosition: forPosition, channel)
      }
    case .container, .step, nil: break
    }
    let name = channel == .x ? "Width" : "Height"
    if found != nil, !isDiscrete || extent(channel) == .container {
      return viewConfig.number("continuous" + name) ?? 300
    }
    if found == nil,
      group.units.contains(where: { $0.unit.mark.type == .arc || $0.unit.projection != nil })
    {
      return viewConfig.number("continuous" + name) ?? 300
    }
    if found == nil, extent(channel) == .container {
      return viewConfig.number("continuous" + name) ?? 300
    }
    if let fixed = viewConfig.located("discrete" + name)?.value.double { return fixed }
    let step =
      viewConfig.located("discrete" + name)?.value["step"]?.double ?? viewConfig.number("step")
      ?? 20
    guard let found else { return step }
    return stepped(found.id, step, forPosition: false, channel)
  }

  /// Whether a dimension is as long as its values make it: nobody gives it a length.
  func isStepped(_ channel: Channel) -> Bool {
    guard let found = component(channel), found.component.type.isDiscrete else { return false }
    switch extent(channel) {
    case .fixed, .container: return false
    case .step: return true
    case nil:
      let name = channel == .x ? "discreteWidth" : "discreteHeight"
      return viewConfig.located(name)?.value.double == nil
    }
  }

  /// The length of a scale with so many points a step.
  private func stepped(
    _ id: Int, _ given: Double, forPosition: Bool, _ channel: Channel
  ) -> Double {
    let factory = ScaleFactory(registry.component(id))
    let count = self.count(id)
    var step = given
    if !forPosition, let name = channel.offset,
      let offset = group.units.lazy.compactMap({ $0.scales[name] }).first
    {
      let inner = registry.component(offset)
      if inner.type.isDiscrete {
        let values = self.count(offset)
        let space =
          inner.type == .band ? ScaleFactory(inner).space(count: values) : Double(values)
        step = given * space / max(0.01, 1 - factory.paddings.inner)
      }
    }
    return factory.space(count: count) * step
  }

  private func count(_ id: Int) -> Int {
    context.scales.count(registry.identity(id), registry.component(id))
  }

  // MARK: Scales

  private func make() -> [Int: Scale] {
    var made: [Int: Scale] = [:]
    for channel in Channel.scaled {
      for unit in group.units {
        guard let id = unit.scales[channel] else { continue }
        let root = registry.root(id)
        guard made[root] == nil else { continue }
        made[root] = scale((root, registry.component(root)), channel, unit, made)
      }
    }
    return made
  }

  private func scale(
    _ component: (id: Int, scale: ScaleComponent), _ channel: Channel, _ unit: UnitNode,
    _ made: [Int: Scale]
  ) -> Scale? {
    let identity = registry.identity(component.id)
    let isDiscrete = component.scale.type.isDiscrete
    func position(_ low: Double, _ high: Double) -> Scale? {
      context.scales.scale(.init(identity: identity, low: low, high: high)) {
        ScaleFactory(component.scale).position(range: (low, high))
      }
    }
    switch channel {
    case .x: return position(0, width)
    case .y: return isDiscrete ? position(0, height) : position(height, 0)
    case .xOffset, .yOffset:
      let main: Channel = channel == .xOffset ? .x : .y
      let outer = unit.scales[main].flatMap { made[registry.root($0)] }
      let (low, high) = offsetRange(channel, component.scale, unit, outer)
      return position(low, high)
    case .theta: return position(0, 2 * .pi)
    case .radius: return position(0, min(width, height) / 2)
    default:
      return context.scales.scale(.init(identity: identity)) {
        ScaleFactory(component.scale).visual(smallestStep: smallestStep(unit, made))
      }
    }
  }

  private func offsetRange(
    _ channel: Channel, _ component: ScaleComponent, _ unit: UnitNode, _ position: Scale?
  ) -> (Double, Double) {
    let main: Channel = channel == .xOffset ? .x : .y
    guard let position else {
      let half = (main == .x ? width : height) / 2
      return channel == .yOffset && !component.type.isDiscrete ? (half, -half) : (-half, half)
    }
    if case .band = position.mapping {
      return (0, position.bandwidth)
    }
    guard let definition = unit.unit.encoding[main], let time = definition.timeUnit,
      let duration = time.duration
    else {
      run.findings.error(
        "spec.offset", "\"\(channel.rawValue)\" needs a discrete \"\(main.rawValue)\"",
        at: component.parts.first?.definition.location)
      return (0, 0)
    }
    let start = position.position(.number(978_307_200_000))
    let length = position.position(.number(978_307_200_000 + duration)) - start
    let padding =
      run.properties(run.configuration.block("scale"))
      .number("bandWithNestedOffsetPaddingInner") ?? 0
    let shift = (BandRules(unit.unit).position(definition, main) ?? 0.5) - 0.5
    return ((padding / 2 + shift) * length, (1 - padding / 2 + shift) * length)
  }

  /// The least distance between two places of the view's discrete or binned dimensions.
  private func smallestStep(_ unit: UnitNode, _ made: [Int: Scale]) -> Double {
    func step(_ channel: Channel) -> (value: Double, isBinned: Bool) {
      if let id = unit.scales[channel], let scale = made[registry.root(id)],
        let bins = scale.bins, unit.unit.encoding[channel]?.isBinning == true
      {
        let count = (bins.stop - bins.start) / bins.step
        let length = channel == .x ? width : height
        return (length / max(1, count), true)
      }
      if case .step(let step, _)? = extent(channel) { return (step, false) }
      let name = channel == .x ? "discreteWidth" : "discreteHeight"
      let config = viewConfig.located(name)?.value["step"]?.double
      return (config ?? viewConfig.number("step") ?? 20, false)
    }
    return min(step(.x).value, step(.y).value)
  }
}
