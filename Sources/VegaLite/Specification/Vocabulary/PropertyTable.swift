/// The properties that an object may have, and what each may be.
///
/// Reading an object against its table finds unknown names, words that mean nothing, values of the wrong kind and
/// numbers out of range, whether or not anything drawn depends on them.
struct PropertyTable: Sendable {
  /// What the object is called in messages: `an axis`.
  let what: String
  /// In order, for "did you mean".
  let names: [String]
  private let rules: [String: PropertyRule]

  init(_ what: String, _ groups: (PropertyRule, [String])...) {
    self.what = what
    names = groups.flatMap(\.1)
    rules = Dictionary(
      groups.flatMap { rule, names in names.map { ($0, rule) } }, uniquingKeysWith: { $1 })
  }

  subscript(name: String) -> PropertyRule? { rules[name] }
}
