import Documents
import Graphics

extension Composer {
  /// The sources cited, numbered, each a place that citations lead to.
  func sources(width: Double) -> [FlowItem] {
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
    let widest = shaper.advance("\(document.sources.count)", style: labelStyle)
    let indent = max(style.size * 2, widest + style.size * 0.5)
    var items = document.sources.enumerated().flatMap { index, source -> [FlowItem] in
      structure.begin(Structure.Node(.listItem))
      let mark = label("\(index + 1)", labelStyle, leading: style.leading)
      structure.begin(Structure.Node(.listBody))
      var lines = paragraph(source.text, style, width: width - indent)
      structure.end()
      structure.end()
      if lines.isEmpty { lines = [FlowItem(.box([]), height: style.leading, after: style.after)] }
      lines = lines.map { $0.moved(x: indent) }
      let place = Self.destination(ofSource: index + 1)
      lines[0] = lines[0].adding(mark + [Fragment(x: 0, y: 0, .destination(place))])
      return lines
    }
    // A short list stands on one page with its heading; of a long one no entry stands alone.
    if document.sources.count <= Self.longestWholeList { return items.keptTogether() }
    for index in [0, items.count - 3, items.count - 2] where items.indices.contains(index) {
      items[index].keepsWithNext = true
    }
    return items
  }

  private static let longestWholeList = 12

  /// The name of a source's place in the list.
  static func destination(ofSource number: Int) -> String { "source-\(number)" }
}
