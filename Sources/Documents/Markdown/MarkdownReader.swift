package import Diagnostics

/// Reads expanded Markdown into blocks.
///
/// CommonMark and GFM tables by cmark-gfm; around it Pandoc's fenced divs, attributes, spans and citations.
package struct MarkdownReader {
  /// A thing that an image stands for: a figure, or a table made by specification.
  package struct ImageRequest {
    package var url: String
    package var attributes: Attributes
    package var caption: [Inline]
    /// The names in reach where the image stands.
    package var scope: Scope
    package var location: SourceLocation?
  }

  package struct Result: Sendable {
    package var blocks: [Block]
    /// The keys cited, in the order of their numbers.
    package var citedKeys: [String] = []
    /// What the footnotes say, in the order of their numbers.
    package var notes: [[Block]] = []
    /// Whether anything in it refers or leads to another place of it.
    package var refers = false
    /// The pictures that stand in lines, by their numbers.
    package var pictures: [Int: InlinePicture] = [:]
    package var warnings: [Diagnostic] = []
  }

  private let context: MarkdownContext
  private let inlines: InlineReader
  private let figure: (ImageRequest) throws(DiagnosticError) -> Block
  private let picture: (ImageRequest) throws(DiagnosticError) -> InlinePicture

  /// Reads an expansion; `figure` makes the block of an image's paragraph, `picture` what stands in a line.
  package static func read(
    _ expansion: Expansion, settings: MarkdownSettings, limits: Limits = Limits(),
    figure: @escaping (ImageRequest) throws(DiagnosticError) -> Block,
    picture: @escaping (ImageRequest) throws(DiagnosticError) -> InlinePicture
  ) throws(DiagnosticError) -> Result {
    let source = try MarkdownSource(expansion, limits: limits)
    let context = MarkdownContext(source: source, settings: settings, limits: limits)
    guard let tree = CmarkTree(source.bytes) else {
      throw DiagnosticError(.error("markdown.internal", "the text can't be read as Markdown"))
    }
    let reader = MarkdownReader(
      context: context, inlines: InlineReader(context: context), figure: figure,
      picture: picture)
    for line in source.hiddenLines {
      context.warn(
        "markdown.definition", "this line defines a link and isn't shown",
        at: source.location(of: line),
        hint: "if it is meant as text, write \\[ for the first bracket")
    }
    let blocks = reader.blocks(of: tree.root, depth: 0)
    context.checkSourcesAreListed()
    context.add(source.notes.faults + source.notes.unmatched)
    let warnings = try context.faults.finish()
    let settled = NoteOrder.settled(blocks, context.notes)
    return Result(
      blocks: settled.blocks, citedKeys: context.citedKeys, notes: settled.notes,
      refers: context.refers,
      pictures: context.pictures, warnings: warnings)
  }

  private func blocks(of parent: CmarkNode, depth: Int) -> [Block] {
    if context.isTooDeep(depth, "the nesting of blocks", at: context.location(parent)) { return [] }
    var builder = DivBuilder(context, depth: depth)
    for node in parent.children {
      if let item = item(of: node, depth: depth) { builder.add(item) }
    }
    return builder.finish()
  }

  private func item(of node: CmarkNode, depth: Int) -> DivBuilder.Item? {
    let location = context.location(node)
    func block(_ kind: Block.Kind, _ attributes: Attributes = Attributes()) -> DivBuilder.Item {
      .block(Block(kind, attributes: attributes, location: location))
    }
    switch node.kind {
    case .paragraph: return paragraph(node, at: location)
    case .heading:
      let text = inlines.read(node.children, ending: .attributes)
      place(text.images, in: node)
      let attributes = text.trailing ?? Attributes()
      context.refuseClasses(of: attributes, on: "a heading")
      context.check(attributes, by: .heading)
      return block(.heading(Heading(level: node.headingLevel, text.inlines)), attributes)
    case .list:
      warnOfNumbers(node)
      let items = node.children.map { blocks(of: $0, depth: depth + 1) }
      return block(
        .list(ListBlock(start: node.listStart, isTight: node.isTight, items: items)))
    case .quote: return block(.quote(blocks(of: node, depth: depth + 1)))
    case .code:
      return block(.code(context.filled(node.literal).replacing("\r\n", with: "\n")))
    case .rule: return block(.rule)
    case .table: return block(.table(table(node)))
    case .html:
      context.check(html: node)
      return nil
    case .note:
      context.isInNote = true
      context.notes.append(blocks(of: node, depth: depth + 1))
      context.isInNote = false
      return nil
    case .document, .item, .tableRow, .tableCell, .text, .softBreak, .lineBreak, .inlineCode,
      .inlineHTML, .emphasis, .strong, .strikethrough, .link, .image, .noteMark, .other:
      context.fail(
        "markdown.block", "this kind of Markdown is not built yet", at: location,
        hint: "write it another way")
      return nil
    }
  }

  // MARK: Paragraphs

  private func paragraph(_ node: CmarkNode, at location: SourceLocation?) -> DivBuilder.Item? {
    let children = node.children
    let begin = children.first.flatMap { $0.kind == .text ? $0.literal : nil } ?? ""
    if children.count == 1, let fence = context.fence(begin) {
      guard case .fence(let opening) = fence.kind else { return nil }
      return .fence(opening: opening, context.source.location(fence))
    }
    if begin.hasPrefix(": ") {
      let text = inlines.read(children, ending: .attributes)
      place(text.images, in: node)
      return .caption(
        DivBuilder.Caption(
          text: text.inlines.droppingPrefix(2), attributes: text.trailing ?? Attributes(),
          location: location))
    }
    if begin.hasPrefix(":::") {
      context.fail(
        "markdown.fence", "no block can be opened or closed here", at: location,
        hint: "put the colons on a line of their own, behind spaces only")
      return nil
    }
    context.warnOfBrokenTable(node)
    let text = inlines.read(children)
    if let image = text.images.first,
      text.inlines.allSatisfy({ $0.isSpace || $0.isMark(of: image) })
    {
      return figure(image, in: node)
    }
    place(text.images, in: node)
    return .block(Block(.paragraph(text.inlines), location: location))
  }

  private func figure(
    _ image: InlineReader.ImageReference, in paragraph: CmarkNode
  ) -> DivBuilder.Item? {
    guard let request = request(for: image, in: paragraph) else { return nil }
    context.refuseClasses(of: image.attributes, on: "a figure")
    do throws(DiagnosticError) {
      var block = try figure(request)
      block.location = request.location
      return .block(block)
    } catch {
      context.add(error.diagnostics)
      return nil
    }
  }

  /// Reads the pictures that stand in the lines of a block.
  private func place(_ images: [InlineReader.ImageReference], in block: CmarkNode) {
    for image in images {
      guard let request = request(for: image, in: block) else { continue }
      context.refuseClasses(of: image.attributes, on: "a picture")
      do throws(DiagnosticError) {
        context.pictures[image.number] = try picture(request)
      } catch {
        context.add(error.diagnostics)
      }
    }
  }

  /// What is wanted of an image; nil if its file can't be named so, which is reported.
  private func request(
    for image: InlineReader.ImageReference, in block: CmarkNode
  ) -> ImageRequest? {
    let location = context.location(image.node)
    guard context.namesFileItself(block) else {
      context.fail(
        "markdown.image", "only the report's own text can name a figure's file", at: location,
        hint: "write the figure into report.md, with its address in parentheses")
      return nil
    }
    let url = image.node.url
    if !image.node.title.isEmpty {
      context.warn(
        "markdown.title", "the title of an image isn't shown", at: location,
        hint: "write the caption into the brackets, a subtitle behind it: {subtitle=\"…\"}")
    }
    guard !url.unicodeScalars.contains(Marker.holeStart) else {
      context.fail(
        "markdown.image", "the address of a figure can't come from data", at: location,
        hint: "choose between figures with sections: {{#name}} … {{/name}}")
      return nil
    }
    guard let scope = context.scope(image.node) else { return nil }
    return ImageRequest(
      url: context.filled(url), attributes: image.attributes, caption: image.description,
      scope: scope, location: location)
  }

  // MARK: Lists and tables

  /// Warns of dates and years that CommonMark reads as the numbers of list items.
  private func warnOfNumbers(_ list: CmarkNode) {
    for item in list.children {
      var place = item
      var message = "this line opens a list that begins with \(list.listStart ?? 0)"
      if let inner = item.children.first, inner.kind == .list, inner.listStart != nil,
        inner.line == item.line
      {
        message = "this line opens two lists"
        if list.listStart == nil { place = inner }
      } else if (list.listStart ?? 0) < 1000 {
        continue
      }
      guard context.isFirstListWarning(onLine: item.line) else { continue }
      context.warn(
        "markdown.list", message, at: context.location(place),
        hint: "if it is a date or a number, write a backslash before each dot: 2022\\. 10\\. 25\\.")
    }
  }

  private func table(_ node: CmarkNode) -> TableBlock {
    let alignments = node.tableAlignments.map { mark -> TableBlock.Alignment in
      switch mark {
      case UInt8(ascii: "c"): .center
      case UInt8(ascii: "r"): .right
      default: .left
      }
    }
    let rows = node.children.map { row in
      context.refuseLostCells(row, columns: alignments.count)
      return row.children.map { cell in
        let text = inlines.read(cell.children)
        place(text.images, in: cell)
        return TableBlock.Cell(text.inlines)
      }
    }
    let head = rows.first ?? []
    return TableBlock(
      columns: alignments.enumerated().map { index, alignment in
        TableBlock.Column(
          title: head.indices.contains(index) ? head[index].inlines : [], alignment: alignment)
      },
      rows: rows.dropFirst().map { TableBlock.Row($0) }, location: context.location(node))
  }
}

extension Inline {
  fileprivate var isSpace: Bool {
    switch self {
    case .softBreak: true
    case .text(let text): text.allSatisfy(\.isWhitespace)
    case .value, .emphasis, .strong, .strikethrough, .code, .link, .span, .citation,
      .reference, .note, .picture, .lineBreak:
      false
    }
  }

  fileprivate func isMark(of image: InlineReader.ImageReference) -> Bool {
    if case .picture(let mark) = self { mark.number == image.number } else { false }
  }
}

extension [Inline] {
  /// Without the first characters of the leading text.
  fileprivate func droppingPrefix(_ count: Int) -> [Inline] {
    guard case .text(let text)? = first else { return self }
    let rest = text.dropFirst(count)
    return (rest.isEmpty ? [] : [.text(String(rest))]) + dropFirst()
  }
}
