/// The source line of a diagnostic, cut to what fits on a screen, and the carets under it.
struct Excerpt {
  let line: String
  let caret: String

  /// Scalars shown of a line, and how many of them before the place if not all are.
  private static let width = 110
  private static let lead = 60
  private static let longestLead = 90

  /// Nil for a file as a whole, and for a source without bytes.
  init?(_ location: SourceLocation) {
    guard let range = location.range, !location.source.bytes.isEmpty else { return nil }
    let bytes = location.source.bytes
    let line = location.source.lineRange(around: range.lowerBound)
    let place = min(max(range.lowerBound, line.lowerBound), line.upperBound)
    let marked = bytes[place..<min(max(range.upperBound, place), line.upperBound)]

    // A line may be as long as the file: only as many bytes as can be shown are decoded.
    let before = Self.last(Self.longestLead + 1, of: bytes[line.lowerBound..<place])
    let isCutBefore = before.count > Self.longestLead
    let shownBefore = isCutBefore ? before.suffix(Self.lead) : before[...]
    let room = Self.width - shownBefore.count
    let after = Self.first(room + 1, of: bytes[place..<line.upperBound])
    let isCutAfter = after.count > room
    let shownAfter = after.prefix(room)
    let markedCount = Self.first(room, of: marked).count

    let prefix = isCutBefore ? "… " : ""
    let texts = (Self.shown(shownBefore), Self.shown(shownAfter))
    self.line = "  " + prefix + texts.0 + texts.1 + (isCutAfter ? " …" : "")
    let indentation = prefix.count + Self.columns(texts.0)
    let length = max(1, Self.columns(Self.shown(shownAfter.prefix(markedCount))))
    caret =
      "  " + String(repeating: " ", count: indentation) + String(repeating: "^", count: length)
  }

  private static func first(_ count: Int, of bytes: ArraySlice<UInt8>) -> [Unicode.Scalar] {
    Array(String(decoding: bytes.prefix(4 * count), as: UTF8.self).unicodeScalars.prefix(count))
  }

  private static func last(_ count: Int, of bytes: ArraySlice<UInt8>) -> [Unicode.Scalar] {
    let tail = bytes.suffix(4 * count)
    let whole = tail.startIndex > bytes.startIndex ? tail.drop { $0 & 0xC0 == 0x80 } : tail
    return Array(String(decoding: whole, as: UTF8.self).unicodeScalars.suffix(count))
  }

  private static func shown(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    scalars.reduce(into: "") { $0 += $1 == "\t" ? " " : $1.visible }
  }

  private static func columns(_ text: String) -> Int {
    text.unicodeScalars.reduce(0) { $0 + $1.columns }
  }
}

extension Unicode.Scalar {
  /// Columns a terminal gives the scalar: two for the wide East Asian blocks, none for what combines, else one.
  fileprivate var columns: Int {
    switch value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3,
      0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1FAFF,
      0x20000...0x3FFFD:
      return 2
    case 0x20..<0x300: return 1
    // Medial vowels and final consonants join the syllable before them.
    case 0x1160...0x11FF, 0xD7B0...0xD7FF: return 0
    default: break
    }
    switch properties.generalCategory {
    case .nonspacingMark, .enclosingMark, .format: return 0
    default: return 1
    }
  }
}
