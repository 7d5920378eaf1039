/// The path to a value in a document (RFC 6901).
enum JSONPointer {
  static func escaped(_ token: String) -> String {
    guard token.utf8.contains(where: { $0 == UInt8(ascii: "~") || $0 == UInt8(ascii: "/") }) else {
      return token
    }
    return token.unicodeScalars.reduce(into: "") { out, scalar in
      switch scalar {
      case "~": out += "~0"
      case "/": out += "~1"
      default: out.unicodeScalars.append(scalar)
      }
    }
  }

  /// The tokens of a pointer; nil where it doesn't begin with a slash or holds a `~` that escapes nothing.
  static func tokens(_ pointer: String) -> [String]? {
    if pointer.isEmpty { return [] }
    guard pointer.utf8.first == UInt8(ascii: "/") else { return nil }
    var tokens: [String] = []
    for part in pointer.unicodeScalars.dropFirst().split(
      separator: "/", omittingEmptySubsequences: false)
    {
      guard let token = unescaped(part) else { return nil }
      tokens.append(token)
    }
    return tokens
  }

  /// Whether a text is a pointer that begins with how many levels it goes up (draft-bhutton-relative-json-pointer).
  static func isRelative(_ text: String) -> Bool {
    var scanner = ByteScanner(text)
    let levels = scanner.take(while: \.isDigit)
    guard !levels.isEmpty, levels.count == 1 || levels.first != UInt8(ascii: "0") else {
      return false
    }
    if scanner.skip("+") || scanner.skip("-") {
      let items = scanner.take(while: \.isDigit)
      guard !items.isEmpty, items.first != UInt8(ascii: "0") else { return false }
    }
    if scanner.skip("#") { return scanner.isAtEnd }
    return tokens(String(decoding: scanner.rest, as: UTF8.self)) != nil
  }

  static func text(_ tokens: some Sequence<String>) -> String {
    tokens.reduce(into: "") { $0 += "/" + escaped($1) }
  }

  private static func unescaped(_ part: Substring.UnicodeScalarView) -> String? {
    var out = String.UnicodeScalarView()
    var rest = part
    while let scalar = rest.popFirst() {
      guard scalar == "~" else {
        out.append(scalar)
        continue
      }
      switch rest.popFirst() {
      case "0": out.append("~")
      case "1": out.append("/")
      default: return nil
      }
    }
    return String(out)
  }
}

extension Value {
  /// The value that a token of a JSON Pointer leads to.
  func child(_ token: String) -> Value? {
    switch kind {
    case .object(let object): return object[token]
    case .array(let items):
      guard let index = Int(token), String(index) == token, items.indices.contains(index) else {
        return nil
      }
      return items[index]
    case .null, .bool, .number, .string: return nil
    }
  }
}
