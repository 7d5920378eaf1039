import Diagnostics
import Graphics
import Inputs
import Tables

/// Works out the data of views, from the outside in, and the scales they share, from the inside out.
final class ViewBuilder {
  private let run: ChartRun
  private let loader: DataLoader
  private(set) var registry = ScaleRegistry()
  private var nextSource = 0
  private var nextUnit = 0
  private var nextMap = 0
  /// The rows that each selection holds, of the views built so far.
  private var selected: [String: Frame] = [:]

  init(_ run: ChartRun, loader: DataLoader) {
    self.run = run
    self.loader = loader
  }

  /// Rows, and a number that rows worked out alike share.
  private struct Source {
    var frame = Frame()
    var id = 0
    /// The columns of the facets around, which divide the rows.
    var facets: [String] = []
    var isGiven = false
  }

  /// A view, and what of it views around it may share.
  private struct Built {
    var node: ViewNode
    var scales: [Channel: Int]
    /// The channels whose legends may stand beside a view around it.
    var legends: Set<Channel>
  }

  func view(_ spec: ViewSpec) -> ViewNode { build(spec, Source()).node }

  private func build(_ spec: ViewSpec, _ outer: Source) -> Built {
    switch spec.body {
    case .unit, .layer: return group(spec, outer)
    case .concat(let views, let layout): return concat(spec, views, layout, outer)
    case .facet(let facet): return self.facet(spec, facet, outer)
    }
  }

  // MARK: Views in one frame

  private func group(_ spec: ViewSpec, _ outer: Source) -> Built {
    let (units, shared) = layers(spec, outer)
    let drawn = Set(units.flatMap { $0.scales.keys }).intersection(LegendBuilder.channels)
    let offered = drawn.filter {
      shared[$0] != nil && !(spec.isIndependent("legend", $0) ?? false)
    }
    var node = GroupNode(spec: spec, units: units, legends: drawn)
    node.maps = GeoNode.nodes(units, run) {
      nextMap += 1
      return nextMap
    }
    selectPlaces(node)
    return Built(node: .group(node), scales: shared, legends: offered)
  }

  /// What is selected on a map is known once the map is.
  private func selectPlaces(_ node: GroupNode) {
    for unit in node.units {
      guard let map = node.maps[unit.id] else { continue }
      let names = unit.unit.selections.filter { $0.kind == .interval && $0.initial != nil }
      guard !names.isEmpty else { continue }
      let view = GroupScales(node, DrawingContext(registry: registry, run: run))
      let size = Size(width: view.width, height: view.height)
      let projection = map.projection(width: size.width, height: size.height)
      for selection in names {
        guard
          let area = GeoSelection(selection.name, unit.unit, projection, size: size, run)
        else { continue }
        run.selections.set(selection.name, area)
        select(selection.name, unit.data.marks)
      }
    }
  }

  /// Remembers the rows that a selection holds, for views that look them up.
  private func select(_ name: String, _ rows: Frame) {
    selected[name] = rows.selecting(
      (0..<rows.count).filter { run.selections.holds(name, rows, $0) ?? true })
  }

  private func layers(
    _ spec: ViewSpec, _ outer: Source, inLayer: Bool = false
  ) -> (units: [UnitNode], shared: [Channel: Int]) {
    var source = self.source(spec, outer)
    switch spec.body {
    case .unit(let written):
      let unit = ColorOrder.sortingOffsets(of: written)
      let pipeline = UnitPipeline(
        unit: unit, stack: StackPlan(unit), facets: source.facets, run: run)
      var bins: [String: Bins]?
      if inLayer {
        // Layers are cut into bins before they are transformed, so that their bins agree.
        (source.frame, bins) = pipeline.preparation.binned(source.frame)
      }
      let rows = transformed(source, spec, isLayered: inLayer)
      let node = self.unit(unit, spec, rows, pipeline, bins)
      return ([node], node.scales)
    case .layer(let views):
      source = transformed(source, spec, isLayered: true)
      var units: [UnitNode] = []
      var scales: [[Channel: Int]] = []
      for view in views {
        let inner = layers(view, source, inLayer: true)
        units += inner.units
        scales.append(inner.shared)
      }
      if inLayer {
        // The size of layers within layers counts as much as that of a view.
        for index in units.indices {
          units[index].width = units[index].width ?? spec.extent("width", run)
          units[index].height = units[index].height ?? spec.extent("height", run)
        }
      }
      return (units, share(scales) { spec.isIndependent("scale", $0) ?? false })
    case .concat, .facet:
      // Refused when the view is read.
      return ([], [:])
    }
  }

