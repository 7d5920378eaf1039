import Diagnostics
import Documents
import Graphics

extension Composer {
  /// A quotation: set off by a line at its left.
  func quote(_ blocks: [Block], width: Double) -> [FlowItem] {
    structure.begin(Structure.Node(.quote))
    defer { structure.end() }
    let indent = theme.spacing.padding
    let items = styled(blocks, theme[.quote], width: width - indent)
    return items.map { item in
      item.moved(x: indent).adding([
        Fragment(
          x: 0, y: 0, .rect(Size(width: 2, height: item.height), theme[.hairline], radius: 0))
      ])
    }
  }

  /// Code, line by line as it stands.
  func code(_ text: String, width: Double, at location: SourceLocation?) -> [FlowItem] {
    var style = textStyle(theme[.code])
    if let family = theme.monospacedFamily { style.family = family }
    var styled = StyledText()
    let lines = text.hasSuffix("\n") ? String(text.dropLast()) : text
    styled.append(lines.replacing("\n", with: "\u{2028}"), style)
    guard !styled.isEmpty else { return [] }
    let paragraph = makeParagraph(
      styled, role: Structure.Node(.code), leading: theme[.code].leading, at: location)
    let padding = theme.spacing.padding / 2
    let inner = self.lines(of: paragraph, width: width - 2 * padding)
    return [panel(inner, width: width, padding: padding)]
  }

  /// A thin line across.
  func rule(width: Double) -> [FlowItem] {
    [
      FlowItem(
        .box([
          Fragment(
            x: 0, y: 0,
            .rect(
              Size(width: width, height: theme.spacing.hairline), theme[.hairline], radius: 0))
        ]), height: theme.spacing.hairline, before: theme.spacing.block,
        after: theme.spacing.block)
    ]
  }

  /// A tinted panel with a title: its `title` attribute.
  func callout(
    _ blocks: [Block], attributes: Attributes, accent: Color, width: Double
  ) -> [FlowItem] {
    structure.begin(Structure.Node(.division))
    defer { structure.end() }
    let padding = theme.spacing.padding
    var inner: [FlowItem] = []
    if let title = attributes["title"] {
      var style = theme[.calloutTitle]
      style.color = accent
      inner = paragraph([.text(title)], style, width: width - 2 * padding, at: attributes.location)
    }
    inner += styled(blocks, theme[.callout], width: width - 2 * padding)
    return [panel(inner, width: width, padding: padding)]
  }

  /// Items on a tinted ground, in one piece.
  private func panel(_ inner: [FlowItem], width: Double, padding: Double) -> FlowItem {
    let height = inner.stackedHeight + 2 * padding
    let ground = Fragment(
      x: 0, y: 0, .rect(Size(width: width, height: height), theme[.tint], radius: 2.4))
    return FlowItem(
      .box([ground] + inner.stacked.map { $0.offset(x: padding, y: padding) }), height: height,
      before: theme.spacing.block, after: theme.spacing.block)
  }

  /// Blocks side by side; each `.column` may say its width.
  func columns(
    _ blocks: [Block], attributes: Attributes, width: Double, at location: SourceLocation?
  ) -> [FlowItem] {
    let gutter = attributes["gutter"].flatMap(Length.points) ?? theme.spacing.gutter
    let widths = columnWidths(blocks, width: width, gutter: gutter)
    guard let widths else {
      diagnostics.append(
        .error(
          "columns.width", "the columns are wider than the \(Self.shown(width)) they stand in",
          at: location, hints: ["make their widths and the gutters between them add up to less"]))
      return []
    }
    var x = 0.0
    var columns: [FlowColumn] = []
    for (block, columnWidth) in zip(blocks, widths) {
      structure.begin(Structure.Node(.division))
      var inner = items(of: block, width: columnWidth)
      structure.end()
      if let first = inner.indices.first, block.attributes.classes.contains("column"),
        block.attributes["rule"] == "top"
      {
        let rule = Fragment(
          x: 0, y: 0,
          .rect(Size(width: columnWidth, height: theme.spacing.rule), theme[.ink], radius: 0))
        inner[first].before = 0
        var head = FlowItem(.box([rule]), height: theme.spacing.rule, after: theme.spacing.step)
        head.keepsWithNext = true
        inner.insert(head, at: 0)
      }
      columns.append(FlowColumn(x: x, width: columnWidth, items: inner))
      x += columnWidth + gutter
    }
    let first = columns.compactMap { $0.items.first?.before }.max() ?? 0
    return [
      FlowItem(columns: columns, before: min(first, theme.spacing.block * 2), after: theme.spacing.step)
    ]
  }

  /// Widths as the columns' attributes say; the room left over goes to those that say nothing.
  private func columnWidths(_ blocks: [Block], width: Double, gutter: Double) -> [Double]? {
    let room = width - gutter * Double(max(blocks.count - 1, 0))
    let wanted = blocks.map { block -> Double? in
      guard let text = block.attributes["width"] else { return nil }
      if text.hasSuffix("%"), let share = Double(text.dropLast()) { return room * share / 100 }
      guard let points = Length.points(text) else {
        diagnostics.append(
          .error(
            "columns.length", "\"\(text)\" is no width", at: block.location,
            hints: ["write width=98mm or width=60%"]))
        return nil
      }
      return points
    }
    let given = wanted.compactMap { $0 }.reduce(0, +)
    let open = wanted.count { $0 == nil }
    let share = open > 0 ? (room - given) / Double(open) : 0
    guard given <= room + 0.5, open == 0 || share > 10 else { return nil }
    return wanted.map { $0 ?? share }
  }

  static func shown(_ points: Double) -> String {
    "\((points * 25.4 / 72).rounded()) mm"
  }
}
