/// The names that records have so far, and which record has each.
///
/// Names are kept by their hash, a few bytes each, so that a million records fit; hashing is seeded anew for each run, so
/// nobody can choose two that meet. Names that some file system holds for the same are the same here.
struct TakenNames {
  /// Who has a name: the record, and whether it is that very name.
  struct Owner {
    var seq: Int
    var isSame: Bool
  }

  private struct Taken {
    var seq: UInt32
    var exactHash: UInt32
  }

  private var records: [Int: Taken] = [:]

  /// Gives a record a name, unless another one has it or one like it.
  mutating func take(_ name: String, for seq: Int) -> Owner? {
    let exactHash = UInt32(truncatingIfNeeded: name.hashValue)
    let hash = RecordFileName.key(name).hashValue
    if let other = records[hash] {
      return Owner(seq: Int(other.seq), isSame: other.exactHash == exactHash)
    }
    records[hash] = Taken(seq: UInt32(clamping: seq), exactHash: exactHash)
    return nil
  }
}
