/// What a property may be: kinds of values, words, and the numbers that mean something.
struct PropertyRule: Sendable {
  struct Kinds: OptionSet, Sendable {
    let rawValue: Int

    static let flag = Kinds(rawValue: 1)
    static let number = Kinds(rawValue: 2)
    static let text = Kinds(rawValue: 4)
    static let list = Kinds(rawValue: 8)
    static let object = Kinds(rawValue: 16)
    static let color = Kinds(rawValue: 32)
    /// A text that names a family of fonts.
    static let font = Kinds(rawValue: 64)
    /// A text that names a symbol, or draws one.
    static let symbol = Kinds(rawValue: 128)
  }

  var kinds: Kinds
  /// The only texts that mean something, where others don't.
  var words: [String] = []
  var least = -Double.infinity
  var most = Double.infinity
  /// Whether the least number is itself too small.
  var isAboveLeast = false
  /// Whether Vega-Lite's schema forbids other numbers; where it doesn't, they are worth a warning.
  var refuses = true
  /// What a message calls the property where its name alone would say too little.
  var name: String?
  /// What an object may hold.
  var members: PropertyTable?

  init(_ kinds: Kinds) {
    self.kinds = kinds
  }

  func holds(_ number: Double) -> Bool {
    number <= most && (isAboveLeast ? number > least : number >= least)
  }

  /// Both kinds of values; the range is that of the one that has numbers.
  static func | (a: PropertyRule, b: PropertyRule) -> PropertyRule {
    var result = a.kinds.contains(.number) ? a : b
    result.kinds = a.kinds.union(b.kinds)
    result.words = a.words + b.words
    result.members = a.members ?? b.members
    result.name = a.name ?? b.name
    return result
  }

  /// Its name in messages.
  func called(_ name: String) -> PropertyRule {
    var result = self
    result.name = name
    return result
  }

  /// In words, for whoever wrote something else.
  var expected: String {
    var parts: [String] = []
    if kinds.contains(.number) { parts.append("a number") }
    if kinds.contains(.flag) { parts.append("true or false") }
    if kinds.contains(.color) { parts.append("a colour") }
    if !words.isEmpty {
      let shown = words.count > 6 ? Array(words.prefix(3)) : words
      parts += shown.map { "\"\($0)\"" }
      if shown.count < words.count { parts[parts.count - 1] += " …" }
    }
    if !kinds.isDisjoint(with: [.text, .font, .symbol]) { parts.append("a text") }
    if kinds.contains(.list) { parts.append("a list") }
    if kinds.contains(.object) { parts.append("an object") }
    guard let last = parts.last, parts.count > 1 else { return parts.first ?? "null" }
    return parts.dropLast().joined(separator: ", ") + " or " + last
  }

  /// The range in words.
  var range: String {
    if least == -.infinity { return "\(Self.text(most)) or less" }
    if most == .infinity {
      return isAboveLeast ? "above \(Self.text(least))" : "\(Self.text(least)) or more"
    }
    return "from \(Self.text(least)) to \(Self.text(most))"
  }

  private static func text(_ number: Double) -> String {
    number == number.rounded() && abs(number) < 1e15 ? String(Int(number)) : String(number)
  }
}

extension PropertyRule {
  static let flag = PropertyRule(.flag)
  static let number = PropertyRule(.number)
  static let text = PropertyRule(.text)
  static let list = PropertyRule(.list)
  static let object = PropertyRule(.object)
  static let color = PropertyRule(.color)
  static let font = PropertyRule(.font)
  static let symbol = PropertyRule(.symbol)
  /// What is looked at elsewhere, or never.
  static let any = PropertyRule([.flag, .number, .text, .list, .object])

  /// A share of one, as Vega-Lite's schema demands it.
  static let share = numbers(0, 1)
  /// A share of one that the schema leaves open.
  static let opacity = numbers(0, 1, refuses: false)

  static func numbers(_ least: Double, _ most: Double = .infinity, refuses: Bool = true) -> Self {
    var rule = PropertyRule(.number)
    (rule.least, rule.most, rule.refuses) = (least, most, refuses)
    return rule
  }

  static func above(_ least: Double) -> Self {
    var rule = numbers(least)
    rule.isAboveLeast = true
    return rule
  }

  static func words(_ words: String...) -> Self {
    var rule = PropertyRule([])
    rule.words = words
    return rule
  }

  static func words<W: RawRepresentable<String> & CaseIterable>(_ type: W.Type) -> Self {
    var rule = PropertyRule([])
    rule.words = type.allCases.map(\.rawValue)
    return rule
  }

  /// An object whose members are known.
  static func object(_ members: PropertyTable) -> Self {
    var rule = PropertyRule(.object)
    rule.members = members
    return rule
  }
}
