import Documents
import Graphics

extension Composer {
  /// Figures side by side between a rule and a hairline; in several rows where they would be too narrow.
  ///
  /// In each card the first paragraph is the figure: what is strong is large, the rest is its unit. The second is the
  /// label, any further one a note.
  func kpis(_ blocks: [Block], width: Double) -> [FlowItem] {
    let cards = blocks.filter { block in
      if case .div(.kpi, _) = block.kind { return true }
      fail(
        "kpi.card", "only cards may stand among figures", at: block.location,
        hints: ["put each figure into a block of its own: ::: {.kpi}"])
      return false
    }
    guard !cards.isEmpty else { return [] }
    let gutter = theme.spacing.gutter * 0.4
    let fitting = ((width + gutter) / (Self.leastCard + gutter)).rounded(.down)
    let most = min(max(1, Int(exactly: fitting) ?? 1), cards.count)
    let rows = (cards.count + most - 1) / most
    let perRow = (cards.count + rows - 1) / rows
    let cardWidth = (width - gutter * Double(perRow - 1)) / Double(perRow)
    let (figures, leading) = figures(of: cards, width: cardWidth)
    let items = stride(from: 0, to: cards.count, by: perRow).map { start in
      let end = min(start + perRow, cards.count)
      return row(
        Array(zip(cards[start..<end], figures[start..<end])), leading, cardWidth, gutter,
        width: width)
    }
    return items.spaced(before: theme.spacing.block, after: theme.spacing.step)
  }

  /// A card narrower than this, in points, goes into a row of its own.
  private static let leastCard = 72.0

  private func row(
    _ cards: [(card: Block, figure: StyledText?)], _ leading: Double, _ cardWidth: Double,
    _ gutter: Double, width: Double
  ) -> FlowItem {
    let top = theme.spacing.step * 0.9
    var fragments: [Fragment] = []
    var height = 0.0
    for (index, (card, figure)) in cards.enumerated() {
      structure.begin(Structure.Node(.division))
      let items = inside(card) {
        withoutPageBreaks(self.card(card, figure: figure, leading, width: cardWidth))
      }
      structure.end()
      fragments += items.stacked.map {
        $0.offset(x: Double(index) * (cardWidth + gutter), y: top)
      }
      height = max(height, items.stackedHeight)
    }
    let whole = top + height + theme.spacing.step * 1.4
    let rules = [
      (0, theme.spacing.rule, theme[.ink]), (whole, theme.spacing.hairline, theme[.hairline]),
    ].map { y, thickness, color in
      Fragment(x: 0, y: y, .rect(Size(width: width, height: thickness), color, radius: 0))
    }
    return FlowItem(
      .box(rules + fragments), height: whole + theme.spacing.hairline, after: theme.spacing.step)
  }

  private func blocks(of card: Block) -> [Block] {
    if case .div(_, let blocks) = card.kind { blocks } else { [] }
  }

  private func card(
    _ card: Block, figure: StyledText?, _ leading: Double, width: Double
  ) -> [FlowItem] {
    var items: [FlowItem] = []
    var rest = blocks(of: card)[...]
    if let figure {
      rest = rest.dropFirst()
      if !figure.isBlank {
        let paragraph = makeParagraph(
          figure, role: Structure.Node(.paragraph), leading: leading)
        items = lines(of: paragraph, width: width)
      }
      items += self.items(of: Array(rest.prefix(1)), theme[.kpiLabel], width: width)
      rest = rest.dropFirst()
    }
    return items + self.items(of: Array(rest), theme[.kpiNote], width: width)
  }

  // MARK: Figures

  /// A figure is set on one line if that takes no smaller share of its size, else only its words are kept whole.
  private static let leastScale = 0.5

  /// The first paragraphs of cards and their leading; all are set smaller where one is wider than its card.
  private func figures(
    of cards: [Block], width: Double
  ) -> (figures: [StyledText?], leading: Double) {
    var scale = 1.0
    let figures = cards.map { card -> StyledText? in
      guard case .paragraph(let inlines)? = blocks(of: card).first?.kind else { return nil }
      return inside(card) {
        let text = figureText(inlines)
        let breaker = LineBreaker(shape(text))
        let isShort = breaker.naturalWidth * Self.leastScale <= width
        let widest = isShort ? breaker.naturalWidth : breaker.widestWord
        if widest > width {
          scale = min(scale, width / widest * 0.99)
          warn(
            "kpi.width",
            "the figure \"\(inlines.plainText)\" is wider than its card and was set smaller",
            hints: ["use fewer cards, or a larger unit"])
        }
        return text
      }
    }
    scale = max(scale, Self.leastScale)
    return (figures.map { $0?.scaled(by: scale) }, theme[.kpiFigure].leading * scale)
  }

  private func figureText(_ inlines: [Inline]) -> StyledText {
    let figure = textStyle(theme[.kpiFigure])
    let unit = textStyle(theme[.kpiUnit])
    let hasStrong = inlines.contains { if case .strong = $0 { true } else { false } }
    var text = StyledText()
    for inline in inlines {
      if case .strong(let inner) = inline, let parted = Self.parted(inner) {
        text.append(parted.digits, figure)
        text.append(parted.unit, unit)
      } else if case .strong(let inner) = inline {
        append(inner, figure, to: &text)
      } else {
        append([inline], hasStrong ? unit : figure, to: &text)
      }
    }
    return text
  }

  /// What may stand before the digits of a number.
  private static let signs: Set<Character> = [
    "+", "-", "\u{2212}", "△", "▲", "▽", "▼", "±", "~", "약",
  ]

  /// Parts what reads as a number from the unit behind it: `2,000억` is `2,000` and a smaller ` 억`.
  private static func parted(_ inlines: [Inline]) -> (digits: String, unit: String)? {
    let isPlain = inlines.allSatisfy { inline in
      switch inline {
      case .text, .value: true
      default: false
      }
    }
    let text = inlines.plainText
    let begin = text.drop { Self.signs.contains($0) }
    guard isPlain, begin.first?.isNumber == true, let last = text.lastIndex(where: \.isNumber)
    else { return nil }
    let unit = text[text.index(after: last)...]
    guard let first = unit.first else { return nil }
    return (String(text[...last]), (first.isLetter ? " " : "") + unit)
  }
}
