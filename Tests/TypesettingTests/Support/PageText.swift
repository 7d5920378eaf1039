import Documents
import Graphics

@testable import Typesetting

/// A line of text on a page: what stands on one baseline, from left to right.
struct TextLine: CustomStringConvertible {
  var x: Double
  /// Of the line's top, as lines of 12 points with type of 10 have it, from the top of the text.
  var y: Double
  var text: String
  var end: Double

  var description: String { text }
}

extension TypesetDocument {
  /// The lines of a page's text, running heads left out; runs that stand apart are parted by ` | `.
  func lines(_ page: Int = 0, runningText: Bool = false) -> [TextLine] {
    var runs: [(x: Double, y: Double, run: GlyphRun)] = []
    func collect(_ items: [SceneItem], _ map: Transform) {
      for item in items {
        switch item.content {
        case .glyphs(let run):
          guard let first = run.glyphs.first else { continue }
          let place = map.apply(Point(x: first.x, y: first.y + run.style.rise))
          runs.append((place.x, place.y, run))
        case .group(let group): collect(group.items, group.transform.then(map))
        case .path, .image, .link: continue
        }
      }
    }
    collect(scene(ofPage: page).items, .identity)
    var lines: [TextLine] = []
    let order = runs.indices.sorted { (runs[$0].y, runs[$0].x, $0) < (runs[$1].y, runs[$1].x, $1) }
    for index in order {
      let (x, y, run) = runs[index]
      let top = y - 9 - Report.margin
      let end = x + run.width
      if let last = lines.last, abs(last.y - top) < 0.01 {
        let gap = x - last.end > 0.1 ? " | " : ""
        lines[lines.count - 1].text += gap + run.text
        lines[lines.count - 1].end = end
      } else {
        lines.append(TextLine(x: x - Report.margin, y: top, text: run.text, end: end))
      }
    }
    let height = pages[page].sheet.size.height - 2 * Report.margin
    return lines.filter { runningText || ($0.y > -2 && $0.y < height) }
  }

  /// The text of a page, a string a line, spaces at the ends left out.
  func text(_ page: Int = 0) -> [String] {
    lines(page).map { line in
      line.text.split(separator: "\u{2028}", omittingEmptySubsequences: false).joined()
        .trimmingSpacesAtEnd
    }
  }

  /// The text of all pages.
  var texts: [[String]] { (0..<pageCount).map { text($0) } }

  /// The rectangles on a page but for the sheet, with place and size.
  func rectangles(_ page: Int = 0) -> [Rect] {
    scene(ofPage: page).items.dropFirst().compactMap { item in
      guard case .path(let path) = item.content else { return nil }
      return path.path.controlBounds?.offset(x: -Report.margin, y: -Report.margin)
    }
  }

  /// Every run of text that is drawn, those of charts too.
  var drawnTexts: [String] {
    drawn.compactMap { if case .glyphs(let run) = $0.content { run.text } else { nil } }
  }

  /// The structure tree, a line a node, with the text of its leaf.
  var tree: [String] {
    var words: [Structure.LeafID: String] = [:]
    for item in drawn {
      guard case .glyphs(let run) = item.content, let leaf = item.leaf else { continue }
      words[leaf, default: ""] += run.text
    }
    var lines: [String] = []
    func add(_ node: Structure.Node, _ indent: String) {
      var line = indent + node.role.rawValue
      if let scope = node.scope { line += " scope=\(scope.rawValue)" }
      if node.rowSpan > 1 { line += " rows=\(node.rowSpan)" }
      if node.columnSpan > 1 { line += " columns=\(node.columnSpan)" }
      if let numbering = node.numbering { line += " \(numbering.rawValue)" }
      if let language = node.language { line += " lang=\(language)" }
      if let alt = node.alt { line += " alt=\"\(alt)\"" }
      if let leaf = node.leaf, let text = words[leaf] { line += " \"\(text)\"" }
      lines.append(line)
      for child in node.children { add(child, indent + " ") }
    }
    for child in structure.root.children { add(child, "") }
    return lines
  }
}

extension String {
  var trimmingSpacesAtEnd: String {
    var text = self
    while text.last?.isWhitespace == true { text.removeLast() }
    return text
  }
}
