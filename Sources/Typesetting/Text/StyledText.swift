import Documents
import Graphics

/// Running text with its styles, the leaves it belongs to and the links it holds, ready to be shaped.
struct StyledText {
  struct Link {
    /// UTF-8 byte offsets in the text.
    var range: Range<Int>
    var target: LinkArea.Target
    var contents: String
    /// Whether it refers to another place of the document, as a citation does.
    var isReference = false
  }

  /// A stretch that is one element of the structure tree.
  struct Part: Equatable {
    var range: Range<Int>
    /// The index of the link that it is the text of, or a part of that.
    var link: Int?
    /// Where it isn't that of the text around it.
    var language: String?
    /// The index of the picture that it is.
    var picture: Int?
  }

  /// A picture that stands for one character of the text.
  struct Picture {
    var offset: Int
    /// Its rectangle begins at the line's left end and stands on the baseline.
    var image: ImageItem
    /// Empty for decoration.
    var alt: String

    var range: Range<Int> { offset..<offset + Self.character.utf8.count }

    /// What lines are broken by: with a syllable nothing parts the words that a picture touches. It is never drawn.
    static let character = "글"
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
  private(set) var pictures: [Picture] = []
  private(set) var tints: [Tint] = []
  /// Stretches that no line ends in.
  private(set) var unbreakable: [Range<Int>] = []
  /// Stretches that are elements of their own, in order; empty where all is one.
  private(set) var parts: [Part] = []
  /// What the page is asked for that it comes to stand on, each with its first byte.
  private(set) var anchors: [(offset: Int, anchor: Anchor)] = []
  /// Where the values in it come from, each with its first byte.
  private var origins: [(offset: Int, origin: Origin?)] = []
  private var isInLink = false

  /// Whether there is nothing to see.
  var isBlank: Bool { text.isBlank }

  // MARK: Building

  mutating func append(_ piece: String, _ style: TextStyle, from origin: Origin? = nil) {
    let composed = LetterComposition.compose(HangulComposition.compose(piece))
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

  mutating func append(_ image: ImageItem, alt: String, _ style: TextStyle) {
    pictures.append(Picture(offset: text.utf8.count, image: image, alt: alt))
    append(Picture.character, style)
  }

  mutating func append(_ piece: String, _ style: TextStyle, on ground: Color) {
    let start = text.utf8.count
    append(piece, style)
    tints.append(Tint(range: start..<text.utf8.count, color: ground))
  }

  /// Appends text that leads somewhere; inside a link it is text like any other.
  ///
  /// - Parameter contents: What the link says of itself, where its words alone say too little.
  mutating func appendLink(
    to target: LinkArea.Target, isReference: Bool = false, contents: String? = nil,
    _ body: (inout StyledText) -> Void
  ) {
    let start = text.utf8.count
    guard !isInLink else { return body(&self) }
    isInLink = true
    body(&self)
    isInLink = false
    let end = text.utf8.count
    let words = words(from: start)
    guard !words.isBlank else { return }
    links.append(
      Link(
        range: start..<end, target: target, contents: contents ?? words,
        isReference: isReference))
  }

  /// Ends the building: links, what is in another language, and what lies between them become parts of their own.
  mutating func finish() {
    parts = []
    let first = spans.first?.style.language
    let figures = pictures.indices.filter { !pictures[$0].alt.isEmpty }
    if links.isEmpty, figures.isEmpty, spans.allSatisfy({ $0.style.language == first }) { return }
    var next = 0
    for span in spans {
      var start = span.range.lowerBound
      while start < span.range.upperBound {
        while next < links.count, links[next].range.upperBound <= start { next += 1 }
        let isInLink = next < links.count && links[next].range.contains(start)
        let end =
          next < links.count
          ? isInLink ? links[next].range.upperBound : links[next].range.lowerBound : .max
        let picture = figures.first { pictures[$0].range.upperBound > start }
        let place = picture.map { pictures[$0].range } ?? .max..<(.max)
        let isPicture = place.contains(start)
        let range =
          start..<min(end, span.range.upperBound, isPicture ? place.upperBound : place.lowerBound)
        add(
          Part(
            range: range, link: isInLink ? next : nil, language: span.style.language,
            picture: isPicture ? picture : nil))
        start = range.upperBound
      }
    }
    guard parts.count > 1, let last = parts.last,
      (String(text.utf8.dropFirst(last.range.lowerBound)) ?? "").isBlank
    else { return }
    // Space at a paragraph's end isn't drawn, so it can't be an element.
    parts.removeLast()
    parts[parts.count - 1].range = parts[parts.count - 1].range.lowerBound..<text.utf8.count
  }

  /// Adds a part, or makes the last one longer if it is the same but for its style.
  private mutating func add(_ part: Part) {
    if let last = parts.last, last.link == part.link, last.language == part.language,
      last.picture == nil, part.picture == nil
    {
      parts[parts.count - 1].range = last.range.lowerBound..<part.range.upperBound
    } else {
      parts.append(part)
    }
  }

  /// The language that all of it is in, where it isn't that of the text around it.
  var language: String? {
    let first = spans.first?.style.language
    return spans.allSatisfy { $0.style.language == first } ? first : nil
  }

  /// The text with its type larger or smaller.
  func scaled(by factor: Double) -> StyledText {
    guard factor != 1 else { return self }
    var text = self
    for index in text.spans.indices { text.spans[index].style.size *= factor }
    return text
  }

  // MARK: Asking

  /// The text from a byte on as it is read out: with the words of pictures in their places.
  private func words(from start: Int) -> String {
    var words = ""
    var at = start
    let bytes = Array(text.utf8)
    for picture in pictures where picture.offset >= start {
      words += String(decoding: bytes[at..<picture.offset], as: UTF8.self) + picture.alt
      at = picture.range.upperBound
    }
    return words + String(decoding: bytes[at...], as: UTF8.self)
  }

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
