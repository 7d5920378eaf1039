/// A shaped line laid out from a point: one glyph run for each stretch in one face.
package struct GlyphLine {
  let shaped: ShapedText
  let x: Double
  let y: Double
  /// Drawn along the glyphs' outlines.
  var outline: Stroke?

  package init(shaped: ShapedText, x: Double, y: Double, outline: Stroke? = nil) {
    self.shaped = shaped
    self.x = x
    self.y = y
    self.outline = outline
  }

  package var items: [SceneItem] {
    let bytes = Array(shaped.text.utf8)
    var items: [SceneItem] = []
    var pen = x
    var index = 0
    while index < shaped.clusters.count {
      let run = shaped.clusters[index].run
      var end = index
      while end < shaped.clusters.count, shaped.clusters[end].run == run { end += 1 }
      guard shaped.runs.indices.contains(Int(run)) else { break }
      let clusters = shaped.clusters[index..<end]
      var placed: [GlyphRun.Placed] = []
      var spans: [GlyphRun.Cluster] = []
      let start = pen
      for cluster in clusters {
        var inner = pen
        let first = Int(cluster.firstGlyph)
        for glyph in shaped.glyphs[first..<(first + Int(cluster.glyphCount))] {
          placed.append(
            .init(id: glyph.id, x: inner + glyph.xOffset, y: y + glyph.yOffset))
          inner += glyph.advance
        }
        spans.append(.init(byteCount: cluster.byteCount, glyphCount: cluster.glyphCount))
        pen += cluster.advance
      }
      let low = Int(clusters.first?.start ?? 0)
      let high = clusters.last.map { Int($0.start + $0.byteCount) } ?? low
      var glyphs = GlyphRun(
        face: shaped.runs[Int(run)].face, style: shaped.runs[Int(run)].style,
        glyphs: placed, text: String(decoding: bytes[low..<high], as: UTF8.self),
        clusters: spans, width: pen - start)
      if let outline { glyphs.outline = outline }
      items.append(SceneItem(.glyphs(glyphs)))
      index = end
    }
    return items
  }
}
