/// A keyword that judges a value without another schema (validation, section 6).
enum Assertion: Sendable {
  case type(TypeSet)
  case enumeration(Enumeration)
  case constant(Value)
  case bound(NumberBound)
  case multipleOf(Divisor)
  case count(CountBound)
  case pattern(Pattern)
  case format(CheckedFormat)
  case uniqueItems
  case required([String])
  case dependentRequired([(key: String, needed: [String])])
}

/// The values of `enum`.
struct Enumeration: Sendable {
  let values: [Value]
  /// The same, to be found at once where there are many.
  private let index: Set<ExactValue>

  init(_ values: [Value]) {
    self.values = values
    index = values.count > 8 ? Set(values.map(ExactValue.init)) : []
  }

  func contains(_ value: Value) -> Bool {
    index.isEmpty
      ? values.contains { ExactValue.areEqual($0, value) } : index.contains(ExactValue(value))
  }
}

/// `minimum` and its three like.
struct NumberBound: Sendable {
  var number: Number
  var isLeast: Bool
  var isExclusive: Bool

  func admits(_ other: Number) -> Bool {
    if isLeast {
      isExclusive ? number.isLess(than: other) : !other.isLess(than: number)
    } else {
      isExclusive ? other.isLess(than: number) : !number.isLess(than: other)
    }
  }

  /// `at least 5`, `less than 5`.
  var words: String {
    let text = number.text
    return if isLeast {
      isExclusive ? "more than \(text)" : "at least \(text)"
    } else {
      isExclusive ? "less than \(text)" : "at most \(text)"
    }
  }
}

/// `minLength`, `maxItems` and their like.
struct CountBound: Sendable {
  enum Thing: String, Sendable {
    case characters = "character"
    case items = "item"
    case members = "member"
  }

  var thing: Thing
  var count: Int
  var isLeast: Bool

  /// How many of the thing a value has; nil where it is no matter of counting.
  func count(in value: Value) -> Int? {
    switch (thing, value.kind) {
    case (.characters, .string(let text)): text.unicodeScalars.count
    case (.items, .array(let items)): items.count
    case (.members, .object(let object)): object.members.count
    case (.characters, _), (.items, _), (.members, _): nil
    }
  }

  func admits(_ value: Value) -> Bool {
    guard let found = count(in: value) else { return true }
    return isLeast ? found >= count : found <= count
  }
}
