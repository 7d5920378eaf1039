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

  /// A square in the colour that a word stands for, before the word's first cluster.
  struct Key: Sendable {
    var cluster: Int
    var color: Color
    /// Of the square and the gap behind it; the cluster's advance holds it.
    var width: Double
  }

  /// A picture in the place of a cluster, which is as wide.
  struct Picture: Sendable {
    var cluster: Int
    var image: ImageItem
    var isDecoration: Bool
  }

  private(set) var text: CompactText
  /// The leaf that all of it is the content of; nil where it has parts, or is an artifact.
  var leaf: Structure.LeafID?
  /// In order, covering the text; each the content of one leaf.
  var parts: [Part]
  /// In order, apart from each other.
  var links: [Link]
  private(set) var keys: [Key] = []
  private(set) var pictures: [Picture] = []
  /// In order, apart from each other.
  var tints: [StyledText.Tint]
  /// By their first bytes, in order.
  var anchors: [(offset: Int, anchor: Anchor)] = []
  /// From the top of a line to its baseline, and to the top of the next.
  var baseline: Double
  var leading: Double
  /// What clusters with a gap behind them have been widened by, in ems.
  var latinGap = 0.0
  /// Lines whose spaces are wider than they were shaped, by their first clusters, in order.
  private var stretches: [(line: Int32, extra: Float)] = []

  init(
    _ text: CompactText, leaf: Structure.LeafID? = nil, parts: [Part] = [], links: [Link] = [],
    keys: [StyledText.Key] = [], pictures: [StyledText.Picture] = [], tints: [StyledText.Tint] = [],
    baseline: Double, leading: Double
  ) {
    self.text = text
    self.leaf = leaf
    self.parts = parts
    self.links = links
    self.tints = tints
    self.baseline = baseline
    self.leading = leading
    makeRoom(for: pictures)
    makeRoom(for: keys)
  }

  /// Makes each space of a line wider; lines are told of in order.
  mutating func stretch(lineAt cluster: Int, by extra: Double) {
    stretches.append((Int32(clamping: cluster), Float(extra)))
  }

  /// Clusters of which each space is wider than it was shaped.
  private struct Stretch {
    var clusters = 0..<0
    var extra = 0.0
  }

  /// The stretch of a line, without the space at its end.
  private func stretch(of line: Range<Int>) -> Stretch {
    guard !stretches.isEmpty else { return Stretch() }
    let index = stretches.partitioningIndex { Int($0.line) >= line.lowerBound }
    guard index < stretches.count, Int(stretches[index].line) == line.lowerBound else {
      return Stretch()
    }
    let end = text.clusters[line].lastIndex { !$0.isSpace } ?? line.lowerBound
    return Stretch(clusters: line.lowerBound..<end, extra: Double(stretches[index].extra))
  }

  /// Space between a key's square and its word, and the square's side, as shares of the type size.
  private static let keyGap = 0.62
  private static let keySide = 0.78
  /// How far a tint reaches beyond its words at both sides, as a share of the type size.
  private static let tintMargin = 0.14

  /// Makes the clusters that pictures stand for as wide as they are.
  private mutating func makeRoom(for wanted: [StyledText.Picture]) {
    var cluster = 0
    for picture in wanted {
      while cluster < text.clusters.count, text.clusters[cluster].start < picture.offset {
        cluster += 1
      }
      guard cluster < text.clusters.count else { return }
      text.widen(cluster, by: picture.image.rect.width - text.clusters[cluster].advance)
      pictures.append(
        Picture(cluster: cluster, image: picture.image, isDecoration: picture.alt.isEmpty))
    }
  }

  /// Widens the clusters that keys stand before, so that lines are broken with the squares in them.
  private mutating func makeRoom(for wanted: [StyledText.Key]) {
    var cluster = 0
    for key in wanted {
      while cluster < text.clusters.count, text.clusters[cluster].start < key.offset {
        cluster += 1
      }
      guard cluster < text.clusters.count else { return }
      let width = text.run(of: cluster).style.size * (Self.keySide + Self.keyGap)
      text.widen(cluster, by: width)
      keys.append(Key(cluster: cluster, color: key.color, width: width))
    }
  }
}

