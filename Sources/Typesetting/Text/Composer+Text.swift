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
    return lines(of: paragraph, width: width).spaced(before: style.before, after: style.after)
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
    if let role, text.parts.isEmpty {
      leaf = structure.leaf(role)
    } else if let role {
      structure.begin(role)
      for part in text.parts {
        let leaf = structure.leaf(Structure.Node(part.role))
        if part.role != .span { linkLeaves[part.range.lowerBound] = leaf }
        parts.append(.init(range: part.range, leaf: leaf))
      }
      structure.end()
    }
    let metrics = shaper.metrics(
      text.spans.first?.style ?? TextStyle(family: theme.family, size: 10))
    let height = metrics.ascent + metrics.descent
    var paragraph = Paragraph(
      shaped, leaf: leaf, parts: parts,
      links: text.links.map {
        .init(
          range: $0.range, target: $0.target, contents: $0.contents,
          leaf: linkLeaves[$0.range.lowerBound])
      }, keys: text.keys, tints: text.tints,
      baseline: (leading - height) / 2 + metrics.ascent, leading: leading)
    paragraph.anchors = text.anchors
    return paragraph
  }

  /// Flow items of a text's lines, with widows and orphans kept together.
  func lines(
    of paragraph: Paragraph, width: Double, alignment: TableBlock.Alignment = .left
  ) -> [FlowItem] {
    guard !paragraph.text.clusters.isEmpty else { return [] }
    let lines = LineBreaker(paragraph.text).lines(width: width)
    let index = add(paragraph)
    var items = lines.map { line in
      let shift: Double
      switch alignment {
      case .left: shift = 0
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
    var result = shapes.text(text) {
      let shaped = shaper.shape(
        text.text, spans: text.spans, language: document.language.rawValue)
      for missing in shaped.missing where reportedGlyphs.insert(missing.scalar).inserted {
        report(missing, in: text)
      }
      return shaped
    }
    for range in text.unbreakable { result.prohibitBreaks(inside: range) }
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
      message = "the font shows nothing for \(shown)"
      hint = "put a font that has it into the report's folder fonts/, or write another character"
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
