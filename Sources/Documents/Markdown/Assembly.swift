/// A run of inlines under construction: brackets wait for the attributes that make them a span.
struct Assembly {
  /// What stands last, for attributes that follow it.
  private enum End {
    /// A closed pair of brackets; the position of the first.
    case brackets(from: Int)
    case image
    case link
    case other
  }

  private(set) var images: [InlineReader.ImageReference] = []
  private var inlines: [Inline] = []
  private var end = End.other
  /// Positions of the brackets that are open.
  private var open: [Int] = []
  /// Attributes that nothing has followed yet.
  private var trailing: Cutting?
  private let context: MarkdownContext

  init(_ context: MarkdownContext) {
    self.context = context
  }

  mutating func add(_ inline: Inline) {
    settleTrailing()
    inlines.append(inline)
    if case .link = inline { end = .link } else { end = .other }
  }

  mutating func add(_ image: InlineReader.ImageReference) {
    add(.picture(InlinePicture.Mark(number: image.number, alt: image.description.plainText)))
    images.append(image)
    end = .image
  }

  /// Images found inside emphasis or a link.
  mutating func add(inner images: [InlineReader.ImageReference]) {
    self.images += images
  }

  mutating func openBracket() {
    add(.text("["))
    open.append(inlines.count - 1)
  }

  mutating func closeBracket() {
    add(.text("]"))
    if let start = open.popLast() { end = .brackets(from: start) }
  }

  /// Gives attributes to what they stand behind.
  mutating func attach(_ cutting: Cutting) {
    settleTrailing()
    switch end {
    case .brackets(let start):
      let location = context.source.location(cutting)
      if context.isTooDeep(open.count, "the nesting of spans", at: location) { return }
      let attributes = context.attributes(cutting)
      let inner = inlines[(start + 1)...].dropLast()
      inlines.removeSubrange(start...)
      inlines.append(
        .span(context.inlineClass(of: attributes), attributes, Array(inner).joiningTexts))
    case .image:
      let attributes = context.attributes(cutting)
      images[images.count - 1].attributes = attributes
      if let alt = attributes["alt"] {
        let number = images[images.count - 1].number
        inlines[inlines.count - 1] = .picture(InlinePicture.Mark(number: number, alt: alt))
      }
    case .link:
      let attributes = context.attributes(cutting)
      let link = inlines.removeLast()
      inlines.append(.span(context.inlineClass(of: attributes), attributes, [link]))
    case .other:
      trailing = cutting
    }
    end = .other
  }

  mutating func finish(_ ending: InlineReader.Ending) -> InlineReader.Result {
    var attributes: Attributes?
    if let cutting = trailing, ending == .attributes {
      attributes = context.attributes(cutting)
      trailing = nil
      inlines.dropTrailingSpaces()
    }
    settleTrailing()
    return InlineReader.Result(
      inlines: inlines.joiningTexts, images: images, trailing: attributes)
  }

  /// Attributes that belong to nothing come back as text.
  private mutating func settleTrailing() {
    guard let cutting = trailing else { return }
    trailing = nil
    inlines += context.inlines(context.source.text(cutting))
    context.warn(
      "markdown.attributes", "the attributes belong to nothing",
      at: context.source.location(cutting),
      hint: "put the text into a block, ::: {.class} …, or write \\{ for the sign itself")
  }
}

extension [Inline] {
  /// The same with neighbouring texts made one.
  fileprivate var joiningTexts: [Inline] {
    var joined: [Inline] = []
    joined.reserveCapacity(count)
    var text = ""
    for inline in self {
      if case .text(let literal) = inline {
        text += literal
      } else {
        if !text.isEmpty { joined.append(.text(text)) }
        text = ""
        joined.append(inline)
      }
    }
    if !text.isEmpty { joined.append(.text(text)) }
    return joined
  }

  fileprivate mutating func dropTrailingSpaces() {
    while case .text(let text)? = last {
      removeLast()
      let end = text.lastIndex { $0 != " " }.map { text.index(after: $0) } ?? text.startIndex
      guard end == text.startIndex else {
        append(.text(String(text[..<end])))
        return
      }
    }
  }
}
