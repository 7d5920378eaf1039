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
    package var citedKeys: [String]
    package var warnings: [Diagnostic]
  }

  private let context: MarkdownContext
  private let inlines: InlineReader
  private let image: (ImageRequest) throws(DiagnosticError) -> Block

  /// Reads an expansion; `image` makes the block of an image's paragraph.
  package static func read(
    _ expansion: Expansion, settings: MarkdownSettings,
    image: @escaping (ImageRequest) throws(DiagnosticError) -> Block
  ) throws(DiagnosticError) -> Result {
    let source = MarkdownSource(expansion)
    let context = MarkdownContext(source: source, values: expansion.values, settings: settings)
    guard let tree = CmarkTree(source.bytes) else {
      throw DiagnosticError(.error("markdown.internal", "the text can't be read as Markdown"))
    }
    let reader = MarkdownReader(
      context: context, inlines: InlineReader(context: context), image: image)
    let blocks = reader.blocks(of: tree.root)
    if context.diagnostics.hasErrors { throw DiagnosticError(context.diagnostics) }
    return Result(
      blocks: blocks, citedKeys: context.citedKeys, warnings: context.diagnostics)
  }

  private init(
    context: MarkdownContext, inlines: InlineReader,
    image: @escaping (ImageRequest) throws(DiagnosticError) -> Block
  ) {
    self.context = context
    self.inlines = inlines
    self.image = image
  }

  // MARK: Divs

  private enum Item {
    case block(Block)
    case caption([Inline], Attributes)
    case fence(Int)
  }

  private struct OpenDiv {
    var attributes: Attributes
    var location: SourceLocation?
    var items: [Item] = []
  }

  private func blocks(of parent: CmarkNode) -> [Block] {
    var stack = [OpenDiv(attributes: Attributes())]
    for node in parent.children {
      for item in items(of: node) {
        guard case .fence(let number) = item else {
          stack[stack.count - 1].items.append(item)
          continue
        }
        guard let (fence, location) = context.fence(number) else { continue }
        if let opening = fence.opening {
          stack.append(
            OpenDiv(attributes: divAttributes(opening, at: location), location: location))
        } else if stack.count > 1 {
          let div = stack.removeLast()
          stack[stack.count - 1].items.append(.block(close(div)))
        } else {
          context.fail(
            "markdown.fence", "this fence closes nothing", at: location,
            hint: "open a block with ::: {.class} or remove the line")
        }
      }
    }
    while stack.count > 1 {
      let div = stack.removeLast()
      context.fail(
        "markdown.fence", "this block isn't closed", at: div.location,
        hint: "close it with a line of :::")
      stack[stack.count - 1].items.append(.block(close(div)))
    }
    return joinCaptions(stack[0].items)
  }

  private func close(_ div: OpenDiv) -> Block {
    context.current = div.location
    return Block(
      .div(context.divRole(of: div.attributes), joinCaptions(div.items)),
      attributes: div.attributes, location: div.location)
  }

  private func divAttributes(_ opening: String, at location: SourceLocation?) -> Attributes {
    var attributes: Attributes
    if opening.first == "{" {
      do throws(AttributeParser.Fault) {
        guard opening.last == "}" else {
          throw AttributeParser.Fault(
            message: "the attributes aren't closed", hint: "close them with }")
        }
        attributes = try context.attributes(String(opening.dropFirst().dropLast()))
      } catch {
        context.fail("markdown.attributes", error.message, at: location, hint: error.hint)
        attributes = Attributes()
      }
    } else {
      attributes = Attributes(classes: [opening])
    }
    attributes.location = location
    return attributes
  }

  /// Gives each table the caption paragraph that stands beside it, as in Pandoc.
  private func joinCaptions(_ items: [Item]) -> [Block] {
    var blocks: [Block] = []
    var waiting: ([Inline], Attributes)?
    for item in items {
      switch item {
      case .fence: break
      case .caption(let caption, let attributes):
        if case .table(var table)? = blocks.last?.kind, table.caption.isEmpty {
          table.caption = caption
          blocks[blocks.count - 1].kind = .table(table)
          blocks[blocks.count - 1].attributes = attributes
        } else {
          waiting = (caption, attributes)
        }
      case .block(var block):
        if let (caption, attributes) = waiting {
          if case .table(var table) = block.kind {
            table.caption = caption
            block.kind = .table(table)
            block.attributes = attributes
          } else {
            context.fail(
              "markdown.caption", "this caption stands beside no table", at: block.location,
              hint: "put the line \": caption\" right after a table, or write \\: for the sign")
          }
          waiting = nil
        }
        blocks.append(block)
      }
    }
    return blocks
  }

  // MARK: Blocks

  private func items(of node: CmarkNode) -> [Item] {
    let location = context.location(node)
    context.current = location
    func block(_ kind: Block.Kind, _ attributes: Attributes = Attributes()) -> [Item] {
      [.block(Block(kind, attributes: attributes, location: location))]
    }
    switch node.kind {
    case .paragraph: return paragraph(node, location)
    case .heading:
      let text = inlines.read(node.children)
      refuseImages(text)
      return block(.heading(level: node.headingLevel, text.inlines), text.trailing)
    case .list:
      let items = node.children.map { item in
        if let list = item.children.first, list.kind == .list, list.line == item.line,
          list.listStart != nil
        {
          context.warn(
            "markdown.list", "this line opens two lists", at: location,
            hint: "if it is a date or a number, write a backslash before each dot: 2022\\. 10\\.")
        }
        return blocks(of: item)
      }
      return block(
        .list(ListBlock(start: node.listStart, isTight: node.isTight, items: items)))
    case .quote: return block(.quote(blocks(of: node)))
    case .code: return block(.code(context.filled(node.literal)))
    case .rule: return block(.rule)
    case .table: return block(.table(table(node)))
    case .html:
      _ = context.html(node.literal, at: node)
      return []
    case .footnoteDefinition: return []
    default: return node.children.flatMap(items)
    }
  }

  private func paragraph(_ node: CmarkNode, _ location: SourceLocation?) -> [Item] {
    let children = node.children
    if children.count == 1, let first = children.first, first.kind == .text,
      case .number(let number)? = Marker.pieces(
        of: first.literal, between: Marker.fenceStart, and: Marker.fenceEnd
      ).first
    {
      return [.fence(number)]
    }
    let text = inlines.read(children)
    if let first = children.first, first.kind == .text, first.literal.hasPrefix(": ") {
      return [.caption(text.inlines.droppingPrefix(2), text.trailing)]
    }
    guard let image = text.images.first else {
      var attributes = text.trailing
      attributes.location = location
      return [.block(Block(.paragraph(text.inlines), attributes: attributes, location: location))]
    }
    guard text.images.count == 1, text.inlines.plainText.trimmingSpaces.isEmpty else {
      refuseImages(text)
      return []
    }
    guard let scope = context.scope(line: image.line, column: image.column) else { return [] }
    do throws(DiagnosticError) {
      var block = try self.image(
        ImageRequest(
          url: image.url, attributes: image.attributes, caption: image.description, scope: scope,
          location: image.location))
      block.location = image.location
      return [.block(block)]
    } catch {
      context.add(error.diagnostics)
      return []
    }
  }

  private func refuseImages(_ text: InlineReader.Result) {
    for image in text.images {
      context.fail(
        "markdown.image", "an image inside running text is not built yet", at: image.location,
        hint: "put it into a paragraph of its own")
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
      row.children.map { cell in
        let text = inlines.read(cell.children)
        refuseImages(text)
        return TableBlock.Cell(text.inlines)
      }
    }
    let head = rows.first ?? []
    return TableBlock(
      columns: alignments.enumerated().map { index, alignment in
        TableBlock.Column(
          title: head.indices.contains(index) ? head[index].inlines : [], alignment: alignment)
      },
      rows: Array(rows.dropFirst()), location: context.location(node))
  }
}

extension [Inline] {
  /// Without the first characters of the leading text.
  fileprivate func droppingPrefix(_ count: Int) -> [Inline] {
    guard case .text(let text)? = first else { return self }
    return [.text(String(text.dropFirst(count)))] + dropFirst()
  }
}
