import Formats
import Inputs
import Tables

/// A chart in words, for those who can't see it: its kind, what it shows of what, extremes, trend.
struct ChartWords {
  let view: ViewSpec
  let node: ViewNode
  let run: ChartRun

  private var vocabulary: ChartVocabulary { ChartVocabulary(run.environment.language) }

  /// Views beyond these are only counted.
  private static let most = 4

  /// The chart's own title stands beside the words wherever they are used.
  var text: String {
    (subtitle + sentences(node, title: nil)).joined(separator: " ")
  }

  /// Units often stand there.
  private var subtitle: [String] {
    guard let subtitle = view.title?["subtitle"] else { return [] }
    let lines = subtitle.value.string.map { [$0] } ?? subtitle.value.array?.compactMap(\.string)
    return lines.map { [$0.joined(separator: " ").asSentence] } ?? []
  }

  /// The sentences of a view; `facets` are the fields around it that its cells are told apart by.
  private func sentences(
    _ node: ViewNode, title: Located?, facets: [ChannelDefinition] = []
  ) -> [String] {
    let named = Title(title, run).map { [$0.text.asSentence] } ?? []
    switch node {
    case .group(let group): return named + describe(group, facets)
    case .facet(let facet):
      let fields = facet.facet.channels.fields
      return named + sentences(facet.child, title: nil, facets: facets + fields)
        + [
          vocabulary.repeated(
            fields.map { self.title(of: $0) }, count: FacetCells(facet).cells.count)
        ]
    case .concat(let concat):
      let parts = concat.children.prefix(Self.most).map { child in
        sentences(child, title: Self.title(of: child), facets: facets).joined(separator: " ")
      }
      return named + [vocabulary.views(concat.children.count)] + parts
    }
  }

  private static func title(of node: ViewNode) -> Located? {
    switch node {
    case .group(let group): group.spec.title
    case .concat(let concat): concat.spec.title
    case .facet(let facet): facet.spec.title
    }
  }

  // MARK: One view

  private func describe(_ group: GroupNode, _ facets: [ChannelDefinition]) -> [String] {
    var composites: [CompositeOrigin] = []
    for case let origin? in group.units.map(\.view.composite)
    where !composites.contains(where: { $0.identity == origin.identity }) {
      composites.append(origin)
    }
    let simple = group.units.filter { $0.view.composite == nil }
    var sentences: [String] = []
    // Rules and labels beside a composite mark are no chart of their own.
    if composites.isEmpty || simple.contains(where: { !$0.isHelper }) {
      sentences += describe(simple, in: group, facets)
    }
    return sentences + composites.flatMap { describe($0, group.units) }
  }

  private func describe(
    _ units: [UnitNode], in group: GroupNode, _ facets: [ChannelDefinition]
  ) -> [String] {
    guard let unit = Self.main(units) else { return [] }
    let kind = vocabulary.kind(
      unit.unit.mark.type,
      isRing: unit.unit.mark.properties.number("innerRadius").map { $0 > 0 } ?? false)
    let axes = Self.told.compactMap { channel -> String? in
      var titles: [String] = []
      // A second axis belongs to another layer.
      for other in [unit] + units where channel.isXY || other.id == unit.id {
        guard let definition = other.unit.encoding.scaled(channel), definition.isField,
          definition.scale?.value.isNull != true, other.id == unit.id || !other.isHelper
        else { continue }
        let title = title(of: definition)
        if !titles.contains(title) { titles.append(title) }
      }
      guard unit.unit.encoding.scaled(channel)?.isField ?? false, !titles.isEmpty else {
        return nil
      }
      return vocabulary.axis(channel, titles.joined(separator: ", "))
    }
    return [kind.asSentence] + sentence(axes) + figures(unit, units, in: group, facets)
  }

  /// A composite mark as itself, whatever it is drawn with.
  private func describe(_ origin: CompositeOrigin, _ units: [UnitNode]) -> [String] {
    let axes = Self.told.compactMap { channel in
      origin.encoding.scaled(channel).flatMap {
        $0.isField ? vocabulary.axis(channel, title(of: $0)) : nil
      }
    }
    let parts = units.filter { $0.view.composite?.identity == origin.identity }
    // Boxes, bars and bands reach from one value to another, one for each group; outliers don't.
    let groups = (parts.first(where: \.isRanged) ?? parts.first)?.data.marks.count ?? 0
    return [vocabulary.kind(origin.type).asSentence] + sentence(axes)
      + [groups > 0 ? vocabulary.groups(groups) : vocabulary.nothing]
  }

  /// The channels that are named.
  private static let told: [Channel] = [.x, .y, .theta, .color, .size]

  private func sentence(_ axes: [String]) -> [String] {
    guard let first = axes.first else { return [] }
    let capital = first.prefix(1).uppercased() + first.dropFirst()
    return [([capital] + axes.dropFirst()).joined(separator: ", ").asSentence]
  }

  /// The layer that the view is about: no rule or label, nor one from one value to another, where there is a better one.
  private static func main(_ units: [UnitNode]) -> UnitNode? {
    units.first { !$0.isHelper && !$0.isRanged && $0.unit.encoding.fields.count > 1 }
      ?? units.first { !$0.isHelper } ?? units.first
  }

  private func figures(
    _ unit: UnitNode, _ units: [UnitNode], in group: GroupNode, _ facets: [ChannelDefinition]
  ) -> [String] {
    let rows = unit.data.marks
    if unit.unit.mark.type == .text, rows.count == 1,
      let definition = unit.unit.encoding[.text], definition.isField
    {
      return [
        ValueFormatter(definition: definition, run: run).text(rows.cells(definition.column)[0])
          .asSentence
      ]
    }
    guard rows.count > 0, let own = ShownMeasure(unit, facets: facets) else {
      return [rows.count > 0 ? vocabulary.count(rows.count) : vocabulary.nothing]
    }
    let all = ShownMeasure.all(in: units, facets: facets)
    let measures = all.isEmpty ? [own] : all
    return measures.prefix(Self.most).map { measure in
      let figures = ChartFigures(measure: measure, layers: group.units, run: run).text
      return measures.count > 1 ? "\(title(of: measure.value)): \(figures)" : figures
    }
  }

  private func title(of definition: ChannelDefinition) -> String {
    FieldTitle.seen(definition, run)
  }
}

extension String {
  /// With a full stop, unless it ends in a mark already.
  fileprivate var asSentence: String {
    guard let last, !".!?。…".contains(last) else { return self }
    return self + "."
  }
}
