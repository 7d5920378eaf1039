import Graphics

/// A text set on lines no wider than asked for, as typesetting would do it.
struct Lines {
  var items: [SceneItem] = []
  /// Below the last line.
  var bottom: Double

  /// Spaces at line ends are kept in the text of their run, so that words stay apart in what is read out.
  init(
    _ text: String, _ style: TextStyle = body, x: Double, y: Double, width: Double,
    shaper: any TextShaper,
    leaf: Structure.LeafID? = nil
  ) {
    let shaped = shaper.shape(text, style)
    let clusters = shaped.clusters
    var baseline = y + style.size * 1.2
    var start = 0
    while start < clusters.count {
      var end = start
      var lastBreak = start
      var used = 0.0
      while end < clusters.count {
        let cluster = clusters[end]
        if end > start, cluster.breakBefore == .mandatory { lastBreak = end; break }
        if end > start, cluster.breakBefore == .allowed { lastBreak = end }
        if !cluster.isSpace, used + cluster.advance > width, lastBreak > start { break }
        used += cluster.advance
        end += 1
      }
      if end == clusters.count { lastBreak = end }
      var position = x
      var index = start
      while index < lastBreak {
        let run = clusters[index].run
        var last = index
        while last < lastBreak, clusters[last].run == run { last += 1 }
        let piece = shaped.run(index..<last, x: position, y: baseline)
        position += piece.width
        items.append(SceneItem(.glyphs(piece), leaf: leaf))
        index = last
      }
      baseline += style.size * 1.6
      start = lastBreak
    }
    bottom = baseline - style.size * 1.2
  }
}

extension ShapedText {
  /// Clusters of one run, placed from a point on the baseline.
  func run(_ range: Range<Int>, x: Double, y: Double) -> GlyphRun {
    var placed: [GlyphRun.Placed] = []
    var pieces: [GlyphRun.Cluster] = []
    var position = x
    for cluster in clusters[range] {
      var pen = position
      for glyph in glyphs[Int(cluster.firstGlyph)..<Int(cluster.firstGlyph + cluster.glyphCount)] {
        placed.append(.init(id: glyph.id, x: pen + glyph.xOffset, y: y + glyph.yOffset))
        pen += glyph.advance
      }
      pieces.append(.init(byteCount: cluster.byteCount, glyphCount: cluster.glyphCount))
      position += cluster.advance
    }
    let first = Int(clusters[range.lowerBound].start)
    let last = clusters[range.upperBound - 1]
    let bytes = Array(text.utf8)[first..<Int(last.start + last.byteCount)]
    let run = runs[Int(clusters[range.lowerBound].run)]
    return GlyphRun(
      face: run.face, style: run.style, glyphs: placed,
      text: String(decoding: bytes, as: UTF8.self),
      clusters: pieces, width: position - x)
  }
}
