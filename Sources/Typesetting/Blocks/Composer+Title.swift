import Documents
import Graphics

extension Composer {
  /// The head of the first page: a bar, kicker and date, the title and the message.
  func titleBlock(width: Double) -> [FlowItem] {
    let barHeight = Length.millimetres(1.6)
    let bar = Fragment(
      x: 0, y: 0,
      .rect(Size(width: Length.millimetres(22), height: barHeight), theme[.accent], radius: 0))
    var items = [FlowItem(.box([bar]), height: barHeight)]
    items += kickerLine(width: width)
    var title = paragraph(document.title, theme[.title], width: width, role: .heading1)
    if let first = title.first {
      // The top of the headings and of the outline.
      addOutline(
        document.title.plainText, level: depth(ofHeading: 0), destination: Self.titleDestination)
      title[0] = first.adding([Fragment(x: 0, y: 0, .destination(Self.titleDestination))])
    }
    items += title
    items += paragraph(document.subtitle, theme[.message], width: width)
    return items.keptTogether()
  }

  private static let titleDestination = "title"

  /// What kind of document it is at the left, its date at the right.
  private func kickerLine(width: Double) -> [FlowItem] {
    let words = document.strings["kicker"].map { [Inline.text($0)] } ?? document.author
    let kicker = paragraph(words, theme[.kicker], width: width / 2)
    var style = theme[.kicker]
    style.color = theme[.secondary]
    style.weight = .regular
    let text = styledText(document.date, style)
    var date: [FlowItem] = []
    if !text.isBlank {
      let paragraph = makeParagraph(
        text, role: Structure.Node(.paragraph), leading: style.leading)
      date = lines(of: paragraph, width: width / 2, alignment: .right).map {
        $0.moved(x: width / 2)
      }
    }
    guard !kicker.isEmpty || !date.isEmpty else { return [] }
    return [
      FlowItem(
        .box(kicker.stacked + date.stacked), height: max(kicker.stackedHeight, date.stackedHeight),
        before: style.before)
    ]
  }
}
