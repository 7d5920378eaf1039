package import Diagnostics

/// What a decoding under way has found: faults, and the ids that were defined and referred to.
package struct Decoding {
  /// Faults shown of one input; the rest are counted.
  private static let mostShown = 50

  package let source: Source
  /// The value being read, as messages call it: `"name"`, `an item of "results"`.
  package private(set) var subject = "the input"
  private var diagnostics: [Diagnostic] = []
  private var unshown = 0
  private var ids: [String: IdentifierList] = [:]
  private var references: [Reference] = []

  /// The ids of one noun, such as all organizations, in their order of writing.
  private struct IdentifierList {
    var names: [String] = []
    var ranges: [String: Range<Int>] = [:]
  }

  private struct Reference {
    var noun: String
    var id: String
    var range: Range<Int>
  }

  package init(_ source: Source) {
    self.source = source
  }

  /// Reads a part under the name that messages shall call it.
  package mutating func within<T>(
    _ subject: String, _ read: (inout Decoding) -> T
  ) -> T {
    let outer = self.subject
    self.subject = subject
    defer { self.subject = outer }
    return read(&self)
  }

  package func location(_ range: Range<Int>) -> SourceLocation {
    SourceLocation(source, range)
  }

  package mutating func report(_ diagnostic: Diagnostic) {
    if isFull {
      unshown += 1
    } else {
      diagnostics.append(diagnostic)
    }
  }

  private var isFull: Bool { diagnostics.count >= Self.mostShown }

  package mutating func error(
    _ id: String, _ message: String, at range: Range<Int>, hints: [String] = []
  ) {
    report(.error(id, message, at: location(range), hints: hints))
  }

  /// Reports that the subject is of the wrong kind.
  package mutating func mismatch(_ wanted: String, _ value: Value, hints: [String] = []) {
    error(
      "data.type", "\(subject) must be \(wanted), not \(value.kindName)", at: value.range,
      hints: hints)
  }
}

extension Decoding {
  /// Notes an id; the second of its noun with that id is an error.
  mutating func define(_ id: String, of noun: String, at range: Range<Int>) {
    if let first = ids[noun]?.ranges[id] {
      report(
        .error(
          "data.duplicate-id", "the \(noun) id \"\(id)\" is given twice", at: location(range),
          notes: [Diagnostic.Note("first given here", at: location(first))]))
    } else {
      ids[noun, default: IdentifierList()].names.append(id)
      ids[noun, default: IdentifierList()].ranges[id] = range
    }
  }

  /// Notes a reference; it is looked up once everything has been read.
  mutating func refer(to id: String, of noun: String, at range: Range<Int>) {
    references.append(Reference(noun: noun, id: id, range: range))
  }

  /// All faults in order of place, unknown references among them.
  package consuming func finish() -> [Diagnostic] {
    for reference in references where ids[reference.noun]?.ranges[reference.id] == nil {
      // Looking for the name that was meant takes time: not for faults that aren't shown.
      let known = isFull ? [] : ids[reference.noun]?.names ?? []
      report(
        .error(
          "data.unknown-reference", "unknown \(reference.noun) \"\(reference.id)\"",
          at: location(reference.range), hints: Suggestion.hints(for: reference.id, in: known)))
    }
    var sorted = diagnostics.enumerated().sorted {
      ($0.element.start, $0.offset) < ($1.element.start, $1.offset)
    }.map(\.element)
    if unshown > 0 {
      sorted.append(
        .error(
          "data.more", "\(unshown) more fault\(unshown == 1 ? "" : "s") in this file",
          at: SourceLocation(source)))
    }
    return sorted
  }
}

extension Diagnostic {
  fileprivate var start: Int { location?.range?.lowerBound ?? 0 }
}
