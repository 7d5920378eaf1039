/// Reads a content stream operator by operator (ISO 32000-1, 7.8.2 and annex A).
struct ContentScanner {
  enum Kind: Equatable {
    /// `BDC` or `BMC`, with its MCID if it has one.
    case beginMark(Int?)
    case endMark
    case beginText
    case endText
    /// Builds a path.
    case path
    /// Paints a path, a shading, an image or a form.
    case paint
    /// Ends a path without painting it.
    case endPath
    case inlineImage
    case other
  }

  struct Operation {
    var kind: Kind
    /// Of its first operand.
    var start: Int
    /// After the operator.
    var end: Int
  }

  private let bytes: [UInt8]
  private var offset = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// Nil at the end of the content.
  mutating func next() throws(PDFFault) -> Operation? {
    var start: Int?
    while true {
      while offset < bytes.count, PDFParser.isSpace(bytes[offset]) { offset += 1 }
      guard offset < bytes.count else {
        guard start == nil else { throw PDFFault("a page's content is cut off") }
        return nil
      }
      let first = start ?? offset
      start = first
      switch bytes[offset] {
      case 0x28: try skipString()
      case 0x3C where offset + 1 < bytes.count && bytes[offset + 1] == 0x3C: offset += 2
      case 0x3C:
        while offset < bytes.count, bytes[offset] != 0x3E { offset += 1 }
        offset += 1
      case 0x3E, 0x5B, 0x5D: offset += 1
      case 0x2F:
        offset += 1
        skipRegular()
      case 0x2B, 0x2D, 0x2E, 0x30...0x39: skipRegular()
      case 0x25, 0x29, 0x7B, 0x7D: throw PDFFault("a page's content has an odd character")
      default:
        let word = offset
        skipRegular()
        if isKeywordOperand(word..<offset) { continue }
        return Operation(
          kind: try kind(word..<offset, operands: first..<word), start: first, end: offset)
      }
    }
  }

  private mutating func skipRegular() {
    while offset < bytes.count, !PDFParser.isSpace(bytes[offset]),
      !PDFParser.isDelimiter(bytes[offset])
    { offset += 1 }
  }

  private mutating func skipString() throws(PDFFault) {
    var open = 0
    while offset < bytes.count {
      switch bytes[offset] {
      case 0x5C: offset += 1
      case 0x28: open += 1
      case 0x29: open -= 1
      default: break
      }
      offset += 1
      if open == 0 { return }
    }
    throw PDFFault("a page's content is cut off")
  }

  private func isKeywordOperand(_ word: Range<Int>) -> Bool {
    let text = bytes[word]
    return text.elementsEqual("true".utf8) || text.elementsEqual("false".utf8)
      || text.elementsEqual("null".utf8)
  }

  private func kind(_ word: Range<Int>, operands: Range<Int>) throws(PDFFault) -> Kind {
    // Operators are three characters at most.
    guard word.count <= 3 else { throw PDFFault("a page's content has an unknown operator") }
    switch String(decoding: bytes[word], as: UTF8.self) {
    case "BDC": return .beginMark(try markNumber(operands))
    case "BMC": return .beginMark(nil)
    case "EMC": return .endMark
    case "BT": return .beginText
    case "ET": return .endText
    case "m", "re": return .path
    case "f", "F", "f*", "S", "s", "B", "B*", "b", "b*", "sh", "Do": return .paint
    case "n": return .endPath
    case "BI": return .inlineImage
    default: return .other
    }
  }

  /// The MCID of `/P << /MCID 3 >>`.
  private func markNumber(_ operands: Range<Int>) throws(PDFFault) -> Int? {
    var parser = PDFParser(bytes, at: operands.lowerBound)
    guard case .name = try parser.value() else { throw PDFFault("marked content has no tag") }
    return try parser.value().dictionary?["MCID"]?.integer
  }
}
