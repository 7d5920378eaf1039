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

  var text: String { sentences(node, title: view.title).joined(separator: " ") }

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
    // Rules and labels accompany what the view is about.
    let main =
      group.units.first { $0.unit.mark.type != .rule && $0.unit.mark.type != .text }
      ?? group.units.first
    guard let unit = main else { return [] }
    let encoding = unit.unit.encoding
    var sentences = [vocabulary.kind(unit.unit.mark.type).asSentence]
    let axes = [Channel.x, .y, .theta, .color, .size].compactMap { channel -> String? in
      guard let definition = encoding.scaled(channel), definition.isField else { return nil }
      return vocabulary.axis(channel, title(of: definition))
    }
    if !axes.isEmpty { sentences.append(axes.joined(separator: ", ").asSentence) }
    if let figures = figures(unit) { sentences.append(figures) }
    return sentences
  }

  /// The channel that measures, and the one that says of what.
  private func measure(
    _ unit: UnitNode
  ) -> (value: ChannelDefinition, name: ChannelDefinition?)? {
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

  private func figures(_ unit: UnitNode) -> String? {
    let rows = unit.data.marks
    guard rows.count > 0, let (value, name) = measure(unit) else {
      return rows.count > 0 ? vocabulary.count(rows.count) : vocabulary.nothing
    }
    let cells = rows.cells(value.column)
    let valid = (0..<rows.count).filter { cells[$0].isValid && cells[$0].asNumber.isFinite }
    guard let low = valid.min(by: { cells[$0].asNumber < cells[$1].asNumber }),
      let high = valid.max(by: { cells[$0].asNumber < cells[$1].asNumber })
    else { return vocabulary.nothing }
    let numbers = ValueFormatter(
      definition: value, guide: value.axis.map { run.properties([$0]) }, run: run)
    let names = name.flatMap { definition in
      // A measure against a measure has no names.
      definition.isUnbinnedQuantitative ? nil : ValueFormatter(definition: definition, run: run)
    }
    let labels = name.map { rows.cells($0.column) }
    func told(_ row: Int) -> (number: String, name: String?) {
      (numbers.text(cells[row]), names.flatMap { names in labels.map { names.text($0[row]) } })
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
