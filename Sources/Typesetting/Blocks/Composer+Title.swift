import Documents
import Graphics

extension Composer {
  /// The head of the first page: a bar, kicker and date, the title and the message.
  func titleBlock(width: Double) -> [FlowItem] {
    let bar = Fragment(
      x: 0, y: 0,
      .rect(
        Size(width: Length.millimetres(22), height: Length.millimetres(1.6)), theme[.accent],
        radius: 0))
    var items = [FlowItem(.box([bar]), height: Length.millimetres(1.6))]
    let kicker = document.strings["kicker"].map { [Inline.text($0)] } ?? document.author
    if !kicker.isEmpty || !document.date.isEmpty {
      let left = paragraph(kicker, theme[.kicker], width: width / 2, at: nil)
      var dateStyle = theme[.kicker]
      dateStyle.color = theme[.secondary]
      dateStyle.weight = .regular
      let text = styledText(document.date, dateStyle)
      var fragments = left.stacked
      if !text.isEmpty {
        let date = makeParagraph(
          text, role: Structure.Node(.paragraph), leading: dateStyle.leading, at: nil)
        fragments += lines(of: date, width: width, alignment: .right).stacked
      }
      items.append(
        FlowItem(
          .box(fragments), height: theme[.kicker].leading, before: theme[.kicker].before))
    }
    let title = addOutline(document.title.plainText, level: 1)
    var titleItems = paragraph(
      document.title, theme[.title], width: width, at: nil, role: .heading1)
    if let first = titleItems.indices.first {
      titleItems[first] = titleItems[first].adding([Fragment(x: 0, y: 0, .destination(title))])
    }
    items += titleItems
    items += paragraph(document.subtitle, theme[.message], width: width, at: nil)
    return items.keptTogether()
  }
}
