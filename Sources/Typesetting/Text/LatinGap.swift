import Graphics

/// Room between Hangul and the Latin letters or digits beside it, where a theme asks for it.
///
/// It is width and no character, so that what is copied from a page is what was written. "Requirements for Hangul Text Layout"
/// (W3C klreq) leaves it to the design; most Korean faces have enough of it in their side bearings.
extension CompactText {
  /// Makes the last cluster before each change of script wider, by a share of the type size.
  mutating func openGaps(_ share: Double) {
    guard share > 0 else { return }
    var before: Side?
    for index in clusters.indices {
      // A raised number is one of a note or source, and keeps to its word.
      let isRaised = run(of: index).style.rise != 0
      let side = isRaised ? nil : scalar(of: clusters[index]).flatMap(Side.init)
      if let side, let before, side != before, index > 0 {
        widen(index - 1, byGap: share * run(of: index - 1).style.size)
      }
      before = side
    }
  }

  private enum Side {
    case hangul
    case latin

    init?(_ scalar: Unicode.Scalar) {
      switch scalar.value {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0xC0...0x24F: self = .latin
      case 0x1100...0x11FF, 0x3131...0x318E, 0xA960...0xA97F, 0xAC00...0xD7FF: self = .hangul
      default: return nil
      }
    }
  }
}
