extension JSONParser {
  /// Reads the quoted text that begins here.
  mutating func text() throws(JSONFault) -> String {
    let start = at
    if let close = plainTextEnd() {
      at = close + 1
      return try decoded(start + 1..<close)
    }
    return try escapedText()
  }

  /// The offset of the closing quote of a text without escapes, or nil if it has any, or a fault.
  func plainTextEnd() -> Int? {
    var next = at + 1
    while next < end {
      switch bytes[next] {
      case UInt8(ascii: "\""): return next
      case UInt8(ascii: "\\"), 0x00...0x1F: return nil
      default: next += 1
      }
    }
    return nil
  }

  /// The text of bytes without escapes.
  private func decoded(_ range: Range<Int>) throws(JSONFault) -> String {
    guard
      let text = String(validating: UnsafeBufferPointer(rebasing: bytes[range]), as: UTF8.self)
    else { throw notUTF8(in: range) }
    if CombiningMarks.firstLongRun(in: bytes, range) != nil {
      throw JSONFault(kind: .tooManyMarks, range: range)
    }
    return text
  }

  private mutating func escapedText() throws(JSONFault) -> String {
    let start = at
    scratch.removeAll(keepingCapacity: true)
    at += 1
    var runStart = at
    while at < end {
      switch bytes[at] {
      case UInt8(ascii: "\""):
        try appendRun(runStart..<at)
        at += 1
        let hasLongRun = scratch.withUnsafeBufferPointer {
          CombiningMarks.firstLongRun(in: $0, 0..<$0.count) != nil
        }
        if hasLongRun { throw JSONFault(kind: .tooManyMarks, range: start..<at) }
        // Each run was checked and each escape is a whole scalar, so nothing is repaired here.
        return String(decoding: scratch, as: UTF8.self)
      case UInt8(ascii: "\\"):
        try appendRun(runStart..<at)
        try escape()
        runStart = at
      case 0x00...0x1F:
        try appendRun(runStart..<at)
        throw JSONFault(kind: .bareControl(bytes[at]), range: at..<at + 1)
      default: at += 1
      }
    }
    try appendRun(runStart..<at)
    throw JSONFault(kind: .endsInText, range: start..<end)
  }

  private mutating func appendRun(_ range: Range<Int>) throws(JSONFault) {
    guard !range.isEmpty else { return }
    let run = UnsafeBufferPointer(rebasing: bytes[range])
    if run.contains(where: { $0 >= 0x80 }), String(validating: run, as: UTF8.self) == nil {
      throw notUTF8(in: range)
    }
    scratch.append(contentsOf: run)
  }

  /// Reads one escape, or the two of a surrogate pair, into `scratch`.
  private mutating func escape() throws(JSONFault) {
    let start = at
    guard at + 1 < end else { throw JSONFault(kind: .endsInText, range: start..<end) }
    at += 2
    switch bytes[at - 1] {
    case UInt8(ascii: "\""): scratch.append(UInt8(ascii: "\""))
    case UInt8(ascii: "\\"): scratch.append(UInt8(ascii: "\\"))
    case UInt8(ascii: "/"): scratch.append(UInt8(ascii: "/"))
    case UInt8(ascii: "b"): scratch.append(0x08)
    case UInt8(ascii: "f"): scratch.append(0x0C)
    case UInt8(ascii: "n"): scratch.append(0x0A)
    case UInt8(ascii: "r"): scratch.append(0x0D)
    case UInt8(ascii: "t"): scratch.append(0x09)
    case UInt8(ascii: "u"):
      guard let scalar = try unicodeEscape(from: start) else {
        throw JSONFault(kind: .loneSurrogate(shownText(start..<at)), range: start..<at)
      }
      for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter { scratch.append(byte) }
    default: throw badEscape(from: start, to: at)
    }
  }

  /// The scalar of the `\u` escape whose digits begin here; nil for half of a surrogate pair.
  private mutating func unicodeEscape(from start: Int) throws(JSONFault) -> Unicode.Scalar? {
    let first = try fourDigits(from: start)
    guard first & 0xFC00 == 0xD800 else { return Unicode.Scalar(first) }
    let afterFirst = at
    guard end - at >= 2, bytes[at] == UInt8(ascii: "\\"), bytes[at + 1] == UInt8(ascii: "u") else {
      return nil
    }
    at += 2
    let second = try fourDigits(from: afterFirst)
    guard second & 0xFC00 == 0xDC00 else {
      at = afterFirst
      return nil
    }
    return Unicode.Scalar(0x10000 + (first & 0x3FF) << 10 + second & 0x3FF)
  }

  private mutating func fourDigits(from start: Int) throws(JSONFault) -> UInt32 {
    var value: UInt32 = 0
    for _ in 0..<4 {
      guard at < end else { throw JSONFault(kind: .endsInText, range: start..<end) }
      switch bytes[at] {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): value = value << 4 + UInt32(bytes[at] & 0x0F)
      case UInt8(ascii: "A")...UInt8(ascii: "F"), UInt8(ascii: "a")...UInt8(ascii: "f"):
        value = value << 4 + UInt32(bytes[at] & 0x0F) + 9
      default: throw badEscape(from: start, to: at + 1)
      }
      at += 1
    }
    return value
  }

  /// A fault over the escape, grown to whole scalars so that it can be shown.
  private func badEscape(from start: Int, to stop: Int) -> JSONFault {
    var stop = stop
    while stop < end, bytes[stop] & 0xC0 == 0x80 { stop += 1 }
    if case .some(let fault) = firstNonUTF8(in: start..<stop) { return fault }
    // A quote or a line break isn't part of the escape.
    if stop - start > 1, bytes[stop - 1] < 0x20 || (stop - start > 2 && bytes[stop - 1] == 0x22) {
      stop -= 1
    }
    return JSONFault(kind: .badEscape(shownText(start..<stop)), range: start..<stop)
  }

  private func notUTF8(in range: Range<Int>) -> JSONFault {
    firstNonUTF8(in: range) ?? JSONFault(kind: .notUTF8(0), range: range)
  }

  /// A fault at the first byte that begins no well-formed sequence.
  func firstNonUTF8(in range: Range<Int>) -> JSONFault? {
    TextEncoding.firstFault(in: bytes, range).map {
      JSONFault(kind: .notUTF8(bytes[$0]), range: $0..<$0 + 1)
    }
  }
}
