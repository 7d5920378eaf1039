import Graphics

/// A shaper whose widths are known by heart: Hangul and ideographs one em, all else half an em; a cluster is a character.
///
/// Lines may break by the rules of UAX #14 that Korean and English text needs.
final class FixedShaper: TextShaper {
  /// Scalars that it has no glyph for.
  static let missing: Set<Unicode.Scalar> = ["\u{1F600}", "☃"]

  /// How often it was asked to shape.
  private(set) var shapings = 0

  func shape(_ text: String, spans: [StyledRange], language: String) -> ShapedText {
    shapings += 1
    var clusters: [ShapedText.Cluster] = []
    var glyphs: [Glyph] = []
    var runs: [ShapedText.Run] = []
    var missing: [ShapedText.MissingGlyph] = []
    var offset = 0
    var span = 0
    var before: [Unicode.Scalar] = []
    for character in text {
      let scalars = Array(character.unicodeScalars)
      guard let scalar = scalars.first else { continue }
      while span + 1 < spans.count, spans[span + 1].range.lowerBound <= offset { span += 1 }
      let style = spans[span].style
      let run = ShapedText.Run(face: FaceID(hash: 1, index: 0), style: style)
      if runs.last != run { runs.append(run) }
      if Self.missing.contains(scalar) {
        missing.append(.init(scalar: scalar, offset: offset, reason: .noGlyph))
      } else if scalar.properties.generalCategory == .control, !LineRules.isLineEnd(scalar) {
        missing.append(.init(scalar: scalar, offset: offset, reason: .control))
      }
      let advance = Self.advance(scalar, style) + style.letterSpacing
      clusters.append(
        .init(
          start: offset, byteCount: character.utf8.count, firstGlyph: glyphs.count, glyphCount: 1,
          advance: advance, run: runs.count - 1,
          breakBefore: LineRules.breakBetween(before, scalar), isSpace: LineRules.isSpace(scalar)))
      glyphs.append(Glyph(id: scalar.value, xOffset: 0, yOffset: -style.rise, advance: advance))
      // Space hides what stands before it only from rules that look past it.
      before.append(contentsOf: scalars)
      if before.count > 8 { before.removeFirst(before.count - 8) }
      offset += character.utf8.count
    }
    return ShapedText(text: text, clusters: clusters, glyphs: glyphs, runs: runs, missing: missing)
  }

  func advance(_ text: String, style: TextStyle) -> Double {
    text.reduce(0) { sum, character in
      sum
        + (character.unicodeScalars.first.map { Self.advance($0, style) + style.letterSpacing } ?? 0)
    }
  }

  func metrics(_ style: TextStyle) -> FontMetrics {
    FontMetrics(
      ascent: style.size * 0.8, descent: style.size * 0.2, capHeight: style.size * 0.7,
      underlinePosition: style.size * 0.1, underlineThickness: style.size * 0.05)
  }

  private static func advance(_ scalar: Unicode.Scalar, _ style: TextStyle) -> Double {
    if LineRules.isLineEnd(scalar) || scalar == "\u{200B}" || scalar == "\u{AD}" { return 0 }
    return scalar.isWide ? style.size : style.size / 2
  }
}

extension Unicode.Scalar {
  var isWide: Bool { (0x1100...0x11FF).contains(value) || (0x2E80...0xFFDC).contains(value) }
}

/// UAX #14 as far as the tests need it.
private enum LineRules {
  private enum Class {
    case space, lineEnd, zeroWidthSpace, glue, opening, closing, quotation, hyphen, slash, postfix
    case prefix, number, letter, syllable
  }

  static func isLineEnd(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "\u{2028}" || scalar == "\u{2029}" || scalar == "\n"
  }

  static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    scalar == " " || scalar == "\u{2003}" || scalar == "\t" || isLineEnd(scalar)
  }

  private static func kind(_ scalar: Unicode.Scalar) -> Class {
    switch scalar {
    case "\u{2028}", "\u{2029}", "\n": .lineEnd
    case " ", "\t", "\u{2003}": .space
    case "\u{200B}": .zeroWidthSpace
    case "\u{A0}": .glue
    case "(", "[", "{", "「", "『", "《", "〈": .opening
    case ")", "]", "}", "」", "』", "》", "〉", "!", "?", ",", ".", ":", ";", "…", "、", "。": .closing
    case "\"", "'", "“", "”", "‘", "’": .quotation
    case "-", "–", "—", "\u{AD}": .hyphen
    case "/": .slash
    case "%", "℃", "°": .postfix
    case "$", "₩", "€", "+": .prefix
    case "0"..."9": .number
    default: scalar.isWide ? .syllable : .letter
    }
  }

  /// What may happen between what has been read, the last few scalars of it, and the next scalar.
  static func breakBetween(_ read: [Unicode.Scalar], _ next: Unicode.Scalar) -> ShapedText.Break {
    guard let last = read.last else { return .prohibited }
    let after = kind(next)
    switch (kind(last), after) {
    case (.lineEnd, _): return .mandatory
    case (_, .space), (_, .lineEnd), (_, .zeroWidthSpace): return .prohibited
    case (.zeroWidthSpace, _): return .allowed
    case (_, .closing), (_, .slash): return .prohibited
    case (.space, _):
      // LB14: nothing parts an opening mark from what follows it, even behind space.
      let word = read.last { kind($0) != .space }
      return word.map { kind($0) == .opening } == true ? .prohibited : .allowed
    case (.glue, _), (_, .glue), (.opening, _), (.quotation, _), (_, .quotation), (_, .hyphen),
      (_, .postfix), (.prefix, _), (.hyphen, .number), (.slash, .number):
      return .prohibited
    case (.hyphen, _), (.slash, _): return .allowed
    case (.closing, .letter), (.closing, .number), (.postfix, .letter), (.postfix, .number),
      (.postfix, .opening):
      return .prohibited
    case (.letter, .letter), (.letter, .number), (.number, .letter), (.number, .number),
      (.letter, .opening), (.number, .opening), (.letter, .prefix), (.number, .prefix):
      return .prohibited
    default: return .allowed
    }
  }
}
