import Graphics

/// Short texts that were shaped before: tables and lists say the same words again and again.
struct ShapeCache {
  private struct Key: Hashable {
    var text: String
    var style: TextStyle
    var language: String
  }

  private var texts: [Key: CompactText] = [:]
  private var runs: [[ShapedText.Run]] = []

  private static let longestText = 64
  private static let mostTexts = 4096
  private static let mostRuns = 16

  /// The text as it was shaped before, else as `shape` does it now.
  mutating func text(
    _ styled: StyledText, in language: String, _ shape: () -> ShapedText
  ) -> CompactText {
    guard styled.spans.count == 1, let style = styled.spans.first?.style,
      styled.text.utf8.count <= Self.longestText
    else { return compact(shape()) }
    let key = Key(text: styled.text, style: style, language: language)
    if let known = texts[key] { return known }
    let text = compact(shape())
    // A long document must not keep all texts it ever saw.
    if texts.count == Self.mostTexts { texts.removeAll(keepingCapacity: true) }
    texts[key] = text
    return text
  }

  /// The text with a list of runs that is kept already, if an equal one is.
  private mutating func compact(_ shaped: ShapedText) -> CompactText {
    if let known = runs.first(where: { $0 == shaped.runs }) {
      return CompactText(shaped, sharing: known)
    }
    if runs.count == Self.mostRuns { runs.removeFirst() }
    runs.append(shaped.runs)
    return CompactText(shaped)
  }
}
