/// The identity of a face: a hash of what its file says of itself, and its index in it. The same on every machine.
package struct FaceID: Sendable, Hashable {
  package var hash: UInt64
  package var index: Int

  package init(hash: UInt64, index: Int) {
    self.hash = hash
    self.index = index
  }
}

/// One glyph of a shaped text; lengths in points, `yOffset` downwards and with the style's rise already in it.
package struct Glyph: Sendable, Hashable {
  package var id: UInt32
  package var xOffset: Double
  package var yOffset: Double
  package var advance: Double

  package init(id: UInt32, xOffset: Double, yOffset: Double, advance: Double) {
    self.id = id
    self.xOffset = xOffset
    self.yOffset = yOffset
    self.advance = advance
  }
}

/// A text shaped once: glyphs and where lines may break, without a width. Break it at any width in `Typesetting`.
package struct ShapedText: Sendable {
  /// What the Unicode line breaking algorithm (UAX #14) says of the place before a cluster.
  package enum Break: UInt8, Sendable {
    case prohibited
    case allowed
    case mandatory
  }

  /// What the reader takes as one character, in logical order.
  package struct Cluster: Sendable {
    /// UTF-8 byte offset in `text`.
    package var start: Int32
    package var byteCount: Int32
    /// First glyph in `glyphs`.
    package var firstGlyph: Int32
    package var glyphCount: Int32
    /// In points, letter spacing included.
    package var advance: Double
    /// Index in `runs`.
    package var run: Int32
    package var breakBefore: Break
    /// Whether it is white space, which hangs at a line's end.
    package var isSpace: Bool

    package init(
      start: Int, byteCount: Int, firstGlyph: Int, glyphCount: Int, advance: Double, run: Int,
      breakBefore: Break, isSpace: Bool
    ) {
      self.start = Int32(start)
      self.byteCount = Int32(byteCount)
      self.firstGlyph = Int32(firstGlyph)
      self.glyphCount = Int32(glyphCount)
      self.advance = advance
      self.run = Int32(run)
      self.breakBefore = breakBefore
      self.isSpace = isSpace
    }
  }

  /// A stretch in one face and one style.
  package struct Run: Sendable, Hashable {
    package var face: FaceID
    package var style: TextStyle

    package init(face: FaceID, style: TextStyle) {
      self.face = face
      self.style = style
    }
  }

  /// A scalar that can't be shown.
  package struct MissingGlyph: Sendable, Hashable {
    package enum Reason: Sendable, Hashable {
      /// None of the fonts maps it to a glyph.
      case noGlyph
      /// The font maps it to a glyph without an outline, though it isn't white space.
      case blankGlyph
      /// It is a control character, which no text should hold.
      case control
      /// It is written from right to left, which isn't built in yet.
      case rightToLeft
    }

    package var scalar: Unicode.Scalar
    /// UTF-8 byte offset in `text`.
    package var offset: Int
    package var reason: Reason
    /// The file of the font that has nothing to show for it.
    package var font: String?

    package init(
      scalar: Unicode.Scalar, offset: Int, reason: Reason = .noGlyph, font: String? = nil
    ) {
      self.font = font
      self.scalar = scalar
      self.offset = offset
      self.reason = reason
    }
  }

  package var text: String
  package var clusters: [Cluster]
  package var glyphs: [Glyph]
  package var runs: [Run]
  package var missing: [MissingGlyph]

  package init(
    text: String, clusters: [Cluster], glyphs: [Glyph], runs: [Run], missing: [MissingGlyph]
  ) {
    self.text = text
    self.clusters = clusters
    self.glyphs = glyphs
    self.runs = runs
    self.missing = missing
  }
}
