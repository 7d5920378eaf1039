/// `email`: a mailbox of RFC 5321, section 4.1.2.
enum EmailFormat {
  static func matches(_ text: String) -> Bool {
    var scanner = ByteScanner(text)
    guard scanner.next == UInt8(ascii: "\"") ? quoted(&scanner) : dotted(&scanner),
      scanner.skip("@")
    else { return false }
    return isDomain(scanner.rest)
  }

  /// Atoms with single dots between them.
  private static func dotted(_ scanner: inout ByteScanner) -> Bool {
    repeat {
      guard !scanner.take(while: isAtomByte).isEmpty else { return false }
    } while scanner.skip(".")
    return true
  }

  private static func isAtomByte(_ byte: UInt8) -> Bool {
    byte.isLetter || byte.isDigit || "!#$%&'*+-/=?^_`{|}~".utf8.contains(byte)
  }

  private static func quoted(_ scanner: inout ByteScanner) -> Bool {
    guard scanner.skip("\"") else { return false }
    while let byte = scanner.next, byte != UInt8(ascii: "\"") {
      if scanner.skip("\\") {
        guard let escaped = scanner.next, 0x20...0x7E ~= escaped else { return false }
      } else if !(0x20...0x7E ~= byte) {
        return false
      }
      scanner.advance()
    }
    return scanner.skip("\"")
  }

  private static func isDomain(_ bytes: ArraySlice<UInt8>) -> Bool {
    if bytes.first == UInt8(ascii: "["), bytes.last == UInt8(ascii: "]") {
      let address = bytes.dropFirst().dropLast()
      let tag = Array("IPv6:".utf8)
      return address.starts(with: tag)
        ? AddressFormats.isIPv6(address.dropFirst(tag.count)) : AddressFormats.isIPv4(address)
    }
    let labels = bytes.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
    return labels.allSatisfy { label in
      let hyphen = UInt8(ascii: "-")
      return 1...63 ~= label.count && label.first != hyphen && label.last != hyphen
        && label.allSatisfy { $0.isLetter || $0.isDigit || $0 == hyphen }
    }
  }
}
