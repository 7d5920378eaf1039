import Diagnostics

/// What an evaluation has found to be wrong.
struct ViolationList {
  struct Violation {
    var diagnostic: Diagnostic
    /// How deep in the input it lies.
    var depth: Int
  }

  /// Violations that are kept to be sorted, and those of them that are shown.
  private static let mostKept = 1_000
  private static let mostShown = 100

  private(set) var kept: [Violation] = []
  private(set) var count = 0

  var isFull: Bool { count >= Self.mostKept }

  mutating func add(_ diagnostic: Diagnostic, depth: Int) {
    if !isFull { kept.append(Violation(diagnostic: diagnostic, depth: depth)) }
    count += 1
  }

  /// Counts a violation that isn't kept.
  mutating func skip() {
    count += 1
  }

  mutating func add(_ other: ViolationList) {
    kept += other.kept.prefix(max(0, Self.mostKept - kept.count))
    count += other.count
  }

  /// The same with a note behind those of each violation.
  func adding(_ note: Diagnostic.Note) -> ViolationList {
    var copy = self
    for index in copy.kept.indices { copy.kept[index].diagnostic.notes.append(note) }
    return copy
  }

  /// The smallest depth at which anything is wrong: the deeper, the better the rest fits.
  var depth: Int { kept.map(\.depth).min() ?? 0 }

  /// All of them in order of place, but for those that would make the list unreadable.
  func sorted(in source: Source) -> [Diagnostic] {
    var seen: Set<Diagnostic> = []
    // Two ways through a schema may find the same fault.
    let sorted = kept.enumerated().sorted {
      ($0.element.start, $0.offset) < ($1.element.start, $1.offset)
    }.map(\.element.diagnostic).filter { seen.insert($0).inserted }
    let more = count - kept.count + sorted.count - Self.mostShown
    guard more > 0 else { return sorted }
    return sorted.prefix(Self.mostShown) + [
      .error(
        "schema.more", "… and \(more) more violation\(more == 1 ? "" : "s") of the schema",
        at: SourceLocation(source))
    ]
  }
}

extension ViolationList.Violation {
  fileprivate var start: Int { diagnostic.location?.range?.lowerBound ?? 0 }
}
