import Documents
import Graphics

/// Running text with its styles, the leaves it belongs to and the links it holds, ready to be shaped.
struct StyledText {
  struct Link {
    /// UTF-8 byte offsets in the text.
    var range: Range<Int>
    var target: LinkArea.Target
    var contents: String
  }

  /// A stretch that is one element of the structure tree.
  struct Leaf {
    var range: Range<Int>
    var role: Structure.Role
  }

  /// A square in the colour that stands for the word behind it.
  struct Key {
    var offset: Int
    var color: Color
  }

  /// A stretch that stands on a ground of its own.
  struct Tint {
    var range: Range<Int>
    var color: Color
  }

  private(set) var text = ""
  private(set) var spans: [StyledRange] = []
  private(set) var links: [Link] = []
  private(set) var keys: [Key] = []
  private(set) var tints: [Tint] = []
  /// Stretches that no line ends in.
  private(set) var unbreakable: [Range<Int>] = []
  /// Stretches with a role of their own, in order; empty where all is one.
  private(set) var parts: [Leaf] = []
  /// What the page is asked for that it comes to stand on, each with its first byte.
  private(set) var anchors: [(offset: Int, anchor: Anchor)] = []
  /// Where the values in it come from, each with its first byte.
  private var origins: [(offset: Int, origin: Origin?)] = []
  private var isInLink = false

  /// Whether there is nothing to see.
  var isBlank: Bool { text.isBlank }

  // MARK: Building

  mutating func append(_ piece: String, _ style: TextStyle, from origin: Origin? = nil) {
    let composed = HangulComposition.compose(piece)
    guard !composed.isEmpty else { return }
    let start = text.utf8.count
    text += composed
    let range = start..<text.utf8.count
    if let last = spans.last, last.style == style {
      spans[spans.count - 1].range = last.range.lowerBound..<range.upperBound
    } else {
      spans.append(StyledRange(range, style))
    }
    if origin != nil || !origins.isEmpty { origins.append((start, origin)) }
  }

  /// In bytes; longer stretches could leave ugly gaps.
  private static let longestWhole = 40

  /// Appends a number with its unit, a name with its key or the like, which no line ends in unless it is long.
  mutating func appendWhole(_ body: (inout StyledText) -> Void) {
    let start = text.utf8.count
    body(&self)
    let range = start..<text.utf8.count
    if range.count <= Self.longestWhole { unbreakable.append(range) }
  }

  mutating func append(anchor: Anchor) {
    anchors.append((text.utf8.count, anchor))
  }

  mutating func append(key color: Color) {
    keys.append(Key(offset: text.utf8.count, color: color))
  }

  mutating func append(_ piece: String, _ style: TextStyle, on ground: Color) {
    let start = text.utf8.count
    append(piece, style)
    tints.append(Tint(range: start..<text.utf8.count, color: ground))
  }

  /// Appends text that leads somewhere; inside a link it is text like any other.
  mutating func appendLink(
    to target: LinkArea.Target, role: Structure.Role = .link, _ body: (inout StyledText) -> Void
  ) {
    let start = text.utf8.count
    guard !isInLink else { return body(&self) }
    isInLink = true
    body(&self)
    isInLink = false
    let end = text.utf8.count
    let words = String(text.utf8.dropFirst(start)) ?? ""
    guard !words.isBlank else { return }
    closePart(before: start)
    links.append(Link(range: start..<end, target: target, contents: words))
    parts.append(Leaf(range: start..<end, role: role))
  }

  /// Ends the building: what lies between links becomes parts of its own.
  mutating func finish() {
    guard let last = parts.indices.last else { return }
    let rest = String(text.utf8.dropFirst(parts[last].range.upperBound)) ?? ""
    if rest.isBlank {
      // Space at a paragraph's end isn't drawn, so it can't be an element.
      parts[last].range = parts[last].range.lowerBound..<text.utf8.count
    } else {
      closePart(before: text.utf8.count)
    }
  }

  /// The text with its type larger or smaller.
  func scaled(by factor: Double) -> StyledText {
    guard factor != 1 else { return self }
    var text = self
    for index in text.spans.indices { text.spans[index].style.size *= factor }
    return text
  }

  private mutating func closePart(before end: Int) {
    let start = parts.last?.range.upperBound ?? 0
    if start < end { parts.append(Leaf(range: start..<end, role: .span)) }
  }

  // MARK: Asking

  /// Where the text at a byte comes from, if it is a value.
  func origin(at offset: Int) -> Origin? {
    origins.last { $0.offset <= offset }?.origin
  }

  /// Some of the text on both sides of a byte.
  func excerpt(around offset: Int) -> String {
    let bytes = text.utf8
    let at = bytes.index(bytes.startIndex, offsetBy: min(offset, bytes.count))
    let start = text.index(at, offsetBy: -20, limitedBy: text.startIndex) ?? text.startIndex
    let end = text.index(at, offsetBy: 20, limitedBy: text.endIndex) ?? text.endIndex
    var shown = String.UnicodeScalarView()
    for scalar in text[start..<end].unicodeScalars {
      switch scalar.properties.generalCategory {
      case .control: shown.append("\u{FFFD}")
      case .spaceSeparator, .lineSeparator, .paragraphSeparator: shown.append(" ")
      default: shown.append(scalar)
      }
    }
    return (start > text.startIndex ? "…" : "") + String(shown) + (end < text.endIndex ? "…" : "")
  }
}

extension StringProtocol {
  /// Whether it is nothing but white space.
  var isBlank: Bool { unicodeScalars.allSatisfy(\.properties.isWhitespace) }
}