  /// The scales that views have in common, where that is wanted and they suit each other.
  private func share(
    _ scales: [[Channel: Int]], isIndependent: (Channel) -> Bool
  ) -> [Channel: Int] {
    var shared: [Channel: Int] = [:]
    for channel in Channel.scaled where !isIndependent(channel) {
      for inner in scales {
        guard let id = inner[channel] else { continue }
        guard let mine = shared[channel] else {
          shared[channel] = id
          continue
        }
        if !registry.merge(mine, id) {
          shared[channel] = nil
          break
        }
      }
    }
    return shared
  }

  // MARK: Views beside each other

  private func concat(
    _ spec: ViewSpec, _ views: [ViewSpec], _ layout: CompositionLayout, _ outer: Source
  ) -> Built {
    let source = transformed(self.source(spec, outer), spec, isLayered: true)
    var children = views.map { build($0, source) }
    let shared = share(children.map(\.scales)) { channel in
      spec.isIndependent("scale", channel) ?? (channel.isXY || channel.isPolar)
    }
    let legends = takeLegends(spec, &children, shared)
    let node = ConcatNode(
      spec: spec, layout: layout, children: children.map(\.node), legends: legends)
    return Built(node: .concat(node), scales: shared, legends: legends)
  }

  private func facet(_ spec: ViewSpec, _ facet: FacetSpec, _ outer: Source) -> Built {
    var source = transformed(self.source(spec, outer), spec, isLayered: true)
    let facets = source.facets
    let fields = facet.channels.fields
    let preparation = FieldPreparation(fields: fields, unit: nil, run: run)
    source.frame = preparation.prepared(source.frame).0
    nextSource += 1
    source.id = nextSource
    for field in fields {
      let columns = [field.column, field.endColumn, field.rangeColumn, field.sortColumn]
      source.facets += columns.map(\.name).filter {
        source.frame.has($0) && !source.facets.contains($0)
      }
    }
    var children = [build(facet.child, source)]
    // The cells of a single view are those that it has anything to show in, as far as Vega-Lite can tell.
    let single = children[0].node.units
    if case .unit = facet.child.body, single.count == 1, facet.child.data == nil,
      !single[0].sortsByRows
    {
      source.frame = single[0].data.marks
    }
    let shared = share(children.map(\.scales)) { channel in
      spec.isIndependent("scale", channel) ?? (channel == .theta)
    }
    let legends = takeLegends(spec, &children, shared)
    nextUnit += 1
    let cells = FacetCells.count(facet, source.frame)
    if !run.countViews(cells, at: spec.reader.location) {
      source.frame = source.frame.selecting([])
    }
    let node = FacetNode(
      id: nextUnit, spec: spec, facet: facet, frame: source.frame, facets: facets,
      child: children[0].node,
      legends: legends, shared: shared)
    return Built(node: .facet(node), scales: shared, legends: legends)
  }

  /// Takes the legends of shared scales away from the views in it, unless they are to keep them.
  private func takeLegends(
    _ spec: ViewSpec, _ children: inout [Built], _ shared: [Channel: Int]
  ) -> Set<Channel> {
    var taken: Set<Channel> = []
    for channel in LegendBuilder.channels {
      guard shared[channel] != nil, !(spec.isIndependent("legend", channel) ?? false),
        children.contains(where: { $0.legends.contains(channel) }),
        haveOneSide(children, channel)
      else { continue }
      taken.insert(channel)
      for index in children.indices where children[index].legends.contains(channel) {
        children[index].node.legends.remove(channel)
      }
    }
    return taken
  }

  /// Whether views that say where a legend stands say the same.
  private func haveOneSide(_ children: [Built], _ channel: Channel) -> Bool {
    let sides = children.flatMap(\.node.units).compactMap {
      $0.parts[channel]?.definition.legend?.value["orient"]?.string
    }
    return Set(sides).count <= 1
  }

  // MARK: Data

  private func source(_ spec: ViewSpec, _ outer: Source) -> Source {
    var source = outer
    if let data = spec.data {
      nextSource += 1
      source = Source(
        frame: ImplicitParse(of: spec).parsed(loader.load(data)), id: nextSource, isGiven: true)
      run.trace?.note(DataLoader.name(of: data), source.frame)
      MissingData(run: run).check(source.frame, of: data)
    } else if !outer.isGiven, case .unit(let unit) = spec.body {
      // A view of nothing but constants is drawn once.
      source.frame = Frame(count: unit.encoding.fields.isEmpty ? 1 : 0)
    }
    return source
  }

