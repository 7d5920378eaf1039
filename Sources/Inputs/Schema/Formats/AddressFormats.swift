/// `ipv4` (RFC 2673, section 3.2) and `ipv6` (RFC 4291, section 2.2).
enum AddressFormats {
  static func isIPv4(_ bytes: ArraySlice<UInt8>) -> Bool {
    let parts = bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    return parts.count == 4 && parts.allSatisfy(isOctet)
  }

  private static func isOctet(_ part: ArraySlice<UInt8>) -> Bool {
    guard 1...3 ~= part.count, part.allSatisfy(\.isDigit) else { return false }
    // A leading zero might mean octal digits.
    guard part.count == 1 || part.first != UInt8(ascii: "0") else { return false }
    return part.reduce(0) { $0 * 10 + Int($1 - 0x30) } <= 255
  }

  static func isIPv6(_ bytes: ArraySlice<UInt8>) -> Bool {
    let colon = UInt8(ascii: ":")
    var parts = bytes.split(separator: colon, omittingEmptySubsequences: false)
    guard 3...9 ~= parts.count else { return false }
    // `::` at an end gives an empty part too many.
    let opens = parts[0].isEmpty && parts[1].isEmpty
    let closes = parts[parts.count - 1].isEmpty && parts[parts.count - 2].isEmpty
    guard opens || !parts[0].isEmpty, closes || !parts[parts.count - 1].isEmpty else {
      return false
    }
    if opens { parts.removeFirst() }
    if closes { parts.removeLast() }
    var groups = 0
    var gaps = 0
    for (index, part) in parts.enumerated() {
      if part.isEmpty {
        gaps += 1
      } else if index == parts.count - 1, part.contains(UInt8(ascii: ".")) {
        guard isIPv4(part) else { return false }
        groups += 2
      } else {
        guard part.count <= 4, part.allSatisfy(\.isHexadecimal) else { return false }
        groups += 1
      }
    }
    return gaps == 0 ? groups == 8 : gaps == 1 && groups <= 7
  }
}
