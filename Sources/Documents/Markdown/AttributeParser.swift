/// Reads the inside of `{#id .class key=value key="two words"}`, Pandoc's attributes.
struct AttributeParser {
  struct Fault: Error {
    var message: String
    var hint: String
  }

  /// What was read, holes still in place.
  struct Parts {
    var id: String?
    var classes: [String] = []
    var entries: [(key: String, value: String)] = []
  }

  private var rest: Substring
  private var parts = Parts()

  static func parse(_ text: some StringProtocol) throws(Fault) -> Parts {
    var parser = AttributeParser(rest: Substring(text))
    try parser.parse()
    return parser.parts
  }

  private init(rest: Substring) {
    self.rest = rest
  }

  private mutating func parse() throws(Fault) {
    while true {
      rest = rest.drop(while: \.isWhitespace)
      guard let first = rest.first else { return }
      switch first {
      case "#":
        let id = try name("an id", after: "#") { $0 != "#" }
        guard parts.id == nil else {
          throw Fault(message: "a second id \"\(id)\"", hint: "give one id only")
        }
        parts.id = id
      case ".":
        parts.classes.append(try name("a class", after: ".") { $0 != "." && $0 != "#" })
      default:
        let entry = try entry()
        guard !parts.entries.contains(where: { $0.key == entry.key }) else {
          throw Fault(message: "\"\(entry.key)\" is given twice", hint: "keep one of them")
        }
        parts.entries.append(entry)
      }
    }
  }

  private mutating func name(
    _ what: String, after mark: String, allowing isAllowed: (Character) -> Bool
  ) throws(Fault) -> String {
    rest = rest.dropFirst()
    let name = rest.prefix { !$0.isWhitespace && $0 != "=" && $0 != "\"" && isAllowed($0) }
    guard !name.isEmpty else {
      throw Fault(message: "\(what) is missing after \"\(mark)\"", hint: "write \(mark)name")
    }
    rest = rest[name.endIndex...]
    return String(name)
  }

  private mutating func entry() throws(Fault) -> (key: String, value: String) {
    let key = String(rest.prefix { !$0.isWhitespace && $0 != "=" && $0 != "\"" })
    rest = rest.dropFirst(key.count)
    guard !key.isEmpty, rest.first == "=" else {
      throw Fault(
        message: "\"\(key.isEmpty ? String(rest.prefix(12)) : key)\" is no attribute",
        hint: "write {#id .class key=value}")
    }
    rest = rest.dropFirst()
    switch rest.first {
    case "\"": return (key, try quoted(key))
    case .none, .some(" "), .some("\t"), .some("\n"), .some("\r\n"):
      throw Fault(message: "\"\(key)\" has no value", hint: "write \(key)=value")
    case "'", "“", "”", "‘", "’":
      throw Fault(
        message: "the value of \"\(key)\" begins with \(rest.prefix(1))",
        hint: "write straight double quotes: \(key)=\"…\"")
    default:
      let value = rest.prefix { !$0.isWhitespace }
      rest = rest[value.endIndex...]
      return (key, String(value))
    }
  }

  private mutating func quoted(_ key: String) throws(Fault) -> String {
    rest = rest.dropFirst()
    var value = ""
    while let character = rest.first, character != "\"" {
      rest = rest.dropFirst()
      if character == "\\", let escaped = rest.first, escaped == "\"" || escaped == "\\" {
        value.append(escaped)
        rest = rest.dropFirst()
      } else {
        value.append(character.isNewline ? " " : character)
      }
    }
    guard rest.first == "\"" else {
      throw Fault(message: "the value of \"\(key)\" isn't closed", hint: "close it with \"")
    }
    rest = rest.dropFirst()
    return value
  }
}