  private func transformed(_ given: Source, _ spec: ViewSpec, isLayered: Bool) -> Source {
    var source = given
    let transforms = spec.transforms
    guard !transforms.isEmpty else { return source }
    nextSource += 1
    source.id = nextSource
    // What filters compare with is read before any transform, but for what transforms make.
    var made: Set<String> = []
    for located in transforms {
      if let filter = located.value["filter"] {
        source.frame = ImplicitParse(ofFilter: filter, but: made).parsed(source.frame)
      }
      made.formUnion(ImplicitParse.names(madeBy: located.value))
    }
    let reader = TransformReader(run.findings, limits: run.environment.limits) { [loader] in
      loader.load(Located($0.value, in: $0.source))
    } selected: { [selected] in
      selected[$0]
    }
    for located in transforms {
      guard let written = reader.read(located) else { continue }
      let transform = within(written, source.facets, isLayered: isLayered)
      if let filter = located.value["filter"] {
        source.frame = ImplicitParse(ofFilter: filter, of: made).parsed(source.frame)
      }
      let before = source.frame
      guard transform.findsItsFields(in: before, located, run.findings),
        let frame = run.findings.attempt({ () throws(DiagnosticError) in
          try transform.apply(to: before, run.evaluation, at: located.location)
        })
      else {
        // What is missing behind a step that failed is missing because of it.
        source.frame = Frame()
        return source
      }
      MissingData(run: run).check(frame, after: located, from: before.count)
      source.frame = frame
      run.trace?.note(TransformReader.name(of: located) ?? "transform", frame)
    }
    return source
  }

  /// A transform inside a facet works cell by cell; that of a single view does so only where it sums rows up,
  /// since Vega-Lite has moved the others out of the facet.
  private func within(
    _ transform: TableTransform, _ facets: [String], isLayered: Bool
  ) -> TableTransform {
    switch transform {
    case .window, .joinAggregate, .impute: isLayered ? transform.within(facets) : transform
    default: transform.within(facets)
    }
  }

  private func unit(
    _ given: UnitSpec, _ spec: ViewSpec, _ source: Source, _ pipeline: UnitPipeline,
    _ bins: [String: Bins]?
  ) -> UnitNode {
    let rows = source
    MissingData(run: run).checkPresence(of: given, isGiven: rows.isGiven)
    MissingData(run: run).check(given, in: spec, rows.frame)
    let data = pipeline.data(from: rows.frame, bins: bins)
    MissingFields(unit: given, source: rows.frame, data: data, run: run).check()
    MissingData(run: run).checkDomains(given, data.marks)
    MissingData(run: run).checkExtents(given)
    countBins(data, given)
    for selection in given.selections { select(selection.name, data.marks) }
    nextUnit += 1
    var node = UnitNode(
      id: nextUnit, unit: given, data: data, stack: pipeline.stack, facets: rows.facets,
      width: spec.extent("width", run), height: spec.extent("height", run), view: spec)
    run.trace?.note(node.traceName, data.marks)
    for channel in Channel.scaled {
      var definition = given.encoding.scaled(channel)
      if definition == nil, channel.isXY, let other = channel.secondary {
        definition = given.encoding.scaled(other)
      }
      guard let definition, definition.hasScale, definition.type != .geojson else { continue }
      let part = ScaleComponent.Part(
        unit: given, channel: channel, definition: definition, data: data, stack: pipeline.stack,
        sourceID: source.id, unitID: node.id)
      let component = ScaleComponent(part, run: run)
      if component.type.isDiscrete, definition.sortsByRows { node.sortsByRows = true }
      node.parts[channel] = part
      node.scales[channel] = registry.add(component)
    }
    return node
  }

  /// More bins than anybody can look at are a slip of the hand.
  private static let mostBins = 10_000.0

  private func countBins(_ data: UnitData, _ unit: UnitSpec) {
    for definition in unit.encoding.fields where definition.isBinning {
      guard let bins = data.bins[definition.column.name], let place = definition.reader["bin"],
        (bins.stop - bins.start) / bins.step > Self.mostBins
      else { continue }
      run.findings.error(
        "chart.bins", "the data would be cut into more than \(Int(Self.mostBins)) bins",
        at: definition.reader.location(of: place["step"] ?? place),
        hints: ["write a larger \"step\", or \"maxbins\""])
    }
  }
}
