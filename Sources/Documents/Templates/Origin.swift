/// Where a bound value comes from, so that a number on a page can be traced to its place in the data.
package struct Origin: Sendable, Hashable {
  /// What the value was taken from.
  package enum Root: Sendable, Hashable {
    /// The main input.
    case main
    /// An input by name, or a table derived in the front matter.
    case named(String)
    /// A `--set` option.
    case option
    /// Ours: `@index`, `@strings` …
    case builtin
  }

  package var root: Root
  private var path: Step?

  package init(_ root: Root) {
    self.root = root
  }

  package func appending(_ key: String) -> Origin {
    var origin = self
    origin.path = Step(parent: path, key: key)
    return origin
  }

  package func appending(_ index: Int) -> Origin {
    appending(String(index))
  }

  /// The place as a JSON Pointer (RFC 6901) below the root.
  package var pointer: String {
    keys.map { key in
      "/" + key.replacing("~", with: "~0").replacing("/", with: "~1")
    }.joined()
  }

  /// The keys and indices below the root, the outermost first.
  package var keys: [String] {
    var keys: [String] = []
    var step = path
    while let current = step {
      keys.append(current.key)
      step = current.parent
    }
    return keys.reversed()
  }

  package static func == (a: Origin, b: Origin) -> Bool {
    a.root == b.root && a.pointer == b.pointer
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(root)
    hasher.combine(pointer)
  }

  /// Paths share their beginnings, so that a row's cells cost one step each.
  private final class Step: Sendable {
    let parent: Step?
    let key: String

    init(parent: Step?, key: String) {
      self.parent = parent
      self.key = key
    }
  }
}
