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

  private func sentences(_ node: ViewNode, title: Located?) -> [String] {
    let named = Title(title, run).map { [$0.text.asSentence] } ?? []
    switch node {
    case .group(let group): return named + describe(group)
    case .facet(let facet):
      let fields = facet.facet.channels.fields.map { self.title(of: $0) }
      return named + sentences(facet.child, title: nil)
        + [vocabulary.repeated(fields, count: FacetCells(facet).cells.count)]
    case .concat(let concat):
      let parts = concat.children.prefix(Self.most).map { child in
        sentences(child, title: Self.title(of: child)).joined(separator: " ")
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

  private func describe(_ group: GroupNode) -> [String] {
    let composite = Self.composite(group.spec)
    guard let unit = Self.main(group.units) else { return [] }
    let encoding = unit.unit.encoding
    let kind =
      composite.map(vocabulary.kind)
      ?? vocabulary.kind(
        unit.unit.mark.type,
        isRing: unit.unit.mark.properties.number("innerRadius").map { $0 > 0 } ?? false)
    var sentences = [kind.asSentence]
    var axes: [String] = []
    for channel in [Channel.x, .y, .theta, .color, .size] {
      var titles: [String] = []
      // A second axis belongs to another layer.
      for other in [unit] + group.units where channel.isXY || other.id == unit.id {
        guard let definition = other.unit.encoding.scaled(channel), definition.isField,
          definition.scale?.value.isNull != true, other.id == unit.id || !other.isHelper
        else { continue }
        let title = title(of: definition)
        if !titles.contains(title) { titles.append(title) }
      }
      guard encoding.scaled(channel)?.isField ?? false, !titles.isEmpty else { continue }
      axes.append(vocabulary.axis(channel, titles.joined(separator: ", ")))
    }
    if let first = axes.first {
      axes[0] = first.prefix(1).uppercased() + first.dropFirst()
      sentences.append(axes.joined(separator: ", ").asSentence)
    }
    if composite != nil { return sentences }
    if let figures = figures(unit, in: group) { sentences.append(figures) }
    return sentences
  }

  /// The kind of mark that was taken apart into the group.
  private static func composite(_ spec: ViewSpec) -> CompositeMarkType? {
    let mark = spec.reader.value["mark"]
    return (mark?.string ?? mark?["type"]?.string).flatMap(CompositeMarkType.init)
  }

  /// The layer that the view is about: no rule or label, nor one from one value to another, where there is a better one.
  private static func main(_ units: [UnitNode]) -> UnitNode? {
    units.first { !$0.isHelper && !$0.isRanged && $0.unit.encoding.fields.count > 1 }
      ?? units.first { !$0.isHelper } ?? units.first
  }

  /// The channel that measures, and the one that says of what.
  private func measure(
    _ unit: UnitNode
  ) -> (value: ChannelDefinition, name: ChannelDefinition?)? {
    guard !unit.isRanged else { return nil }
    let encoding = unit.unit.encoding
    let order: [(Channel, Channel)] =
      unit.unit.mark.orientation == .horizontal
      ? [(.x, .y), (.y, .x), (.theta, .color)] : [(.y, .x), (.x, .y), (.theta, .color)]
    for (channel, other) in order {
      guard let value = encoding[channel], value.isField, value.isUnbinnedQuantitative else {
        continue
      }
      let name = encoding.scaled(other).flatMap { $0.isField ? $0 : nil }
      return (value, name)
    }
    return nil
  }

  private func figures(_ unit: UnitNode, in group: GroupNode) -> String? {
    let rows = unit.data.marks
    if unit.unit.mark.type == .text, rows.count == 1,
      let definition = unit.unit.encoding[.text], definition.isField
    {
      return ValueFormatter(definition: definition, run: run)
        .text(rows.cells(definition.column)[0]).asSentence
    }
    guard rows.count > 0, let (value, name) = measure(unit) else {
      return rows.count > 0 ? vocabulary.count(rows.count) : vocabulary.nothing
    }
    let cells = rows.cells(value.column)
    let valid = (0..<rows.count).filter { cells[$0].isValid && cells[$0].asNumber.isFinite }
    guard let low = valid.min(by: { cells[$0].asNumber < cells[$1].asNumber }),
      let high = valid.max(by: { cells[$0].asNumber < cells[$1].asNumber })
    else { return vocabulary.nothing }
    let numbers = self.numbers(value, in: group)
    let names = name.flatMap { definition in
      // A measure against a measure has no names.
      definition.isUnbinnedQuantitative ? nil : ValueFormatter(definition: definition, run: run)
    }
    let labels = name.map { rows.cells($0.column) }
    func told(_ row: Int) -> (number: String, name: String?) {
      (numbers(cells[row]), names.flatMap { names in labels.map { names.text($0[row]) } })
    }
    var text = vocabulary.count(valid.count)
    if valid.count > 1 { text += " " + vocabulary.extremes(told(low), told(high)) }
    if unit.unit.mark.type.isPath, PathGrouping(unit.unit).columns.isEmpty, let labels,
      let first = valid.min(by: { labels[$0].asNumber < labels[$1].asNumber }),
      let last = valid.max(by: { labels[$0].asNumber < labels[$1].asNumber }), first != last
    {
      text +=
        " "
        + vocabulary.trend(
          told(first), told(last), rises: cells[last].asNumber > cells[first].asNumber,
          falls: cells[last].asNumber < cells[first].asNumber)
    }
    return text
  }

  /// How a measure's values are said: as a label writes them, or as the axis does, but for what an axis rounds off.
  private func numbers(
    _ value: ChannelDefinition, in group: GroupNode
  ) -> (Datum) -> String {
    for unit in group.units where unit.unit.mark.type == .text {
      if let label = unit.unit.encoding[.text], label.column == value.column,
        label.reader.value["format"] != nil
      {
        return ValueFormatter(definition: label, run: run).text
      }
    }
    let given = value.axis?["format"]?.value.string ?? ""
    // Shares of a normalized stack are what the axis counts; the values are what they are.
    let isShare = value.stacking == .offset(.normalize)
    if !isShare, ValueFormat.names.contains(String(given.prefix { $0 != " " })) {
      return ValueFormatter(definition: value, guide: run.properties([value.axis]), run: run).text
    }
    let specifier = given.contains("%") && !isShare ? ",.1~%" : ","
    guard let format = try? NumberFormat(specifier) else { return { $0.asText } }
    return { [run] datum in
      guard let number = Decimal(shortest: datum.asNumber) else { return datum.asText }
      return specifier == ","
        ? format.string(number, locale: run.evaluation.numberLocale)
        : format.string(datum.asNumber, locale: run.evaluation.numberLocale)
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

extension UnitNode {
  /// Rules and labels accompany what a view is about.
  fileprivate var isHelper: Bool { unit.mark.type == .rule || unit.mark.type == .text }

  /// Whether its marks reach from one value to another, so that neither is the one they show.
  fileprivate var isRanged: Bool {
    [Channel.x2, .y2].contains { unit.encoding[$0]?.isField ?? false }
  }
}
