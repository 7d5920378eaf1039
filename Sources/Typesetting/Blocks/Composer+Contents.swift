import Documents
import Graphics

extension Composer {
  /// The sections with their pages, down to the `depth` that the attributes say.
  func contents(_ attributes: Attributes, width: Double) -> [FlowItem] {
    let depth = attributes["depth"].flatMap { Int($0) } ?? 2
    let entries = document.places.indices.filter {
      document.places[$0].kind == .section && document.places[$0].level <= depth
    }
    return index(entries, attributes, width: width)
  }

  /// Figures or tables with their pages.
  func list(of kind: Place.Kind, _ attributes: Attributes, width: Double) -> [FlowItem] {
    index(
      document.places.indices.filter {
        document.places[$0].kind == kind && document.places[$0].number != nil
      }, attributes, width: width)
  }

  private func index(_ entries: [Int], _ attributes: Attributes, width: Double) -> [FlowItem] {
    guard !entries.isEmpty else {
      warn(
        "contents.empty", "there is nothing to list here",
        hints: ["remove the block, or give the report headings or captions"])
      return []
    }
    structure.begin(Structure.Node(.contents))
    defer { structure.end() }
    var items: [FlowItem] = []
    if let title = attributes.entry("title")?.text {
      items = paragraph(title, theme[.heading2], width: width, role: .caption)
      for index in items.indices { items[index].keepsWithNext = true }
    }
    let highest = entries.map { document.places[$0].level }.min() ?? 1
    let lines = entries.flatMap { entry in
      self.entry(entry, depth: document.places[entry].level - highest, width: width)
    }
    items += lines.spaced(before: 0, after: theme.spacing.block)
    return items
  }

  /// A line with number, title, leader and page; a long title hangs.
  private func entry(_ place: Int, depth: Int, width: Double) -> [FlowItem] {
    let style = theme[depth == 0 ? .contents : .contentsDetail]
    let entry = document.places[place]
    structure.begin(Structure.Node(.contentsItem))
    defer { structure.end() }
    let indent = style.size * 2.2 * Double(depth)
    let (page, pageWidth) = pageLabel(of: place, style)
    var numberStyle = textStyle(style)
    numberStyle.color = theme[.headingNumber].color
    let number = mark(of: entry)
    let hanging =
      number.map {
        max(style.size * 2.2, shaper.advance($0 + "\u{2003}", style: numberStyle))
      } ?? 0
    let room = width - indent - hanging - pageWidth - style.size
    var text = StyledText()
    text.appendLink(to: .destination(Self.destination(ofPlace: place)), isReference: true) {
      append(entry.title, textStyle(style), to: &$0)
    }
    guard room >= style.size * 4, !text.isBlank else { return [] }
    let label = number.map { self.label($0, numberStyle, leading: style.leading) } ?? []
    let title = makeParagraph(text, role: Structure.Node(.paragraph), leading: style.leading)
    let broken = LineBreaker(title.text).lines(width: room)
    let titleIndex = add(title)
    var rows = broken.map { line in
      FlowItem(
        .box([
          Fragment(
            x: indent + hanging, y: 0, .line(paragraph: titleIndex, clusters: line.clusters))
        ]), height: style.leading)
    }.keptTogether()
    guard let last = rows.indices.last, let lastLine = broken.last else { return [] }
    rows[0] = rows[0].adding(label.map { $0.offset(x: indent, y: 0) })
    let pages = lines(
      of: makeParagraph(page, role: Structure.Node(.paragraph), leading: style.leading),
      width: pageWidth + 1)
    let end = width - pageWidth
    rows[last] = rows[last].adding(
      leader(
        from: indent + hanging + lastLine.width + style.size * 0.6, to: end - style.size * 0.6,
        style) + pages.stacked.map { $0.offset(x: end, y: 0) })
    return rows.spaced(before: style.before, after: style.after)
  }

  /// A section by its number, a figure or table by its name.
  private func mark(of place: Place) -> String? {
    guard let number = place.number else { return nil }
    switch place.kind {
    case .section, .block: return number
    case .figure, .table: return document.strings.name(of: place.kind, number: number)
    }
  }

  private func pageLabel(of place: Int, _ style: Theme.Style) -> (StyledText, Double) {
    let label = pages.page(ofPlace: place)
    var text = StyledText()
    text.append(label, textStyle(style))
    return (text, shaper.advance(label, style: textStyle(style)))
  }

  /// Dots that lead the eye; decoration, so no text. They stand on a grid of the page, so that lines agree.
  private func leader(from start: Double, to end: Double, _ style: Theme.Style) -> [Fragment] {
    let step = style.size * 0.5
    let dot = style.size * 0.07
    let y = (style.leading + style.size * 0.62) / 2
    var place = (start / step).rounded(.up) * step
    var dots: [Fragment] = []
    while place + dot <= end {
      dots.append(
        Fragment(
          x: place, y: y,
          .rect(Size(width: dot, height: dot), theme[.secondary], radius: dot / 2)))
      place += step
    }
    return dots
  }
}
