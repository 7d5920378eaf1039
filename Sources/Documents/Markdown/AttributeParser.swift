/// Reads the inside of `{#id .class key=value key="two words"}`, Pandoc's attributes.
struct AttributeParser {
  struct Fault: Error {
    var message: String
    var hint: String
  }

  private var rest: Substring

  static func parse(_ text: some StringProtocol) throws(Fault) -> Attributes {
    var parser = AttributeParser(rest: Substring(text))
    return try parser.parse()
  }

  private init(rest: Substring) {
    self.rest = rest
  }

  private mutating func parse() throws(Fault) -> Attributes {
    var attributes = Attributes()
    while true {
      rest = rest.drop(while: \.isWhitespace)
      guard let first = rest.first else { return attributes }
      switch first {
      case "#":
        rest = rest.dropFirst()
        attributes.id = try name("an id", after: "#")
      case ".":
        rest = rest.dropFirst()
        attributes.classes.append(try name("a class", after: "."))
      default:
        attributes.entries.append(try entry())
      }
    }
  }

  private mutating func name(_ what: String, after mark: String) throws(Fault) -> String {
    let name = rest.prefix { !$0.isWhitespace && $0 != "=" && $0 != "\"" }
    guard !name.isEmpty else {
      throw Fault(message: "\(what) is missing after \"\(mark)\"", hint: "write \(mark)name")
    }
    rest = rest[name.endIndex...]
    return String(name)
  }

  private mutating func entry() throws(Fault) -> Attributes.Entry {
    let key = rest.prefix { !$0.isWhitespace && $0 != "=" && $0 != "\"" }
    rest = rest[key.endIndex...]
    guard !key.isEmpty, rest.first == "=" else {
      throw Fault(
        message: "\"\(key.isEmpty ? rest.prefix(12) : key)\" is no attribute",
        hint: "write {#id .class key=value}")
    }
    rest = rest.dropFirst()
    guard rest.first == "\"" else {
      let value = rest.prefix { !$0.isWhitespace }
      rest = rest[value.endIndex...]
      return .init(key: String(key), value: String(value))
    }
    rest = rest.dropFirst()
    var value = ""
    while let character = rest.first, character != "\"" {
      rest = rest.dropFirst()
      if character == "\\", let escaped = rest.first, escaped == "\"" || escaped == "\\" {
        value.append(escaped)
        rest = rest.dropFirst()
      } else {
        value.append(character)
      }
    }
    guard rest.first == "\"" else {
      throw Fault(message: "the value of \"\(key)\" isn't closed", hint: "close it with \"")
    }
    rest = rest.dropFirst()
    return .init(key: String(key), value: value)
  }
}
