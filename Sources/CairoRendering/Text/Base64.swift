/// Base64 with padding (RFC 4648, 4).
enum Base64 {
  private static let alphabet = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

  static func text(_ bytes: [UInt8]) -> String {
    var out: [UInt8] = []
    out.reserveCapacity((bytes.count + 2) / 3 * 4)
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let second = start + 1 < bytes.count ? bytes[start + 1] : 0
      let third = start + 2 < bytes.count ? bytes[start + 2] : 0
      out.append(alphabet[Int(bytes[start] >> 2)])
      out.append(alphabet[Int((bytes[start] & 0x03) << 4 | second >> 4)])
      out.append(
        start + 1 < bytes.count ? alphabet[Int((second & 0x0F) << 2 | third >> 6)] : 0x3D)
      out.append(start + 2 < bytes.count ? alphabet[Int(third & 0x3F)] : 0x3D)
    }
    return String(decoding: out, as: UTF8.self)
  }
}
