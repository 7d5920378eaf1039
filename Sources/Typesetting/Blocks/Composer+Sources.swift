import Documents
import Graphics

extension Composer {
  /// The sources cited, numbered, each a place that citations lead to.
  func sources(width: Double) -> [FlowItem] {
    guard !document.sources.isEmpty else { return [] }
    structure.begin(Structure.Node(.list))
    defer { structure.end() }
    let style = theme[.source]
    let indent = style.size * 2
    var items: [FlowItem] = []
    for (index, source) in document.sources.enumerated() {
      structure.begin(Structure.Node(.listItem))
      var label = StyledText()
      var labelStyle = textStyle(style)
      labelStyle.weight = .medium
      labelStyle.color = theme[.accent]
      label.append("\(index + 1)", labelStyle)
      let mark = makeParagraph(
        label, role: Structure.Node(.label), leading: style.leading, at: nil)
      let count = mark.text.clusters.count
      let markFragment = Fragment(x: 0, y: 0, .line(paragraph: add(mark), clusters: 0..<count))
      structure.begin(Structure.Node(.listBody))
      var lines = paragraph(source.text, style, width: width - indent, at: nil, x: indent)
      structure.end()
      structure.end()
      if let first = lines.indices.first {
        lines[first] = lines[first].adding([
          markFragment, Fragment(x: 0, y: 0, .destination("source-\(index + 1)")),
        ])
      }
      items += lines
    }
    return items
  }
}
