/// Where in the input a value stands, as messages name it.
struct InstancePath {
  enum Step {
    case key(String)
    case item(Int)
    /// A key that is itself held against a schema.
    case name(String)
  }

  private(set) var steps: [Step] = []

  mutating func push(_ step: Step) {
    steps.append(step)
  }

  mutating func pop() {
    steps.removeLast()
  }

  /// The value in a message: `"/people/3/name"`, `the key "name"`, `the input`.
  var subject: String {
    if case .name(let name)? = steps.last { return "the key \(Shown.quoted(name))" }
    return steps.isEmpty ? "the input" : "\"\(pointer)\""
  }

  /// Whether the value is a key.
  var endsInName: Bool {
    if case .name? = steps.last { true } else { false }
  }

  /// An item of the value.
  func subject(ofItem index: Int) -> String {
    "\"\(pointer)/\(index)\""
  }

  private var pointer: String {
    steps.reduce(into: "") { text, step in
      switch step {
      case .key(let key), .name(let key): text += "/" + JSONPointer.escaped(key)
      case .item(let index): text += "/\(index)"
      }
    }
  }
}
