import Diagnostics
import Documents
import Formats
import Graphics

extension Composer {
  func textStyle(_ style: Theme.Style) -> TextStyle {
    TextStyle(family: theme.family, size: style.size, weight: style.weight, color: style.color)
  }

  /// The lines of a text in a style, as one element of the structure.
  func paragraph(
    _ inlines: [Inline], _ style: Theme.Style, width: Double, role: Structure.Role = .paragraph
  ) -> [FlowItem] {
    let text = styledText(inlines, style)
    guard !text.isBlank else { return [] }
    let paragraph = makeParagraph(text, role: Structure.Node(role), leading: style.leading)
    return lines(of: paragraph, width: width, manner: style.align == .justify ? .justified : .even)
      .spaced(before: style.before, after: style.after)
  }

  /// Makes a paragraph whose text is one leaf, or whose links and the text between them are.
  ///
  /// - Parameter role: Nil for text that is an artifact.
  func makeParagraph(
    _ text: StyledText, role: Structure.Node?, leading: Double
  ) -> Paragraph {
    var text = text
    text.finish()
    let shaped = shape(text)
    var leaf: Structure.LeafID?
    var parts: [Paragraph.Part] = []
    var linkLeaves: [Int: Structure.LeafID] = [:]
    if var role {
      if text.parts.isEmpty {
        role.language = role.language ?? text.language
        leaf = structure.leaf(role)
      } else {
        structure.begin(role)
        parts = leaves(of: text)
        structure.end()
        for (part, placed) in zip(text.parts, parts) {
          guard let link = part.link, linkLeaves[link] == nil else { continue }
          linkLeaves[link] = placed.leaf
        }
      }
    }
    let metrics = shaper.metrics(
      text.spans.first?.style ?? TextStyle(family: theme.family, size: 10))
    let height = metrics.ascent + metrics.descent
    let leading = grid?.rounded(leading) ?? leading
    let natural = (leading - height) / 2 + metrics.ascent
    var paragraph = Paragraph(
      shaped, leaf: leaf, parts: parts,
      links: text.links.enumerated().map { index, link in
        .init(
          range: link.range, target: link.target, contents: link.contents,
          leaf: linkLeaves[index])
      }, keys: text.keys, pictures: text.pictures, tints: text.tints,
      baseline: grid?.baseline(nearest: natural, leading: leading) ?? natural, leading: leading)
    paragraph.anchors = text.anchors
    paragraph.latinGap = theme.latinGap
    return paragraph
  }

  /// The elements of a text's parts: a link is one element, with a span for each of its languages if it has several.
  private func leaves(of text: StyledText) -> [Paragraph.Part] {
    var parts: [Paragraph.Part] = []
    func add(_ role: Structure.Role, _ part: StyledText.Part) {
      var node = Structure.Node(role, language: part.language)
      if let picture = part.picture {
        node.role = .figure
        node.isInline = true
        node.alt = text.pictures[picture].alt
      }
      let leaf = structure.leaf(node)
      parts.append(.init(range: part.range, leaf: leaf))
    }
    var rest = text.parts[...]
    while let first = rest.first {
      guard let number = first.link else {
        add(.span, first)
        rest = rest.dropFirst()
        continue
      }
      let own = rest.prefix { $0.link == number }
      rest = rest.dropFirst(own.count)
      if text.links[number].isReference { structure.begin(Structure.Node(.reference)) }
      if own.count == 1, first.picture == nil {
        add(.link, first)
      } else {
        structure.begin(Structure.Node(.link))
        for part in own { add(.span, part) }
        structure.end()
      }
      if text.links[number].isReference { structure.end() }
    }
    return parts
  }

  /// Flow items of a text's lines, with widows and orphans kept together.
  func lines(
    of paragraph: Paragraph, width: Double, alignment: TableBlock.Alignment = .left,
    manner: LineBreaker.Manner = .even
  ) -> [FlowItem] {
    guard !paragraph.text.clusters.isEmpty else { return [] }
    var paragraph = paragraph
    let breaker = LineBreaker(
      paragraph.text,
      hangsMarks: theme.hangsPunctuation && alignment == .left && manner != .greedy)
    let lines = breaker.lines(width: width, manner: manner)
    if manner == .justified {
      for line in lines {
        guard let extra = breaker.stretch(of: line, width: width) else { continue }
        paragraph.stretch(lineAt: line.clusters.lowerBound, by: extra)
      }
    }
    let index = add(paragraph)
    var items = lines.map { line in
      let shift: Double
      switch alignment {
      case .left: shift = -breaker.hang(of: line).start
      case .center: shift = (width - line.width) / 2
      case .right, .decimal: shift = width - line.width
      }
      return FlowItem(
        .box([Fragment(x: shift, y: 0, .line(paragraph: index, clusters: line.clusters))]),
        height: paragraph.leading)
    }
    if items.count <= 3 { return items.keptTogether() }
    items[0].keepsWithNext = true
    items[items.count - 2].keepsWithNext = true
    return items
  }

  // MARK: Shaping

  /// Shapes a text; characters that can't be shown are errors, each said once.
  func shape(_ text: StyledText) -> CompactText {
    let language = structure.language
    var result = shapes.text(text, in: language) {
      let shaped = shaper.shape(text.text, spans: text.spans, language: language)
      for missing in shaped.missing where reportedGlyphs.insert(missing.scalar).inserted {
        report(missing, in: text)
      }
      return shaped
    }
    for range in text.unbreakable { result.prohibitBreaks(inside: range) }
    result.openGaps(theme.latinGap)
    return result
  }

  private func report(_ missing: ShapedText.MissingGlyph, in text: StyledText) {
    let code = String(missing.scalar.value, radix: 16, uppercase: true)
    let name = "U+" + String(repeating: "0", count: max(0, 4 - code.count)) + code
    let shown = "\"\(missing.scalar)\" (\(name))"
    let message: String
    let hint: String
    switch missing.reason {
    case .noGlyph:
      message = "no font has a glyph for \(shown)"
      hint =
        "put a font that has it into the report's folder fonts/, or write another character"
    case .blankGlyph:
      let font = missing.font.map { "the font file \"\($0)\"" } ?? "the font"
      message = "\(font) shows nothing for \(shown)"
      hint = "get the file anew or take another font, or write another character"
    case .control:
      message = "the text holds the control character \(name)"
      hint = "remove it"
    case .rightToLeft:
      message = "text from right to left is not built yet: \(shown)"
      hint = "write it in Latin letters"
    }
    let notes = text.origin(at: missing.offset).map {
      [Diagnostic.Note("it comes from \($0.name)", at: document.data.location(of: $0))]
    }
    diagnostics.append(
      .error(
        "text.glyph", "\(message), in \"\(text.excerpt(around: missing.offset))\"",
        at: place ?? document.titleLocation,
        notes: notes ?? [], hints: [hint]))
  }
}

extension Origin {
  /// The place in a reader's words.
  fileprivate var name: String {
    switch root {
    case .main: "the data at \(pointer)"
    case .named(let name): "\"\(name)\" at \(pointer)"
    case .option: "the option --set at \(pointer)"
    case .builtin: "\(pointer.drop { $0 == "/" })"
    }
  }
}
