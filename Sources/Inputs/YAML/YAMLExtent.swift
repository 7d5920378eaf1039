/// Finds where a node ends in the text, of which Yams only tells where it begins.
struct YAMLExtent {
  private let bytes: [UInt8]
  private let end: Int

  init(_ bytes: [UInt8], end: Int) {
    self.bytes = bytes
    self.end = end
  }

  /// The offset after the quote that closes the one at `start`.
  func ofQuoted(_ start: Int) -> Int {
    guard start < end else { return start }
    let quote = bytes[start]
    var at = start + 1
    while at < end {
      if bytes[at] == UInt8(ascii: "\\"), quote == UInt8(ascii: "\"") {
        at += 2
      } else if bytes[at] != quote {
        at += 1
      } else if quote == UInt8(ascii: "'"), at + 1 < end, bytes[at + 1] == quote {
        at += 2
      } else {
        return at + 1
      }
    }
    return end
  }

  /// The offset after a plain scalar: its text with any run of spaces and line breaks for each of its own.
  func ofPlain(_ start: Int, text: String) -> Int {
    var at = start
    var isInSpace = false
    for byte in text.utf8 {
      if byte == 0x20 || byte == 0x0A {
        if isInSpace { continue }
        isInSpace = true
        while at < end, isSpace(bytes[at]) { at += 1 }
      } else {
        isInSpace = false
        guard at < end, bytes[at] == byte else { return at }
        at += 1
      }
    }
    return at
  }

  /// The offset after a `|` or `>` scalar: the lines below it that are blank or indented like its first.
  func ofBlock(_ start: Int) -> Int {
    var stop = lineEnd(start)
    var indentation: Int?
    var at = stop
    while at < end {
      let line = min(at + 1, end)
      var content = line
      while content < end, bytes[content] == 0x20 { content += 1 }
      let next = lineEnd(content)
      let isBlank = bytes[content..<next].allSatisfy(isSpace)
      if !isBlank {
        let least = indentation ?? max(1, content - line)
        guard content - line >= least else { break }
        indentation = least
        stop = next
      }
      guard next > at else { break }
      at = next
    }
    return stop
  }

  /// The offset after the bracket that closes a flow list or object whose last content ends at `last`.
  func ofFlow(_ last: Int, closing: UInt8) -> Int {
    var at = last
    while at < end, bytes[at] != closing {
      if bytes[at] == UInt8(ascii: "#"), at > 0, isSpace(bytes[at - 1]) {
        at = lineEnd(at)
      } else {
        at += 1
      }
    }
    return min(at + 1, end)
  }

  private func lineEnd(_ start: Int) -> Int {
    var at = start
    while at < end, bytes[at] != 0x0A { at += 1 }
    return at
  }

  private func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
  }
}
