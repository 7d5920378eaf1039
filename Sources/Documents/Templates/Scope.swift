package import Diagnostics
package import Inputs

/// What names mean at one place of a report: loop items, then derived tables, named inputs and the main input.
///
/// A value: entering a section makes a new scope, the old one stays as it was, so a chart can keep the scope of the
/// place where it stands.
package struct Scope: Sendable {
  /// A value and where it came from.
  package struct Binding: Sendable {
    package var value: Value
    package var origin: Origin

    package init(_ value: Value, origin: Origin) {
      self.value = value
      self.origin = origin
    }
  }

  /// Why a name gives nothing.
  package struct Miss: Error, Sendable {
    /// The segment that isn't there.
    package var name: String
    /// The name up to the missing segment; empty at the outermost level.
    package var parent: String
    /// What the segment was looked for in; nil at the outermost level.
    var container: Value?
    var scope: Scope

    /// What is there instead, for a "did you mean".
    package var known: [String] {
      container.map { $0.object?.keys ?? [] } ?? scope.names
    }
  }

  private final class Frame: Sendable {
    let binding: Binding
    let loop: Loop?
    let parent: Frame?

    init(binding: Binding, loop: Loop?, parent: Frame?) {
      self.binding = binding
      self.loop = loop
      self.parent = parent
    }
  }

  private struct Loop: Sendable {
    var index: Int
    var count: Int
  }

  private var frame: Frame?
  /// Names at the outermost level, in a fixed order.
  private let roots: Roots

  private final class Roots: Sendable {
    let bindings: [String: Binding]
    let names: [String]

    init(_ bindings: [(String, Binding)]) {
      self.bindings = Dictionary(bindings, uniquingKeysWith: { _, last in last })
      names = bindings.map(\.0)
    }
  }

  /// The outermost scope; names that begin with `@` are ours, and of two equal names the last counts.
  package init(_ names: [(String, Binding)]) {
    roots = Roots(names)
  }

  /// The scope inside a section over an object or a single value.
  package func entering(_ binding: Binding) -> Scope {
    var scope = self
    scope.frame = Frame(binding: binding, loop: nil, parent: frame)
    return scope
  }

  /// The scope of one turn of a section over a list.
  package func entering(_ binding: Binding, index: Int, of count: Int) -> Scope {
    var scope = self
    scope.frame = Frame(
      binding: binding, loop: Loop(index: index, count: count), parent: frame)
    return scope
  }

  package func look(up path: NamePath) throws(Miss) -> Binding {
    guard let first = path.segments.first else {
      if let frame { return frame.binding }
      throw Miss(name: ".", parent: "", scope: self)
    }
    guard var found = outermost(first) else {
      throw Miss(name: first, parent: "", scope: self)
    }
    for (depth, segment) in path.segments.enumerated().dropFirst() {
      guard let next = Self.member(segment, of: found) else {
        throw Miss(
          name: segment, parent: NamePath(segments: Array(path.segments[..<depth])).text,
          container: found.value, scope: self)
      }
      found = next
    }
    return found
  }

  /// Looks a name up for a file that asks for it at a place; a miss is said there.
  package func look(
    up path: NamePath, at location: SourceLocation?
  ) throws(DiagnosticError) -> Binding {
    do throws(Miss) {
      return try look(up: path)
    } catch {
      throw DiagnosticError(error.diagnostic(at: location))
    }
  }

  /// The names in reach, the innermost first.
  package var names: [String] {
    var names: [String] = []
    var current = frame
    while let frame = current {
      names += frame.binding.value.object?.keys ?? []
      current = frame.parent
    }
    return names + roots.names
  }

  private func outermost(_ name: String) -> Binding? {
    // Ours come first: no key of the data can take their place.
    if name.first == "@", let ours = ours(name) { return ours }
    var current = frame
    while let frame = current {
      if let value = frame.binding.value.object?[name] {
        return Binding(value, origin: frame.binding.origin.appending(name))
      }
      current = frame.parent
    }
    return roots.bindings[name]
  }

  private func ours(_ name: String) -> Binding? {
    var current = frame
    while let frame = current {
      if let value = frame.loop.flatMap({ Self.loopValue(name, $0) }) {
        return Binding(value, origin: Origin(.builtin).appending(name))
      }
      current = frame.parent
    }
    return roots.bindings[name]
  }

  private static func loopValue(_ name: String, _ loop: Loop) -> Value? {
    switch name {
    case "@index": .number(loop.index)
    case "@first": Value(.bool(loop.index == 0))
    case "@last": Value(.bool(loop.index == loop.count - 1))
    default: nil
    }
  }

  private static func member(_ segment: String, of binding: Binding) -> Binding? {
    if let value = binding.value.object?[segment] {
      return Binding(value, origin: binding.origin.appending(segment))
    }
    if let list = binding.value.array, let index = Int(segment), list.indices.contains(index) {
      return Binding(list[index], origin: binding.origin.appending(index))
    }
    return nil
  }
}

extension Scope.Miss {
  /// The miss as an error at the place that asked.
  ///
  /// - Parameter hint: What to type where the name may be missing.
  package func diagnostic(at location: SourceLocation?, hint: String? = nil) -> Diagnostic {
    func error(_ message: String, _ hints: [String]) -> Diagnostic {
      .error("template.unknown", message, at: location, hints: hints)
    }
    if name == "." {
      return error("\".\" stands outside any section", ["name a value: {{summit.name}}"])
    }
    let last = hint.map { [$0] } ?? []
    guard let container else {
      if ["@index", "@first", "@last"].contains(name) {
        return error(
          "\"\(name)\" stands outside any list", ["put it between {{#list}} and {{/list}}"])
      }
      return error("unknown name \"\(name)\"", Suggestion.hints(for: name, in: known) + last)
    }
    switch container.kind {
    case .object:
      return error(
        "unknown name \"\(name)\" in \"\(parent)\"", Suggestion.hints(for: name, in: known) + last)
    case .array(let items) where Int(name) != nil:
      let count = items.count == 1 ? "1 item" : "\(items.count) items"
      return items.isEmpty
        ? error(
          "\"\(parent)\" is empty and has no \"\(name)\"",
          ["show it only where there is one: {{#\(parent)}} … {{/\(parent)}}"])
        : error("\"\(parent)\" has \(count) and no \"\(name)\"; the first is 0", last)
    case .array:
      return error(
        "\"\(parent)\" is a list and has no \"\(name)\"",
        ["go through it with {{#\(parent)}} … {{/\(parent)}}"] + last)
    case .null, .bool, .number, .string:
      return error("\"\(parent)\" is \(container.kindName) and has no \"\(name)\"", last)
    }
  }
}
