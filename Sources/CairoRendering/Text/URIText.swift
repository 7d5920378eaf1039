/// Addresses in the ASCII that PDF asks for (RFC 3987, 3.1).
enum URIText {
  private static let hexDigits = Array("0123456789ABCDEF".utf8)

  /// The address with all that URIs can't hold percent-encoded; escapes already there are kept.
  static func ascii(_ uri: String) -> [UInt8] {
    var out: [UInt8] = []
    for byte in uri.utf8 {
      if (0x21...0x7E).contains(byte), !"\"<>\\^`{|}".utf8.contains(byte) {
        out.append(byte)
      } else {
        out += [0x25, hexDigits[Int(byte >> 4)], hexDigits[Int(byte & 15)]]
      }
    }
    return out
  }
}
