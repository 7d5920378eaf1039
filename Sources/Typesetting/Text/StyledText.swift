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

  private(set) var text = ""
  private(set) var spans: [StyledRange] = []
  private(set) var links: [Link] = []
  private(set) var keys: [Key] = []
  /// Stretches with a role of their own, in order; empty where all is one.
  private(set) var parts: [Leaf] = []

  var isEmpty: Bool { text.isEmpty }

  mutating func append(_ piece: String, _ style: TextStyle) {
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
  }

  mutating func append(key color: Color) {
    keys.append(Key(offset: text.utf8.count, color: color))
  }

  /// Appends text that leads somewhere.
  mutating func appendLink(
    to target: LinkArea.Target, role: Structure.Role = .link, _ body: (inout StyledText) -> Void
  ) {
    let start = text.utf8.count
    closePart(before: start)
    body(&self)
    let end = text.utf8.count
    guard start < end else { return }
    let words = String(text.utf8.dropFirst(start)) ?? ""
    links.append(Link(range: start..<end, target: target, contents: words))
    parts.append(Leaf(range: start..<end, role: role))
  }

  /// Ends the building: what lies between links becomes parts of its own.
  mutating func finish() {
    if !parts.isEmpty { closePart(before: text.utf8.count) }
  }

  private mutating func closePart(before end: Int) {
    let start = parts.last?.range.upperBound ?? 0
    if start < end { parts.append(Leaf(range: start..<end, role: .span)) }
  }
}
