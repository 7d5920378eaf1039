/// One line of Markdown, as far as BriefKit has to know it before CommonMark does.
struct MarkdownLine {
  struct CodeFence {
    var mark: UInt8
    var length: Int
  }

  struct DivFence {
    /// What stands behind the colons; nil for a closing fence.
    var opening: String?
  }

  private let bytes: ArraySlice<UInt8>
  /// The spaces at the line's start.
  let indentation: Range<Int>
  /// The rest, without the line end.
  let content: Range<Int>

  init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    let start = bytes.firstIndex { $0 != 0x20 } ?? bytes.endIndex
    var end = bytes.endIndex
    while end > start, bytes[end - 1] == 0x0A || bytes[end - 1] == 0x0D { end -= 1 }
    indentation = bytes.startIndex..<start
    content = start..<end
  }

  private var text: ArraySlice<UInt8> { bytes[content] }

  var isBlank: Bool {
    text.allSatisfy { $0 == 0x20 || $0 == 0x09 }
  }

  /// `: caption`, the line that names a table.
  var isCaption: Bool {
    text.starts(with: ": ".utf8)
  }

  /// Whether it looks like text, such as `[주]: 잠정치`, and is a link's definition to CommonMark, which shows nothing of it.
  var hidesText: Bool {
    guard text.first == UInt8(ascii: "["), let end = text.firstIndex(of: UInt8(ascii: "]")),
      end > text.startIndex + 1, !"^@".utf8.contains(text[text.startIndex + 1]),
      text[(end + 1)...].first == UInt8(ascii: ":")
    else { return false }
    let words = text[(end + 2)...].split(separator: 0x20)
    guard let address = words.first, !address.contains(where: "/:#.<".utf8.contains) else {
      return false
    }
    return words.count == 1 || words[1].first.map { "\"'(".utf8.contains($0) } == true
  }

  /// How many bars it holds, as table cells have them.
  var bars: Int {
    text.count { $0 == UInt8(ascii: "|") }
  }

  // MARK: Containers

  /// How many lists and quotes the line opens or goes on with.
  var containers: Int {
    skippingContainers.count
  }

  /// Whether it begins a list item, a heading or a table row, so that no emphasis or code reaches into it from above.
  var opensBlock: Bool {
    switch text.first {
    case UInt8(ascii: "|"): return true
    case UInt8(ascii: "#"):
      let rest = text.drop { $0 == UInt8(ascii: "#") }
      return rest.isEmpty || rest.first == 0x20 || rest.first == 0x09
    default: return Self.listMarker(text) != nil
    }
  }

  private var skippingContainers: (rest: ArraySlice<UInt8>, count: Int) {
    var rest = text
    var count = 0
    while true {
      rest = rest.drop { $0 == 0x20 }
      if rest.first == UInt8(ascii: ">") {
        rest = rest.dropFirst()
      } else if let length = Self.listMarker(rest) {
        rest = rest.dropFirst(length)
      } else {
        return (rest, count)
      }
      count += 1
    }
  }

  /// The length of the list marker that a text begins with; nil where it begins with none.
  private static func listMarker(_ text: ArraySlice<UInt8>) -> Int? {
    guard let first = text.first else { return nil }
    var length = 1
    switch first {
    case UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+"): break
    case UInt8(ascii: "0")...UInt8(ascii: "9"):
      let digits = text.prefix(10).prefix { (0x30...0x39).contains($0) }.count
      let mark = text.dropFirst(digits).first
      guard mark == UInt8(ascii: ".") || mark == UInt8(ascii: ")") else { return nil }
      length = digits + 1
    default: return nil
    }
    let next = text.dropFirst(length).first
    return next == nil || next == 0x20 || next == 0x09 ? length : nil
  }

  // MARK: Fences

  /// The code fence that the line opens, in a list or quote too (CommonMark 0.31, 4.5).
  var codeFence: CodeFence? {
    let rest = skippingContainers.rest
    guard let mark = rest.first, mark == UInt8(ascii: "`") || mark == UInt8(ascii: "~") else {
      return nil
    }
    let length = rest.prefix { $0 == mark }.count
    guard length >= 3 else { return nil }
    if mark == UInt8(ascii: "`"), rest.dropFirst(length).contains(mark) { return nil }
    return CodeFence(mark: mark, length: length)
  }

  func closes(_ open: CodeFence) -> Bool {
    let rest = text.drop { $0 == UInt8(ascii: ">") || $0 == 0x20 }
    let length = rest.prefix { $0 == open.mark }.count
    return length >= open.length
      && rest.dropFirst(length).allSatisfy { $0 == 0x20 || $0 == 0x09 }
  }

  /// The fence of a div: three colons or more, then a name or attributes where it opens one (Pandoc, `fenced_divs`).
  var divFence: DivFence? {
    let colons = text.prefix { $0 == UInt8(ascii: ":") }.count
    guard colons >= 3 else { return nil }
    var rest = String(decoding: text.dropFirst(colons), as: UTF8.self).trimmingSpaces
    while rest.last == ":" { rest = rest.dropLast() }
    rest = rest.trimmingSpaces
    return DivFence(opening: rest.isEmpty ? nil : String(rest))
  }
}
