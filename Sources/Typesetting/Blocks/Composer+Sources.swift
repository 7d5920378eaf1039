import Documents
import Graphics

extension Composer {
  /// The sources cited, numbered, each a place that citations lead to: few in one column, more in two.
  ///
  /// - Parameter tellsPages: Whether each says on which pages it is cited.
  func sources(width: Double, tellsPages: Bool = false) -> [FlowItem] {
    guard !listsSources else {
      fail(
        "sources.twice", "the sources are listed twice", hints: ["leave one block ::: {.sources}"])
      return []
    }
    listsSources = true
    guard !document.sources.isEmpty else { return [] }
    var node = Structure.Node(.list)
    node.numbering = .decimal
    structure.begin(node)
    defer { structure.end() }
    let style = theme[.source]
    var labelStyle = textStyle(style)
    labelStyle.weight = .medium
    labelStyle.color = theme[.accent]
    let widest = shaper.advance(mark(ofSource: document.sources.count), style: labelStyle)
    let indent = max(style.size * 2, widest + style.size * 0.5)
    let isDivided = document.sources.count > Self.longestColumn && width >= Self.leastDivided
    let gutter = theme.spacing.gutter
    let width = isDivided ? (width - gutter) / 2 : width
    let entries = document.sources.enumerated().map { index, source -> [FlowItem] in
      structure.begin(Structure.Node(.listItem))
      let mark = label(mark(ofSource: index + 1), labelStyle, leading: style.leading)
      structure.begin(Structure.Node(.listBody))
      let pages = tellsPages ? self.pages(ofSource: index + 1) : []
      var lines = paragraph(source.text + pages, style, width: width - indent)
      structure.end()
      structure.end()
      if lines.isEmpty { lines = [FlowItem(.box([]), height: style.leading, after: style.after)] }
      lines[0] = lines[0].unhung
      lines = lines.map { $0.moved(x: indent) }
      let place = Self.destination(ofSource: index + 1)
      lines[0] = lines[0].adding(mark + [Fragment(x: 0, y: 0, .destination(place))])
      return lines
    }
    guard isDivided else {
      let items = Array(entries.joined())
      return entries.count <= Self.longestWhole ? items.keptTogether() : items
    }
    let half = (entries.count + 1) / 2
    return [
      FlowItem(
        columns: [
          FlowColumn(x: 0, items: Array(entries[..<half].joined())),
          FlowColumn(x: width + gutter, items: Array(entries[half...].joined())),
        ], before: style.before, after: style.after)
    ]
  }

  /// Where a source is cited, behind its text: ` 3, 7쪽`.
  private func pages(ofSource number: Int) -> [Inline] {
    let pages = self.pages.pages(ofCitation: number).map { String($0) }
    guard !pages.isEmpty else { return [] }
    let words = document.strings[.sourcePages]
      .replacing("{pages}", with: pages.joined(separator: ", "))
    return [.text("\u{2002}" + words)]
  }

  /// More sources than these stand in two columns, where there is room for two.
  private static let longestColumn = 5
  private static let leastDivided = 360.0
  /// At most so many in one column stand on one page with their heading.
  private static let longestWhole = 12

  /// The name of a source's place in the list.
  static func destination(ofSource number: Int) -> String { "source-\(number)" }
}
