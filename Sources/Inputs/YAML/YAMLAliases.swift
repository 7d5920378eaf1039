/// A guard before YAML is composed: a few aliases of aliases can stand for more nodes than memory holds.
///
/// Aliases are refused anyway, but only once the tree is there, and to compose it compares keys in full. What
/// looks like an alias may be text, so a handful passes; those few can't multiply to anything harmful.
enum YAMLAliases {
  private static let harmless = 8

  /// The place of the first alias, if there are more that name an anchor than are harmless.
  static func firstOfTooMany(in bytes: ArraySlice<UInt8>) -> Range<Int>? {
    var anchors: Set<ArraySlice<UInt8>> = []
    var first: Range<Int>?
    var count = 0
    var before = UInt8(ascii: "\n")
    for at in bytes.indices {
      let byte = bytes[at]
      defer { before = byte }
      guard byte == UInt8(ascii: "&") || byte == UInt8(ascii: "*"), beginsNode(after: before) else {
        continue
      }
      let name = bytes[(at + 1)...].prefix(while: isNameByte)
      if name.isEmpty { continue }
      if byte == UInt8(ascii: "&") {
        anchors.insert(name)
      } else if anchors.contains(name) {
        first = first ?? at..<name.endIndex
        count += 1
        if count > harmless { return first }
      }
    }
    return nil
  }

  private static func beginsNode(after byte: UInt8) -> Bool {
    switch byte {
    case 0x20, 0x09, 0x0A, 0x0D, UInt8(ascii: "["), UInt8(ascii: "{"), UInt8(ascii: ","),
      UInt8(ascii: ":"), 0x80...0xFF:
      true
    default: false
    }
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "_"), UInt8(ascii: "-"):
      true
    default: false
    }
  }
}
