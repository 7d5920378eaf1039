/// The names that records have so far, and which record has each.
///
/// Names are kept by their hash, a few bytes each, so that a million records fit; hashing is seeded anew for each run, so
/// nobody can choose two that meet. Names that look alike (NFC and NFD) are alike here, as on some file systems.
struct TakenNames {
  private var records: [Int: UInt32] = [:]

  /// Gives a record a name; where another one has it, that record's number.
  mutating func take(_ name: String, for seq: Int) -> Int? {
    var hasher = Hasher()
    hasher.combine(name)
    let hash = hasher.finalize()
    if let other = records[hash] { return Int(other) }
    records[hash] = UInt32(clamping: seq)
    return nil
  }
}
