import Documents
import Graphics

extension Composer {
  /// A heading with its number, bound to what follows it.
  func heading(_ heading: Heading, place: Int?, width: Double) -> [FlowItem] {
    let (inlines, level) = (heading.text, heading.level)
    let title = inlines.plainText
    guard !title.isBlank else {
      warn("heading.empty", "a heading without words is left out", hints: ["remove its line"])
      return []
    }
    let roles: [Theme.Role] = [.heading1, .heading2, .heading3, .heading4]
    let style = theme[roles[min(max(level, 1), roles.count) - 1]]
    let number = heading.number
    let depth = depth(ofHeading: level)
    if let place {
      addOutline(
        number.map { "\($0) \(title)" } ?? title, level: depth,
        destination: Self.destination(ofPlace: place))
    }
    var text = StyledText()
    var indent = 0.0
    if let number {
      var numbered = textStyle(style)
      numbered.color = theme[.headingNumber].color
      numbered.weight = theme[.headingNumber].weight
      // An em space that is as wide as the gap between number and title.
      let mark = number + "\u{2003}"
      text.append(mark, numbered)
      indent = shaper.advance(mark, style: numbered)
    }
    append(inlines, textStyle(style), to: &text)
    let node = Structure.Node(Self.role(ofDepth: depth))
    let paragraph = makeParagraph(text, role: node, leading: style.leading)
    var items = headingLines(paragraph, width: width, hanging: indent)
      .spaced(before: style.before, after: style.after)
    for index in items.indices { items[index].keepsWithNext = true }
    guard level == 1 else { return items }
    items[0].section = beginSection()
    // The first one follows the title.
    let isNew = theme.page.sections == .newPage && nesting == 1 && section > 1
    return (isNew ? [FlowItem(.pageBreak, height: 0)] : []) + items
  }

  /// Lines of which all but the first begin where the title begins.
  private func headingLines(
    _ paragraph: Paragraph, width: Double, hanging: Double
  ) -> [FlowItem] {
    let lines = LineBreaker(paragraph.text).lines(width: width - hanging, indent: -hanging)
    let index = add(paragraph)
    return lines.enumerated().map { number, line in
      FlowItem(
        .box([
          Fragment(
            x: number == 0 ? 0 : hanging, y: 0, .line(paragraph: index, clusters: line.clusters))
        ]), height: paragraph.leading)
    }
  }

  private static func role(ofDepth depth: Int) -> Structure.Role {
    let roles: [Structure.Role] = [
      .heading1, .heading2, .heading3, .heading4, .heading5, .heading6,
    ]
    return roles[min(max(depth, 1), roles.count) - 1]
  }
}
