import Diagnostics

/// Parents and blocks: the inheritance module of the Mustache specification.
///
/// A block's lines lose at its definition the margin they share there and gain at the place of expansion the margin
/// of the block they replace ("block reindentation", "intrinsic indentation").
extension TemplateParser {
  /// Whether the level being read belongs to a parent, where only blocks count.
  var isInParent: Bool {
    if case .parent? = open.last?.kind { true } else { false }
  }

  /// Whether the level being read is a block directly inside a parent.
  var isInReplacement: Bool {
    guard case .block? = open.last?.kind, open.count > 1,
      case .parent = open[open.count - 2].kind
    else { return false }
    return true
  }

  /// What a tag of a parent's block takes with it: the text around the tags of a parent isn't shown, so what
  /// stands beside them on their line doesn't count.
  func lineOfReplacement(_ tag: TemplateTag) -> Range<Int>? {
    switch tag.kind {
    case .block where isInParent:
      return tags.restOfLine(after: tag.range.upperBound).map { tag.range.lowerBound..<$0 }
    case .end where isInReplacement:
      return tags.margin(before: tag.range.lowerBound, after: position)
        .map { $0.lowerBound..<tag.range.upperBound }
    case .block, .end, .comment, .delimiters, .partial, .variable, .section, .parent: return nil
    }
  }

  // MARK: Parents

  mutating func openParent(_ tag: TemplateTag) {
    let margin = tags.margin(before: tag.range.lowerBound)
    let kind: OpenElement.Kind =
      partialName(of: tag).map { name in
        .parent(
          Template.Partial(
            tag: Template.Tag(range: tag.range), name: name,
            indentation: margin ?? tag.range.lowerBound..<tag.range.lowerBound))
      } ?? .faulty
    push(kind, named: content(of: tag), tag)
  }

  /// A parent's two tags take their line with them though text stands between.
  mutating func close(_ partial: Template.Partial, over body: [Template.Node], _ end: TemplateTag) {
    var partial = partial
    for node in body {
      switch node {
      case .block(let block): partial.replacements.append(block)
      case .text(let range):
        let isBlank = source.bytes[range].allSatisfy { TagScanner.isSpace($0) }
        if !isBlank, partial.ignored == nil { partial.ignored = range }
      case .variable(let tag, _): partial.ignored = partial.ignored ?? tag.range
      case .section(let section): partial.ignored = partial.ignored ?? section.tag.range
      case .partial(let inner): partial.ignored = partial.ignored ?? inner.tag.range
      }
    }
    let start = partial.tag.range.lowerBound
    let rest = tags.restOfLine(after: end.range.upperBound)
    if let rest, tags.margin(before: start) == partial.indentation,
      dropMargin(partial.indentation)
    {
      position = max(position, rest)
      partial.takesLineEnd = tags.endsLine(start..<rest)
    } else {
      partial.indentation = start..<start
    }
    nodes.append(.partial(partial))
  }

  /// Takes the blanks before a parent out of the text; false where they don't end it, since a tag stands between.
  private mutating func dropMargin(_ margin: Range<Int>) -> Bool {
    guard !margin.isEmpty else { return true }
    guard case .text(let range)? = nodes.last, range.upperBound == margin.upperBound,
      range.lowerBound <= margin.lowerBound
    else { return false }
    nodes.removeLast()
    if range.lowerBound < margin.lowerBound {
      nodes.append(.text(range.lowerBound..<margin.lowerBound))
    }
    return true
  }

  // MARK: Blocks

  mutating func openBlock(_ tag: TemplateTag, takesItsLine: Bool) {
    let name = content(of: tag)
    guard !name.isEmpty else {
      fail("template.name", "the block has no name", tag.range, "write {{$name}} … {{/name}}")
      push(.faulty, named: name, tag)
      return
    }
    let start = tag.range.lowerBound
    let block = Template.Block(
      tag: Template.Tag(range: tag.range), name: name,
      indentation: tags.margin(before: start) ?? start..<start)
    push(.block(block, beginsLines: takesItsLine), named: name, tag)
  }

  mutating func close(
    _ block: Template.Block, over body: [Template.Node], beginsLines: Bool, _ end: TemplateTag
  ) {
    var block = block
    block.body = body
    if beginsLines, let start = tags.restOfLine(after: block.tag.range.upperBound),
      start <= end.range.lowerBound, let margin = tags.margin(of: start..<end.range.lowerBound)
    {
      block.margin = margin
      // The first line that isn't blank shows how far to the right the body stands.
      block.indentation = firstLine(of: start, margin: margin)
    }
    nodes.append(.block(block))
  }

  /// The margin of the first line that isn't blank, as a range of the source.
  private func firstLine(of start: Int, margin: Int) -> Range<Int> {
    var line = start
    while let stop = tags.restOfLine(after: line), stop < tags.end { line = stop }
    return line..<min(line + margin, tags.end)
  }
}
