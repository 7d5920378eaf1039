extension String {
  /// Columns that a terminal gives the text: two for a wide East Asian scalar, none for a combining mark.
  package var terminalColumns: Int {
    unicodeScalars.reduce(0) { $0 + $1.terminalColumns }
  }
}

extension Unicode.Scalar {
  /// Unicode Standard Annex #11: two for the wide East Asian blocks.
  fileprivate var terminalColumns: Int {
    switch value {
    case 0x20...0x7E: 1
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3,
      0xF900...0xFAFF, 0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1FAFF,
      0x20000...0x3FFFD:
      2
    // Vowels and final consonants of conjoining Hangul take no room of their own.
    case 0x1160...0x11FF, 0xD7B0...0xD7FF: 0
    default:
      switch properties.generalCategory {
      case .nonspacingMark, .enclosingMark, .format: 0
      default: 1
      }
    }
  }
}
