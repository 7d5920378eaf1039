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

  /// UTF-8 bytes; a shaped text takes some fifty times as many.
  private static let mostRecent = 64 * 1024

  mutating func text(
    _ text: String, _ spans: [StyledRange], _ language: String, shape: () -> ShapedText
  ) -> ShapedText {
    let key = Key(text: text, spans: spans, language: language)
    if let known = recent[key] { return known }
    let shaped = older[key] ?? shape()
    length += text.utf8.count
    if length > Self.mostRecent {
      older = recent
      recent = [:]
      length = text.utf8.count
    }
    recent[key] = shaped
    return shaped
  }
}
