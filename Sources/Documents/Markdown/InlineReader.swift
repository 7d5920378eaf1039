import Diagnostics

/// Turns a block's inline nodes into inlines: holes filled, spans, citations and attributes put in.
struct InlineReader {
  /// An image as it stands in the text.
  struct ImageReference {
    /// Of the mark that stands for it in the text.
    var number: Int
    var node: CmarkNode
    var description: [Inline]
    var attributes: Attributes
  }

  struct Result {
    var inlines: [Inline] = []
    var images: [ImageReference] = []
    /// Attributes at the very end, behind a space: a heading's or a caption's.
    var trailing: Attributes?
  }

  /// What may stand at the very end of a text.
  enum Ending {
    case attributes
    case nothing
  }

  let context: MarkdownContext

  /// Reads the children of a block.
  func read(_ nodes: [CmarkNode], ending: Ending = .nothing) -> Result {
    read(nodes, ending: ending, depth: 0)
  }

  private func read(_ nodes: [CmarkNode], ending: Ending = .nothing, depth: Int) -> Result {
    var assembly = Assembly(context)
    for node in nodes {
      switch node.kind {
      case .text: read(text: node, into: &assembly)
      case .softBreak: assembly.add(.softBreak)
      case .lineBreak: assembly.add(.lineBreak)
      case .inlineCode: assembly.add(.code(context.filled(node.literal)))
      case .emphasis: assembly.add(.emphasis(inner(node, &assembly, depth)))
      case .strong: assembly.add(.strong(inner(node, &assembly, depth)))
      case .strikethrough: assembly.add(.strikethrough(inner(node, &assembly, depth)))
      case .link:
        let text = inner(node, &assembly, depth)
        if let uri = context.linkAddress(node) { assembly.add(.link(uri: uri, text)) }
      case .image:
        let text = inner(node, &assembly, depth)
        assembly.add(
          ImageReference(
            number: context.numberImage(), node: node, description: text,
            attributes: Attributes(location: context.location(node))))
      case .noteMark:
        if let mark = context.noteMark(node) { assembly.add(mark) }
      case .inlineHTML:
        if let inline = context.inline(html: node) { assembly.add(inline) }
      case .document, .quote, .list, .item, .code, .html, .paragraph, .heading, .rule, .table,
        .tableRow, .tableCell, .note, .other:
        for inline in inner(node, &assembly, depth) { assembly.add(inline) }
      }
    }
    return assembly.finish(ending)
  }

  private func inner(_ node: CmarkNode, _ assembly: inout Assembly, _ depth: Int) -> [Inline] {
    if context.isTooDeep(depth + 1, "the nesting of emphasis and links", at: context.location(node))
    {
      return []
    }
    let result = read(node.children, depth: depth + 1)
    assembly.add(inner: result.images)
    return result.inlines
  }

  // MARK: Text

  private func read(text node: CmarkNode, into assembly: inout Assembly) {
    let text = node.literal
    guard text.unicodeScalars.contains(where: Self.isSpecial) else {
      assembly.add(.text(text))
      return
    }
    var literal = String.UnicodeScalarView()
    func flush(_ assembly: inout Assembly) {
      if !literal.isEmpty { assembly.add(.text(String(literal))) }
      literal = .init()
    }
    let scalars = Array(text.unicodeScalars)
    var isEscaped = false
    for (index, scalar) in scalars.enumerated() {
      switch scalar {
      case Marker.escape:
        isEscaped = true
        continue
      case Marker.flank: continue
      case Marker.holeStart, Marker.cuttingStart: flush(&assembly)
      case Marker.holeEnd:
        let value = Int(String(literal)).flatMap(context.value)
        literal = .init()
        for inline in value?.inlines ?? [] { assembly.add(inline) }
      case Marker.cuttingEnd:
        let cutting = Int(String(literal)).flatMap(context.cutting)
        literal = .init()
        if let cutting { read(cutting, into: &assembly) }
      case "[" where !isEscaped:
        flush(&assembly)
        assembly.openBracket()
      case "]" where !isEscaped:
        flush(&assembly)
        assembly.closeBracket()
      case "*" where !isEscaped, "_" where !isEscaped:
        literal.append(scalar)
        if Self.looksMeant(scalars, index) { context.warnOfMark(node, scalars, at: index) }
      default: literal.append(scalar)
      }
      isEscaped = false
    }
    flush(&assembly)
  }

  /// What needs a closer look than copying.
  private static func isSpecial(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "[", "]", "*", "_": true
    default: Marker.isMarker(scalar)
    }
  }

  /// Whether a mark that CommonMark left in the text looks as if emphasis was meant: not between spaces, and an underscore
  /// only where it could open (`_강조_는` stays literal, as `snake_case` does).
  private static func looksMeant(_ scalars: [Unicode.Scalar], _ index: Int) -> Bool {
    let mark = scalars[index]
    let before = index > 0 ? scalars[index - 1] : " "
    guard before != mark else { return false }
    let next = scalars[(index + 1)...].first { $0 != mark } ?? " "
    if mark == "*" {
      return !before.properties.isWhitespace || !next.properties.isWhitespace
    }
    return before.properties.isWhitespace
      && next.properties.isAlphabetic && scalars[(index + 1)...].prefix(80).contains(mark)
  }

  private func read(_ cutting: Cutting, into assembly: inout Assembly) {
    let location = context.source.location(cutting)
    switch cutting.kind {
    case .citation:
      if let citation = context.citation(cutting) { assembly.add(citation) }
    case .attributes:
      assembly.attach(cutting)
    case .unclosedAttributes:
      context.fail(
        "markdown.attributes", "the attributes aren't closed", at: location,
        hint: "close them with }, or write \\{ for the sign itself")
    case .reference:
      assembly.add(context.reference(cutting))
    case .fence, .footnote:
      // A fence in running text stands where none may; it comes back as it stood.
      for inline in context.inlines(context.source.text(cutting)) { assembly.add(inline) }
    }
  }
}
