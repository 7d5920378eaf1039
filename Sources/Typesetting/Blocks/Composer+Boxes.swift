import Documents
import Graphics

extension Composer {
  /// A quotation: set off by a line at its left.
  func quote(_ blocks: [Block], width: Double) -> [FlowItem] {
    structure.begin(Structure.Node(.quote))
    defer { structure.end() }
    let indent = theme.spacing.padding
    let items = self.items(of: blocks, theme[.quote], width: width - indent)
    return items.map { $0.moved(x: indent) }.backed(x: 0, width: 2, theme[.hairline])
  }

  /// Code, line by line as it stands.
  func code(_ text: String, width: Double) -> [FlowItem] {
    var style = textStyle(theme[.code])
    if let family = theme.monospacedFamily { style.family = family }
    var styled = StyledText()
    let lines = text.hasSuffix("\n") ? String(text.dropLast()) : text
    styled.append(lines.replacing("\n", with: "\u{2028}"), style)
    guard !styled.isBlank else { return [] }
    let paragraph = makeParagraph(
      styled, role: Structure.Node(.code), leading: theme[.code].leading)
    let padding = theme.spacing.padding / 2
    return panel(
      self.lines(of: paragraph, width: width - 2 * padding, manner: .greedy), width: width,
      padding: padding)
  }

  /// A thin line across.
  func rule(width: Double) -> [FlowItem] {
    let size = Size(width: width, height: theme.spacing.hairline)
    return [
      FlowItem(
        .box([Fragment(x: 0, y: 0, .rect(size, theme[.hairline], radius: 0))]),
        height: size.height, before: theme.spacing.block, after: theme.spacing.block)
    ]
  }

  /// A tinted panel with a title: its `title` attribute.
  func callout(
    _ blocks: [Block], attributes: Attributes, accent: Color, width: Double
  ) -> [FlowItem] {
    structure.begin(Structure.Node(.division))
    defer { structure.end() }
    let padding = theme.spacing.padding
    let room = width - 2 * padding
    var inner: [FlowItem] = []
    if let title = attributes["title"] {
      var style = theme[.calloutTitle]
      style.color = accent
      inner = paragraph([.text(title)], style, width: room)
    }
    inner += items(of: blocks, theme[.callout], width: room)
    return panel(withoutPageBreaks(inner), width: width, padding: padding)
  }

  /// Items on a tinted ground, in one piece if a page can hold it.
  private func panel(_ inner: [FlowItem], width: Double, padding: Double) -> [FlowItem] {
    guard !inner.isEmpty else { return [] }
    let height = inner.stackedHeight + 2 * padding
    let (before, after) = (theme.spacing.block, theme.spacing.block)
    if height > sheet.textHeight {
      warn(
        "page.divided", "a panel is higher than a page and was divided",
        hints: ["make it shorter, or write it as running text"])
      var edge = FlowItem(.box([]), height: padding)
      edge.keepsWithNext = true
      var items = [edge] + inner.map { $0.moved(x: padding) }
      items[items.count - 1].keepsWithNext = true
      edge.keepsWithNext = false
      return (items + [edge]).backed(x: 0, width: width, theme[.tint])
        .spaced(before: before, after: after)
    }
    let ground = Fragment(
      x: 0, y: 0, .rect(Size(width: width, height: height), theme[.tint], radius: 2.4))
    return [
      FlowItem(
        .box([ground] + inner.stacked.map { $0.offset(x: padding, y: padding) }), height: height,
        before: before, after: after)
    ]
  }

  /// Leaves out page breaks where all must stand in one place.
  func withoutPageBreaks(_ items: [FlowItem]) -> [FlowItem] {
    for item in items where item.isPageBreak {
      warn(
        "page.break", "a page can't begin inside columns or panels", at: item.location,
        hints: ["put ::: {.page-break} before or behind them"])
    }
    return items.filter { !$0.isPageBreak }
  }
}

extension [FlowItem] {
  /// The items with a ground behind them, down to the next one each.
  fileprivate func backed(x: Double, width: Double, _ color: Color) -> [FlowItem] {
    enumerated().map { index, item in
      let gap = index + 1 < count ? Swift.max(item.after, self[index + 1].before) : 0
      let size = Size(width: width, height: item.height + gap)
      return item.adding([Fragment(x: x, y: 0, .rect(size, color, radius: 0))])
    }
  }
}
