import Diagnostics

/// Puts blocks into the divs whose fences stand around them, and captions to their tables.
struct DivBuilder {
  /// What the children of a CommonMark block are read into.
  enum Item {
    case block(Block)
    /// A paragraph that begins with a colon: the caption of the table beside it.
    case caption(Caption)
    case fence(opening: String?, SourceLocation?)
  }

  struct Caption {
    var text: [Inline]
    var attributes: Attributes
    var location: SourceLocation?
  }

  private struct OpenDiv {
    var attributes: Attributes
    var location: SourceLocation?
    var blocks: [Block] = []
    /// A caption that waits for the table below it.
    var caption: Caption?
  }

  private let context: MarkdownContext
  /// How deep the blocks lie in other blocks.
  private let depth: Int
  private var open = [OpenDiv(attributes: Attributes())]

  init(_ context: MarkdownContext, depth: Int) {
    self.context = context
    self.depth = depth
  }

  mutating func add(_ item: Item) {
    switch item {
    case .block(let block): add(block)
    case .caption(let caption): add(caption)
    case .fence(let opening?, let location): openDiv(opening, at: location)
    case .fence(nil, let location):
      if open.count > 1 {
        closeDiv()
      } else {
        context.fail(
          "markdown.fence", "this fence closes nothing", at: location,
          hint: "open a block with ::: {.class} or remove the line")
      }
    }
  }

  mutating func finish() -> [Block] {
    while open.count > 1 {
      context.fail(
        "markdown.fence", "this block isn't closed", at: open[open.count - 1].location,
        hint: "close it with a line of :::")
      closeDiv()
    }
    settleCaption()
    return open[0].blocks
  }

  // MARK: Divs

  private mutating func openDiv(_ opening: String, at location: SourceLocation?) {
    settleCaption()
    if context.isTooDeep(depth + open.count, "the nesting of blocks", at: location) { return }
    open.append(OpenDiv(attributes: attributes(opening, at: location), location: location))
  }

  private mutating func closeDiv() {
    settleCaption()
    let div = open.removeLast()
    let role = context.divRole(of: div.attributes)
    if let around = role.container, !open[open.count - 1].attributes.classes.contains(around) {
      let name = div.attributes.classes.first ?? ""
      context.warn(
        "markdown.div", "this \".\(name)\" stands outside of \".\(around)\"", at: div.location,
        hint: "open ::: {.\(around)} around all of them")
    }
    if role.isVoid, let first = div.blocks.first {
      let name = div.attributes.classes.first ?? ""
      context.fail(
        "markdown.div", "nothing may stand in a block \".\(name)\"",
        at: first.location ?? div.location, hint: "close the block right below its first line")
    }
    add(
      Block(.div(role, div.blocks), attributes: div.attributes, location: div.location))
  }

  /// Reads what stands behind the colons: `{.class key=value}`, or a class alone.
  private func attributes(_ opening: String, at location: SourceLocation?) -> Attributes {
    do throws(AttributeParser.Fault) {
      guard opening.first == "{" else {
        guard !opening.contains(where: \.isWhitespace) else {
          throw AttributeParser.Fault(
            message: "text stands behind the colons",
            hint: "write ::: {.class key=value}, and the text on lines of its own")
        }
        return Attributes(classes: [opening].map { context.filled($0) }, location: location)
      }
      let bytes = Array(opening.utf8)
      let end = NotationScanner.endOfAttributes(in: bytes, bytes.indices, from: 0)
      guard let end else {
        throw AttributeParser.Fault(
          message: "the attributes aren't closed", hint: "close them with }")
      }
      guard end == bytes.count else {
        throw AttributeParser.Fault(
          message: "text stands behind the attributes", hint: "put it on a line of its own")
      }
      return try context.attributes(opening.dropFirst().dropLast(), at: location)
    } catch {
      context.fail("markdown.attributes", error.message, at: location, hint: error.hint)
      return Attributes(location: location)
    }
  }

  // MARK: Captions

  /// Gives a table the caption that stands right above or below it (Pandoc, `table_captions`).
  private mutating func add(_ caption: Caption) {
    context.refuseClasses(of: caption.attributes, on: "a caption")
    context.check(caption.attributes, by: .caption)
    let last = open.count - 1
    if let block = open[last].blocks.last, let captioned = block.captioned(caption) {
      open[last].blocks[open[last].blocks.count - 1] = captioned
    } else {
      settleCaption()
      open[last].caption = caption
    }
  }

  private mutating func add(_ block: Block) {
    var block = block
    if let caption = open[open.count - 1].caption, let captioned = block.captioned(caption) {
      open[open.count - 1].caption = nil
      block = captioned
    }
    settleCaption()
    open[open.count - 1].blocks.append(block)
  }

  private mutating func settleCaption() {
    guard let caption = open[open.count - 1].caption else { return }
    open[open.count - 1].caption = nil
    context.fail(
      "markdown.caption", "this caption stands beside no table", at: caption.location,
      hint: "put the line \": caption\" right below a table, or write \\: for the sign itself")
  }
}

extension Block {
  /// The same table with a caption; nil for what is no table, or has a caption.
  fileprivate func captioned(_ caption: DivBuilder.Caption) -> Block? {
    guard case .table(var table) = kind, table.caption.isEmpty else { return nil }
    table.caption = caption.text
    var block = self
    block.kind = .table(table)
    block.attributes = caption.attributes
    return block
  }
}
