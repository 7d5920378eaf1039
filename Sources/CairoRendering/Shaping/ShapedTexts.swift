import Graphics

/// Texts as they were shaped before: a document set again for its page numbers, and the next one made from the same report,
/// say most of the same.
///
/// Bounded by the length of the texts: what wasn't wanted while half of the room was filled again is forgotten.
struct ShapedTexts {
  private struct Key: Hashable {
    var text: String
    var spans: [StyledRange]
    var language: String
  }

  private var recent: [Key: ShapedText] = [:]
  private var older: [Key: ShapedText] = [:]
  private var length = 0

  /// In UTF-8 bytes, each of which takes some fifty when it is shaped.
  private static let mostRecent = 128 * 1024
  /// What the arrays of a text take beside its characters, as bytes of text.
  private static let overhead = 64

  mutating func text(
    _ text: String, _ spans: [StyledRange], _ language: String, shape: () -> ShapedText
  ) -> ShapedText {
    let key = Key(text: text, spans: spans, language: language)
    if let known = recent[key] { return known }
    let shaped = older[key] ?? shape()
    let cost = text.utf8.count + Self.overhead
    length += cost
    if length > Self.mostRecent {
      older = recent
      recent = [:]
      length = cost
    }
    recent[key] = shaped
    return shaped
  }
}