extension Paragraph.Picture {
  func item(x: Double, base: Double, leaf: Structure.LeafID?) -> SceneItem {
    var image = image
    image.rect = image.rect.offset(x: x, y: base)
    return SceneItem(.image(image), leaf: leaf)
  }
}

extension Paragraph {
  /// Draws one line with its left end at `x` and its top at `y`.
  ///
  /// - Parameter isRepeated: Whether the line stands elsewhere already, as a table's head does; then it is an artifact.
  func items(of line: Range<Int>, x: Double, y: Double, isRepeated: Bool = false) -> [SceneItem] {
    guard let first = text.clusters[line].first else { return [] }
    let base = y + baseline
    let stretch = stretch(of: line)
    var items: [SceneItem] = []
    var areas: [(link: Int, start: Double, end: Double)] = []
    var pen = x
    // The part, link, tint and key that the next cluster may belong to; each list is walked once.
    var part = parts.partitioningIndex { $0.range.upperBound > Int(first.start) }
    var link = links.partitioningIndex { $0.range.upperBound > Int(first.start) }
    var tint = tints.partitioningIndex { $0.range.upperBound > Int(first.start) }
    var key = keys.partitioningIndex { $0.cluster >= line.lowerBound }
    var picture = pictures.partitioningIndex { $0.cluster >= line.lowerBound }
    var index = line.lowerBound
    while index < line.upperBound {
      let offset = Int(text.clusters[index].start)
      while part < parts.count, parts[part].range.upperBound <= offset { part += 1 }
      while link < links.count, links[link].range.upperBound <= offset { link += 1 }
      while tint < tints.count, tints[tint].range.upperBound <= offset { tint += 1 }
      let current = part < parts.count && parts[part].range.contains(offset) ? parts[part] : nil
      let leaf = isRepeated ? nil : current?.leaf ?? self.leaf
      let isLink = link < links.count && links[link].range.contains(offset)
      let isTinted = tint < tints.count && tints[tint].range.contains(offset)
      let run = text.clusters[index].run
      if isLink, areas.last?.link != link { areas.append((link, pen, pen)) }
      var room = 0.0
      if key < keys.count, keys[key].cluster == index {
        let style = text.runs[run].style
        items.append(square(keys[key].color, style, x: pen, base: base, leaf: leaf))
        room = keys[key].width
        key += 1
      }
      if picture < pictures.count, pictures[picture].cluster == index {
        let leaf = pictures[picture].isDecoration ? nil : leaf
        items.append(pictures[picture].item(x: pen + room, base: base, leaf: leaf))
        pen += text.clusters[index].advance
        if isLink { areas[areas.count - 1].end = pen }
        picture += 1
        index += 1
        continue
      }
      // Up to where anything changes.
      var end = current?.range.upperBound ?? .max
      if link < links.count {
        end = min(end, isLink ? links[link].range.upperBound : links[link].range.lowerBound)
      }
      if tint < tints.count {
        end = min(end, isTinted ? tints[tint].range.upperBound : tints[tint].range.lowerBound)
      }
      let nextKey = min(
        key < keys.count ? keys[key].cluster : .max,
        picture < pictures.count ? pictures[picture].cluster : .max)
      let start = index
      while index < line.upperBound, index < nextKey || index == start,
        text.clusters[index].run == run, Int(text.clusters[index].start) < end || index == start
      {
        index += 1
      }
      let (glyphs, width) = glyphRun(
        start..<index, x: pen + room, base: base, room: room, stretch)
      let trailing = text.clusters[start..<index].reversed().prefix { $0.isSpace }
      let spaces = (index - trailing.count..<index).clamped(to: stretch.clusters)
      let shown =
        width - Double(text.wordSpaces(in: spaces)) * stretch.extra
        - trailing.reduce(0) { $0 + $1.advance }
      if isTinted {
        items.append(
          ground(
            tints[tint].color, text.run(of: start).style, x: pen + room, width: shown, base: base))
      }
      items.append(SceneItem(.glyphs(glyphs), leaf: leaf))
      if glyphs.style.isStruck {
        items.append(strike(glyphs.style, x: pen + room, width: shown, base: base))
      }
      if isLink { areas[areas.count - 1].end = pen + room + shown }
      pen += room + width
    }
    // A reader gets each link once, where its words are content.
    for area in areas where area.end > area.start && !isRepeated {
      let link = links[area.link]
      items.append(
        SceneItem(
          .link(
            LinkArea(
              rect: Rect(x: area.start, y: y, width: area.end - area.start, height: leading),
              target: link.target, contents: link.contents)), leaf: link.leaf))
    }
    return items
  }

