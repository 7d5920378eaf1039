/// `uri` and `uri-reference` (RFC 3986, appendix A).
enum URIFormat {
  /// A URI has its scheme.
  static func isURI(_ text: String) -> Bool {
    URIReference(text).scheme != nil && isReference(text)
  }

  static func isReference(_ text: String) -> Bool {
    let parts = URIReference(text)
    // Without a scheme, a colon in the first segment would be read as one.
    let first = parts.path.prefix { $0 != "/" }
    if parts.scheme == nil, parts.authority == nil, first.contains(":") { return false }
    return (parts.authority.map(isAuthority) ?? true)
      && isMadeOf(parts.path, also: ":@/")
      && (parts.query.map { isMadeOf($0, also: ":@/?") } ?? true)
      && (parts.fragment.map { isMadeOf($0, also: ":@/?") } ?? true)
  }

  private static func isAuthority(_ text: String) -> Bool {
    var host = Substring(text)
    if let at = host.lastIndex(of: "@") {
      guard isMadeOf(String(host[..<at]), also: ":") else { return false }
      host = host[host.index(after: at)...]
    }
    if host.hasPrefix("[") {
      guard let close = host.firstIndex(of: "]") else { return false }
      let literal = host[host.index(after: host.startIndex)..<close]
      return isLiteral(Array(literal.utf8)[...]) && isPort(host[host.index(after: close)...])
    }
    let colon = host.lastIndex(of: ":") ?? host.endIndex
    return isMadeOf(String(host[..<colon]), also: "") && isPort(host[colon...])
  }

  private static func isPort(_ text: Substring) -> Bool {
    text.isEmpty || text.hasPrefix(":") && text.utf8.dropFirst().allSatisfy(\.isDigit)
  }

  /// An address in brackets: IPv6, or one of a later version.
  private static func isLiteral(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard bytes.first.map({ $0 | 0x20 }) == UInt8(ascii: "v") else {
      return AddressFormats.isIPv6(bytes)
    }
    let parts = bytes.dropFirst().split(
      separator: UInt8(ascii: "."), maxSplits: 1, omittingEmptySubsequences: false)
    return parts.count == 2 && !parts[0].isEmpty && parts[0].allSatisfy(\.isHexadecimal)
      && !parts[1].isEmpty && isMadeOf(String(decoding: parts[1], as: UTF8.self), also: ":")
  }

  /// Whether a part holds unreserved characters, sub-delimiters, escapes and those others alone.
  private static func isMadeOf(_ text: String, also others: String) -> Bool {
    var scanner = ByteScanner(text)
    while !scanner.isAtEnd {
      _ = scanner.take {
        $0.isLetter || $0.isDigit || "-._~!$&'()*+,;=".utf8.contains($0)
          || others.utf8.contains($0)
      }
      if scanner.isAtEnd { return true }
      guard scanner.skip("%"), scanner.rest.count >= 2,
        scanner.rest.prefix(2).allSatisfy(\.isHexadecimal)
      else { return false }
      scanner = ByteScanner(scanner.rest.dropFirst(2))
    }
    return true
  }
}
