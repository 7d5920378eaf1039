extension Unicode.Scalar {
  /// Ends a line or a paragraph (UAX #14 classes BK, CR, LF, NL).
  var isLineEnd: Bool {
    switch value {
    case 0x0A...0x0D, 0x85, 0x2028, 0x2029: true
    default: false
    }
  }

  /// A C0 or C1 control, line ends and tabs aside.
  var isStrayControl: Bool {
    switch value {
    case 0x09...0x0D, 0x85: false
    case 0x00...0x1F, 0x7F...0x9F: true
    default: false
    }
  }

  /// Rightly has nothing to show: white space, format characters, fillers.
  var isInvisible: Bool {
    properties.isWhitespace || properties.isDefaultIgnorableCodePoint || value == 0x2800
      || properties.generalCategory == .format || isLineEnd
  }

  /// White space that keeps the words on its two sides on one line.
  var isNoBreakSpace: Bool {
    switch value {
    case 0xA0, 0x2007, 0x202F: true
    default: false
    }
  }
}

extension ArraySlice<UInt8> {
  /// The first scalar of valid UTF-8.
  var firstScalar: Unicode.Scalar? {
    var decoder = UTF8()
    var bytes = makeIterator()
    guard case .scalarValue(let scalar) = decoder.decode(&bytes) else { return nil }
    return scalar
  }
}
