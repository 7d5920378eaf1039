import Diagnostics
import Documents
import Graphics

extension Composer {
  /// Figures side by side between a rule and a hairline.
  ///
  /// In each card the first paragraph is the figure: what is strong is large, the rest is its unit. The second is the
  /// label, any further one a note.
  func kpis(_ blocks: [Block], width: Double, at location: SourceLocation?) -> [FlowItem] {
    guard !blocks.isEmpty else { return [] }
    let gutter = theme.spacing.gutter * 0.4
    let cardWidth = (width - gutter * Double(blocks.count - 1)) / Double(blocks.count)
    var fragments: [Fragment] = []
    var height = 0.0
    for (index, block) in blocks.enumerated() {
      guard case .div(.kpi, let paragraphs) = block.kind else {
        diagnostics.append(
          .error(
            "kpi.card", "only cards may stand among figures", at: block.location ?? location,
            hints: ["put each figure into a block of its own: ::: {.kpi}"]))
        continue
      }
      structure.begin(Structure.Node(.division))
      let items = kpi(paragraphs, width: cardWidth)
      structure.end()
      let x = Double(index) * (cardWidth + gutter)
      fragments += items.stacked.map { $0.offset(x: x, y: 0) }
      height = max(height, items.stackedHeight)
    }
    let top = theme.spacing.step * 0.9
    let bottom = theme.spacing.step * 1.4
    let whole = top + height + bottom
    let rules = [
      Fragment(x: 0, y: 0, .rect(Size(width: width, height: theme.spacing.rule), theme[.ink], radius: 0)),
      Fragment(
        x: 0, y: whole,
        .rect(Size(width: width, height: theme.spacing.hairline), theme[.hairline], radius: 0)),
    ]
    return [
      FlowItem(
        .box(rules + fragments.map { $0.offset(x: 0, y: top) }), height: whole,
        before: theme.spacing.block, after: theme.spacing.step)
    ]
  }

  private func kpi(_ blocks: [Block], width: Double) -> [FlowItem] {
    var items: [FlowItem] = []
    for (index, block) in blocks.enumerated() {
      guard case .paragraph(let inlines) = block.kind else {
        items += self.items(of: block, width: width)
        continue
      }
      switch index {
      case 0: items += kpiFigure(inlines, width: width, at: block.location)
      case 1: items += paragraph(inlines, theme[.kpiLabel], width: width, at: block.location)
      default: items += paragraph(inlines, theme[.kpiNote], width: width, at: block.location)
      }
    }
    return items
  }

  private func kpiFigure(
    _ inlines: [Inline], width: Double, at location: SourceLocation?
  ) -> [FlowItem] {
    let figure = theme[.kpiFigure]
    let hasStrong = inlines.contains { if case .strong = $0 { true } else { false } }
    var text = StyledText()
    for inline in inlines {
      if case .strong(let inner) = inline {
        let (digits, magnitude) = Self.parted(inner.plainText)
        text.append(digits, textStyle(figure))
        text.append(magnitude, textStyle(theme[.kpiUnit]))
      } else {
        append([inline], textStyle(hasStrong ? theme[.kpiUnit] : figure), to: &text)
      }
    }
    guard !text.isEmpty else { return [] }
    let paragraph = makeParagraph(
      text, role: Structure.Node(.paragraph), leading: figure.leading, at: location)
    return lines(of: paragraph, width: width)
  }

  /// Parts what reads as a number from the unit behind it: `2,000억` is `2,000` and a smaller ` 억`.
  private static func parted(_ text: String) -> (digits: String, unit: String) {
    guard let last = text.lastIndex(where: \.isNumber) else { return (text, "") }
    let end = text.index(after: last)
    guard end < text.endIndex, text.first?.isNumber == true else { return (text, "") }
    let unit = text[end...]
    return (String(text[..<end]), unit.first == " " ? String(unit) : " " + unit)
  }
}
