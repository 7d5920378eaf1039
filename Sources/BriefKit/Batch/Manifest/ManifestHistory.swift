/// What a manifest says of earlier runs, and which of its lines still hold: the last one of each record.
///
/// Only the places of lines are kept, so that a million records fit.
struct ManifestHistory {
  private var lines: [Int: ManifestLine] = [:]
  /// Lines of earlier runs by their names' hashes: a record keeps its name where others before it come or go.
  private var earlier: [Int: ManifestLine] = [:]
  /// Records whose line was confirmed or written by this run.
  private var confirmed: Set<Int> = []
  /// Whether there are lines that no longer hold.
  private var hasStale = false

  /// Takes in a line of an earlier run.
  mutating func restore(_ entry: ManifestEntry, _ line: ManifestLine) {
    put(entry.seq, line)
    if let name = entry.name { earlier[name.hashValue] = line }
  }

  /// Takes in a line of this run.
  mutating func add(_ seq: Int, _ line: ManifestLine) {
    put(seq, line)
    confirmed.insert(seq)
  }

  private mutating func put(_ seq: Int, _ line: ManifestLine) {
    if lines.updateValue(line, forKey: seq) != nil { hasStale = true }
  }

  /// Notes that a line of an earlier run holds.
  mutating func confirm(_ seq: Int) {
    confirmed.insert(seq)
  }

  /// What earlier runs last wrote of a record of that name; of one that is only alike in its hash at times.
  func line(named name: String) -> ManifestLine? { earlier[name.hashValue] }

  /// The lines to keep in the order of the file; nil where all hold.
  ///
  /// - Parameter isWhole: Whether this run saw all records, so that lines of others are of records that are gone.
  func kept(isWhole: Bool) -> [ManifestLine]? {
    let valid = isWhole ? lines.filter { confirmed.contains($0.key) } : lines
    guard hasStale || valid.count < lines.count else { return nil }
    return valid.values.sorted { $0.offset < $1.offset }
  }
}
