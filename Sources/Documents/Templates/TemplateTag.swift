/// A tag as it stands in a template, before its content is understood.
struct TemplateTag {
  enum Kind {
    case comment
    case delimiters
    case end
    case partial
    case variable(isMarkdown: Bool)
    case section(isInverted: Bool)
    /// `{{<parent}}`
    case parent
    /// `{{$block}}`
    case block

    /// Whether a tag of this kind, alone on its line, takes the line with it (Mustache 1.4, "standalone").
    var takesItsLine: Bool {
      switch self {
      case .variable, .parent: false
      case .comment, .delimiters, .end, .partial, .section, .block: true
      }
    }
  }

  var kind: Kind
  /// Delimiters included.
  var range: Range<Int>
  /// What stands between, without the sigil and white space.
  var content: Range<Int>
}

/// Finds tags in a template's bytes; `{{` and `}}` until the template sets others.
struct TagScanner {
  /// Why the bytes at a place are no tag, and what would end it.
  struct Unclosed: Error {
    var closing: String
  }

  let bytes: [UInt8]
  let end: Int
  private(set) var open: [UInt8] = Array("{{".utf8)
  private var close: [UInt8] = Array("}}".utf8)

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    end = bytes.count
  }

  mutating func setDelimiters(open: some StringProtocol, close: some StringProtocol) {
    self.open = Array(open.utf8)
    self.close = Array(close.utf8)
  }

  /// The first byte of the next tag.
  func nextTag(from position: Int) -> Int? {
    find(open, in: position..<end)
  }

  func tag(at start: Int) throws(Unclosed) -> TemplateTag {
    var content = start + open.count
    var closing = close
    let kind: TemplateTag.Kind
    switch content < end ? bytes[content] : 0 {
    case UInt8(ascii: "!"): kind = .comment
    case UInt8(ascii: "="):
      kind = .delimiters
      closing = [UInt8(ascii: "=")] + close
    case UInt8(ascii: "#"): kind = .section(isInverted: false)
    case UInt8(ascii: "^"): kind = .section(isInverted: true)
    case UInt8(ascii: "/"): kind = .end
    case UInt8(ascii: ">"): kind = .partial
    case UInt8(ascii: "&"): kind = .variable(isMarkdown: true)
    case UInt8(ascii: "{"):
      kind = .variable(isMarkdown: true)
      closing = [UInt8(ascii: "}")] + close
    case UInt8(ascii: "<"): kind = .parent
    case UInt8(ascii: "$"): kind = .block
    default:
      kind = .variable(isMarkdown: false)
      content -= 1
    }
    content += 1
    guard content <= end, let stop = find(closing, in: content..<end) else {
      throw Unclosed(closing: String(decoding: closing, as: UTF8.self))
    }
    if case .comment = kind {
    } else if find(open, in: content..<stop) != nil {
      // The next tag begins before this one ends: the braces found are the other's.
      throw Unclosed(closing: String(decoding: closing, as: UTF8.self))
    }
    return TemplateTag(
      kind: kind, range: start..<stop + closing.count, content: trimmed(content..<stop))
  }

  /// The whole line of a tag that stands alone on it, line end included; nil where text stands beside the tag.
  ///
  /// - Parameter position: How far the text before the tag has been read.
  func standaloneLine(around tag: Range<Int>, after position: Int) -> Range<Int>? {
    guard let margin = margin(before: tag.lowerBound, after: position),
      let stop = restOfLine(after: tag.upperBound)
    else { return nil }
    return margin.lowerBound..<stop
  }

  /// The blanks between a line's start and an offset; nil where anything else stands there.
  func margin(before offset: Int, after position: Int = 0) -> Range<Int>? {
    var start = offset
    while start > position, Self.isBlank(bytes[start - 1]) { start -= 1 }
    return start == 0 || bytes[start - 1] == 0x0A ? start..<offset : nil
  }

  /// The offset behind the line end that follows, with blanks between at the most; nil where text stands there.
  func restOfLine(after offset: Int) -> Int? {
    var stop = offset
    while stop < end, Self.isBlank(bytes[stop]) { stop += 1 }
    if stop + 1 < end, bytes[stop] == 0x0D, bytes[stop + 1] == 0x0A { stop += 1 }
    return stop == end || bytes[stop] == 0x0A ? min(stop + 1, end) : nil
  }

  /// Whether a stretch ends with a line end.
  func endsLine(_ range: Range<Int>?) -> Bool {
    range.map { !$0.isEmpty && bytes[$0.upperBound - 1] == 0x0A } ?? false
  }

  /// How many blanks the first line of a range begins with that holds anything else.
  func margin(of body: Range<Int>) -> Int? {
    var start = body.lowerBound
    while start < body.upperBound {
      var stop = start
      while stop < body.upperBound, Self.isBlank(bytes[stop]) { stop += 1 }
      guard stop < body.upperBound, bytes[stop] == 0x0A || bytes[stop] == 0x0D else {
        return stop < body.upperBound ? stop - start : nil
      }
      start = stop + 1
    }
    return nil
  }

  private func find(_ mark: [UInt8], in range: Range<Int>) -> Int? {
    guard let first = mark.first else { return nil }
    return bytes.withUnsafeBufferPointer { bytes in
      var at = range.lowerBound
      while at + mark.count <= range.upperBound {
        if bytes[at] == first, mark.indices.allSatisfy({ bytes[at + $0] == mark[$0] }) { return at }
        at += 1
      }
      return nil
    }
  }

  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    var (start, stop) = (range.lowerBound, range.upperBound)
    while start < stop, Self.isSpace(bytes[start]) { start += 1 }
    while start < stop, Self.isSpace(bytes[stop - 1]) { stop -= 1 }
    return start..<stop
  }

  static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09
  }

  static func isSpace(_ byte: UInt8) -> Bool {
    isBlank(byte) || byte == 0x0A || byte == 0x0D
  }
}