  /// Clusters of one run as glyphs; `room` is what the first one's advance holds for a key, `stretch` what its spaces get.
  private func glyphRun(
    _ range: Range<Int>, x: Double, base: Double, room: Double, _ stretch: Stretch
  ) -> (run: GlyphRun, width: Double) {
    var glyphs: [GlyphRun.Placed] = []
    var clusters: [GlyphRun.Cluster] = []
    clusters.reserveCapacity(range.count)
    glyphs.reserveCapacity(range.count)
    var gaps: [GlyphRun.Gap] = []
    var pen = x
    for index in range {
      let count = text.forEachGlyph(of: index) { id, dx, dy in
        glyphs.append(.init(id: id, x: pen + dx, y: base + dy))
      }
      let bytes = text.bytes(of: index..<index + 1).count
      clusters.append(.init(byteCount: Int32(clamping: bytes), glyphCount: Int32(clamping: count)))
      pen += text.clusters[index].advance - (index == range.lowerBound ? room : 0)
      if stretch.clusters.contains(index), text.isWordSpace(index) {
        pen += stretch.extra
        gaps.append(.init(before: clusters.count, width: stretch.extra))
      } else if text.clusters[index].hasGapBehind {
        gaps.append(.init(before: clusters.count, width: latinGap * text.run(of: index).style.size))
      }
    }
    let run = text.run(of: range.lowerBound)
    var glyphRun = GlyphRun(
      face: run.face, style: run.style, glyphs: glyphs, text: text.string(of: range),
      clusters: clusters, width: pen - x)
    glyphRun.gaps = gaps
    return (glyphRun, pen - x)
  }

  /// What tinted words stand on; an artifact.
  private func ground(
    _ color: Color, _ style: TextStyle, x: Double, width: Double, base: Double
  ) -> SceneItem {
    let margin = style.size * Self.tintMargin
    let rect = Rect(
      x: x - margin, y: base - style.size * 0.92, width: width + 2 * margin,
      height: style.size * 1.22)
    return SceneItem(.path(PathItem(Path(rect: rect, radius: margin), fill: color)))
  }

  /// The line through struck words, at half the height of small letters; an artifact.
  private func strike(_ style: TextStyle, x: Double, width: Double, base: Double) -> SceneItem {
    let thickness = max(style.size * 0.055, 0.4)
    let rect = Rect(
      x: x, y: base - style.rise - style.size * 0.3 - thickness / 2, width: width,
      height: thickness)
    return SceneItem(.path(PathItem(Path(rect: rect), fill: style.color)))
  }

  private func square(
    _ color: Color, _ style: TextStyle, x: Double, base: Double, leaf: Structure.LeafID?
  ) -> SceneItem {
    let side = style.size * Self.keySide
    let rect = Rect(x: x, y: base - side + style.size * 0.04, width: side, height: side)
    return SceneItem(.path(PathItem(Path(rect: rect), fill: color)), leaf: leaf)
  }
}

extension Array {
  /// The first index whose element passes; all behind it pass too.
  fileprivate func partitioningIndex(where passes: (Element) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if passes(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
