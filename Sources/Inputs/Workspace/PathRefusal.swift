import Diagnostics

/// What is no path at all: addresses of the network and the like.
enum PathRefusal {
  case empty
  case zero
  case fileAddress(String)
  case dataAddress
  case address(String)

  init?(_ path: String) {
    if path.isEmpty {
      self = .empty
    } else if path.utf8.contains(0) {
      self = .zero
    } else if path.lowercased().hasPrefix("file:") {
      self = .fileAddress(path)
    } else if path.lowercased().hasPrefix("data:") {
      self = .dataAddress
    } else if Self.hasScheme(path) || path.hasPrefix("//") {
      self = .address(path)
    } else {
      return nil
    }
  }

  /// Whether the text begins like `https://` (RFC 3986, section 3.1).
  private static func hasScheme(_ text: String) -> Bool {
    let scheme = text.utf8.prefix { $0 != UInt8(ascii: ":") }
    guard let first = scheme.first, (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(first | 0x20)
    else { return false }
    return scheme.allSatisfy {
      switch $0 {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"),
        UInt8(ascii: "."):
        true
      default: false
      }
    } && text.utf8.dropFirst(scheme.count).starts(with: "://".utf8)
  }

  var diagnostic: Diagnostic {
    switch self {
    case .empty:
      .error("file.name", "the path is empty", hints: ["write the name of a file"])
    case .zero:
      .error(
        "file.name", "the path holds the character U+0000", hints: ["write the name of a file"])
    case .fileAddress(let address):
      .error(
        "file.address", "\"\(address)\" is an address, where a path is expected",
        hints: ["write the path without \"file:\""])
    case .dataAddress:
      .error(
        "file.address", "a \"data:\" address stands where a path is expected",
        hints: ["save the data as a file beside the spec and write its name"])
    case .address(let address):
      .error(
        "file.address", "\"\(address)\" is an address, and the network is never read",
        hints: ["save the file beside the spec and write its name"])
    }
  }
}
