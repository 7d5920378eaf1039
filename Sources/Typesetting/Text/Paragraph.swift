import Graphics

/// A shaped piece of text in the document, broken into lines by whoever places it.
struct Paragraph: Sendable {
  struct Part: Sendable {
    /// UTF-8 byte offsets.
    var range: Range<Int>
    var leaf: Structure.LeafID?
  }

  struct Link: Sendable {
    var range: Range<Int>
    var target: LinkArea.Target
    var contents: String
    var leaf: Structure.LeafID?
  }

  struct Key: Sendable {
    var offset: Int
    var color: Color
  }

  var text: ShapedText
  /// In order, covering the text; each the content of one leaf.
  var parts: [Part]
  var links: [Link]
  var keys: [Key]
  /// From the top of a line to its baseline, and to the top of the next.
  var baseline: Double
  var leading: Double

  /// Space between a key's square and its word, and the square's side, as shares of the type size.
  static let keyGap = 0.62
  static let keySide = 0.78
}

extension Paragraph {
  /// Draws one line with its left end at `x` and its top at `y`.
  func items(of line: Range<Int>, x: Double, y: Double) -> [SceneItem] {
    var items: [SceneItem] = []
    var pen = x
    let base = y + baseline
    var linkStarts: [Int: Double] = [:]
    var linkEnds: [Int: Double] = [:]
    var index = line.lowerBound
    while index < line.upperBound {
      let first = text.clusters[index]
      let run = text.runs[Int(first.run)]
      let part = self.part(at: Int(first.start))
      let link = links.firstIndex { $0.range.contains(Int(first.start)) }
      if let key = keys.first(where: { $0.offset == Int(first.start) }) {
        items.append(square(key, run.style, x: pen, base: base, leaf: part?.leaf))
        pen += run.style.size * (Self.keySide + Self.keyGap)
      }
      if let link, linkStarts[link] == nil { linkStarts[link] = pen }
      let start = index
      let startPen = pen
      var glyphs: [GlyphRun.Placed] = []
      var clusters: [GlyphRun.Cluster] = []
      while index < line.upperBound {
        let cluster = text.clusters[index]
        let offset = Int(cluster.start)
        guard cluster.run == first.run, part?.range.contains(offset) ?? true,
          link == links.firstIndex(where: { $0.range.contains(offset) }),
          index == start || !keys.contains(where: { $0.offset == offset })
        else { break }
        var glyphPen = pen
        for glyph in text.glyphs[
          Int(cluster.firstGlyph)..<Int(cluster.firstGlyph + cluster.glyphCount)]
        {
          glyphs.append(
            GlyphRun.Placed(
              id: glyph.id, x: glyphPen + glyph.xOffset,
              y: base + glyph.yOffset))
          glyphPen += glyph.advance
        }
        clusters.append(
          GlyphRun.Cluster(byteCount: cluster.byteCount, glyphCount: cluster.glyphCount))
        pen += cluster.advance
        index += 1
      }
      guard index > start else { break }
      if let link { linkEnds[link] = pen }
      let last = text.clusters[index - 1]
      let bytes = text.text.utf8.dropFirst(Int(first.start)).prefix(
        Int(last.start + last.byteCount - first.start))
      items.append(
        SceneItem(
          .glyphs(
            GlyphRun(
              face: run.face, style: run.style, glyphs: glyphs,
              text: String(decoding: bytes, as: UTF8.self), clusters: clusters,
              width: pen - startPen)), leaf: part?.leaf))
    }
    for (number, link) in links.enumerated() {
      guard let start = linkStarts[number], let end = linkEnds[number], end > start else { continue }
      items.append(
        SceneItem(
          .link(
            LinkArea(
              rect: Rect(x: start, y: y, width: end - start, height: leading),
              target: link.target, contents: link.contents)), leaf: link.leaf))
    }
    return items
  }

  private func part(at offset: Int) -> Part? {
    parts.first { $0.range.contains(offset) }
  }

  private func square(
    _ key: Key, _ style: TextStyle, x: Double, base: Double, leaf: Structure.LeafID?
  ) -> SceneItem {
    let side = style.size * Self.keySide
    let rect = Rect(x: x, y: base - side + style.size * 0.04, width: side, height: side)
    return SceneItem(.path(PathItem(Path(rect: rect), fill: key.color)), leaf: leaf)
  }

  /// The room that the keys' squares take on a line.
  func keyWidth(in line: Range<Int>) -> Double {
    keys.reduce(0) { sum, key in
      guard
        let cluster = line.first(where: { Int(text.clusters[$0].start) == key.offset })
      else { return sum }
      let style = text.runs[Int(text.clusters[cluster].run)].style
      return sum + style.size * (Self.keySide + Self.keyGap)
    }
  }
}
