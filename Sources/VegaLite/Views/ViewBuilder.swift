import Diagnostics
import Inputs
import Tables

/// Works out the data of views, from the outside in, and the scales they share, from the inside out.
final class ViewBuilder {
  private let run: ChartRun
  private let loader: DataLoader
  private(set) var registry = ScaleRegistry()
  private var nextSource = 0

  init(_ run: ChartRun, loader: DataLoader) {
    self.run = run
    self.loader = loader
  }

  /// Rows, and a number that rows worked out alike share.
  struct Source {
    var frame: Frame
    var id: Int
  }

  func group(_ spec: ViewSpec, _ source: Source?) -> GroupNode {
    let (units, _) = build(spec, source)
    return GroupNode(spec: spec, units: units)
  }

  /// The units of a view, and the scales that views around it may share.
  private func build(
    _ spec: ViewSpec, _ outer: Source?, inLayer: Bool = false
  ) -> (units: [UnitNode], shared: [Channel: Int]) {
    var source = self.source(spec, outer)
    switch spec.body {
    case .unit(let written):
      let unit = ColorOrder.sortingOffsets(of: written)
      let pipeline = UnitPipeline(unit: unit, stack: StackPlan(unit), facets: [], run: run)
      var bins: [String: Bins]?
      if inLayer {
        // Layers are cut into bins before they are transformed, so that their bins agree.
        (source.frame, bins) = pipeline.binned(source.frame)
      }
      let node = self.unit(unit, spec, transformed(source, spec), pipeline, bins)
      return ([node], node.scales)
    case .layer(let views):
      source = transformed(source, spec)
      var units: [UnitNode] = []
      var shared: [Channel: Int] = [:]
      var conflicts: Set<Channel> = []
      for view in views {
        let inner = build(view, source, inLayer: true)
        units += inner.units
        for channel in Channel.scaled {
          guard let id = inner.shared[channel], !conflicts.contains(channel),
            !(spec.isIndependent("scale", channel) ?? false)
          else { continue }
          if let mine = shared[channel] {
            if !registry.merge(mine, id) {
              conflicts.insert(channel)
              shared[channel] = nil
            }
          } else {
            shared[channel] = id
          }
        }
      }
      return (units, shared)
    }
  }

  private func source(_ spec: ViewSpec, _ outer: Source?) -> Source {
    var source = outer ?? Source(frame: Frame(), id: 0)
    if let data = spec.data {
      nextSource += 1
      source = Source(frame: loader.load(data), id: nextSource)
    } else if outer == nil, case .unit = spec.body {
      // A view of nothing but constants is drawn once.
      source.frame = Frame(count: hasOnlyConstants(spec) ? 1 : 0)
    }
    return source
  }

  private func transformed(_ given: Source, _ spec: ViewSpec) -> Source {
    var source = given
    let transforms = spec.transforms
    guard !transforms.isEmpty else { return source }
    nextSource += 1
    source.id = nextSource
    let reader = TransformReader(run.findings) { [loader] in
      loader.load(Located($0.value, in: $0.source))
    }
    for located in transforms {
      guard let transform = reader.read(located) else { continue }
      if let frame = run.findings.attempt({ () throws(DiagnosticError) in
        try transform.apply(to: source.frame, run.evaluation)
      }) {
        source.frame = frame
      }
      if source.frame.count > run.environment.limits[.rows] {
        run.findings.add(
          run.environment.limits.exceeded(.rows, by: "a transform", at: located.location))
        source.frame = Frame()
      }
    }
    return source
  }

  private func hasOnlyConstants(_ spec: ViewSpec) -> Bool {
    guard case .unit(let unit) = spec.body else { return false }
    return unit.encoding.fields.isEmpty
  }

  private func unit(
    _ given: UnitSpec, _ spec: ViewSpec, _ source: Source, _ pipeline: UnitPipeline,
    _ bins: [String: Bins]?
  ) -> UnitNode {
    var rows = source
    // Marks of nothing but constants of the data are drawn once, not once a row, as in Vega-Lite.
    if given.encoding.fields.isEmpty,
      given.encoding.channels.contains(where: {
        given.encoding.hasFieldOrDatum($0)
      })
    {
      rows.frame = Frame(count: 1)
    }
    let data = pipeline.data(from: rows.frame, bins: bins)
    var scales: [Channel: Int] = [:]
    for channel in Channel.scaled {
      var definition = given.encoding.scaled(channel)
      if definition == nil, channel.isXY, let other = channel.secondary {
        definition = given.encoding.scaled(other)
      }
      guard let definition, definition.hasScale, definition.type != .geojson else { continue }
      check(definition)
      let part = ScaleComponent.Part(
        unit: given, channel: channel, definition: definition, data: data, stack: pipeline.stack,
        sourceID: source.id)
      scales[channel] = registry.add(ScaleComponent(part, run: run))
    }
    return UnitNode(
      unit: given, data: data, stack: pipeline.stack, scales: scales,
      width: spec.extent("width", run),
      height: spec.extent("height", run), view: spec)
  }

  private func check(_ definition: ChannelDefinition) {
    guard let scale = definition.scale, scale.value.object != nil else { return }
    let reader = ObjectReader(scale, run.findings)
    reader.check(
      known: [
        "align", "base", "bins", "clamp", "constant", "domain", "domainMax", "domainMid",
        "domainMin", "domainRaw", "exponent", "interpolate", "nice", "padding", "paddingInner",
        "paddingOuter", "range", "rangeMax", "rangeMin", "reverse", "round", "scheme", "type",
        "zero",
      ], in: "a scale")
  }
}
