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

  /// Whether there is nothing to see.
  var isBlank: Bool { text.unicodeScalars.allSatisfy(\.properties.isWhitespace) }

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

  private var isInLink = false

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
    guard words.unicodeScalars.contains(where: { !$0.properties.isWhitespace }) else { return }
    closePart(before: start)
    links.append(Link(range: start..<end, target: target, contents: words))
    parts.append(Leaf(range: start..<end, role: role))
  }

  /// Ends the building: what lies between links becomes parts of its own.
  mutating func finish() {
    guard let last = parts.indices.last else { return }
    let end = parts[last].range.upperBound
    let rest = String(text.utf8.dropFirst(end)) ?? ""
    if rest.unicodeScalars.allSatisfy(\.properties.isWhitespace) {
      // Space at a paragraph's end isn't drawn, so it can't be an element.
      parts[last].range = parts[last].range.lowerBound..<text.utf8.count
    } else {
      closePart(before: text.utf8.count)
    }
  }

  private mutating func closePart(before end: Int) {
    let start = parts.last?.range.upperBound ?? 0
    if start < end { parts.append(Leaf(range: start..<end, role: .span)) }
  }
}
