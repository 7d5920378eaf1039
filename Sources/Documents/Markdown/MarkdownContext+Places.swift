import Diagnostics

extension MarkdownContext {
  /// The place in the templates where a node begins.
  func location(_ node: CmarkNode) -> SourceLocation? {
    source.location(source.offset(line: node.line, column: node.column))
  }

  func scope(_ node: CmarkNode) -> Scope? {
    source.scope(source.offset(line: node.line, column: node.column))
  }

  /// Whether a paragraph with an image is all the author's own, address included: a value that is Markdown reads no file.
  func namesFileItself(_ paragraph: CmarkNode) -> Bool {
    let lines = paragraph.line...max(paragraph.line, paragraph.endLine)
    guard !source.holdsMarkdownValue(inLines: lines) else { return false }
    let text = source.bytes[
      source.line(lines.lowerBound).lowerBound..<source.line(lines.upperBound).upperBound]
    // An address that stands elsewhere, `![text][name]`, may be a value's.
    return zip(text, text.dropFirst()).contains {
      $0 == (UInt8(ascii: "]"), UInt8(ascii: "("))
    }
  }

  /// The place in the templates of a byte of a text node's literal.
  ///
  /// cmark gives the column of the node only, and a wrong one in lazy continuation lines and table cells; so the literal is laid
  /// beside the source, at the column given or else at the first place of the line where it fits.
  func location(_ node: CmarkNode, _ offset: Int) -> SourceLocation? {
    let literal = Array(node.literal.utf8.prefix(offset + 1))
    let given = source.offset(line: node.line, column: node.column)
    if let place = Self.place(of: offset, in: literal, laidAt: given, source.bytes) {
      return source.location(place)
    }
    for start in source.line(node.line) {
      if let place = Self.place(of: offset, in: literal, laidAt: start, source.bytes) {
        return source.location(place)
      }
    }
    return source.location(given)
  }

  /// Where a byte of a literal stands in the source that the literal was read from, escapes and entities taken apart.
  private static func place(
    of offset: Int, in literal: [UInt8], laidAt start: Int, _ source: [UInt8]
  ) -> Int? {
    var at = start
    var index = 0
    while index < literal.count {
      guard at < source.count else { return nil }
      if source[at] == UInt8(ascii: "\\"), at + 1 < source.count, source[at + 1] == literal[index],
        Unicode.Scalar(source[at + 1]).isASCIIPunctuation
      {
        at += 1
      } else if source[at] == UInt8(ascii: "&"),
        let end = source[at...].prefix(40).firstIndex(of: UInt8(ascii: ";")),
        !source[at...end].starts(with: literal[index...].prefix(end + 1 - at))
      {
        if index == offset { return at }
        at = end + 1
        index += 1
        while index < literal.count, literal[index] & 0xC0 == 0x80 { index += 1 }
        continue
      }
      guard source[at] == literal[index] else { return nil }
      if index == offset { return at }
      at += 1
      index += 1
    }
    return nil
  }
}

extension Unicode.Scalar {
  fileprivate var isASCIIPunctuation: Bool {
    switch value {
    case 0x21...0x2F, 0x3A...0x40, 0x5B...0x60, 0x7B...0x7E: true
    default: false
    }
  }
}
