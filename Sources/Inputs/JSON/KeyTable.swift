/// The distinct keys of a JSON text, each decoded once, and the check that no object holds one twice.
///
/// Records repeat their keys, so most keys are found by their bytes and cost no string. Two keys are the same if
/// Swift's `String` calls them equal (canonical equivalence), for that is how an `Object` looks them up.
struct KeyTable {
  private struct Entry {
    var text: String
    /// The same number for all spellings of one key (`"a"` and `"\u0061"`).
    var identity: Int
    var start: Int
    var length: Int
    var hash: Int
  }

  /// Where a key was last met while objects were checked.
  private struct Sighting {
    var object = 0
    var position = 0
  }

  private let bytes: UnsafeBufferPointer<UInt8>
  private var entries: [Entry] = []
  /// Open addressing over `entries`, -1 where free; the size is a power of two.
  private var slots = [Int32](repeating: -1, count: 256)
  private var identities: [String: Int] = [:]
  private var sightings: [Sighting] = []
  private var checkedObjects = 0

  init(over bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
  }

  func text(of key: Int32) -> String { entries[Int(key)].text }

  /// The number of the key whose undecoded bytes stand in `range`, or nil for one that is new.
  func find(_ range: Range<Int>, hash: Int) -> Int32? {
    let mask = slots.count - 1
    var slot = hash & mask
    while slots[slot] >= 0 {
      let entry = entries[Int(slots[slot])]
      if entry.hash == hash, entry.length == range.count,
        equalBytes(entry.start, range.lowerBound, count: entry.length)
      {
        return slots[slot]
      }
      slot = (slot + 1) & mask
    }
    return nil
  }

  /// Adds a key that `find` did not know.
  mutating func add(_ text: String, _ range: Range<Int>, hash: Int) -> Int32 {
    if entries.count * 2 >= slots.count { grow() }
    let identity = identities[text] ?? sightings.count
    if identity == sightings.count {
      identities[text] = identity
      sightings.append(Sighting())
    }
    let key = Int32(entries.count)
    entries.append(
      Entry(
        text: text, identity: identity, start: range.lowerBound, length: range.count, hash: hash))
    place(key, hash: hash)
    return key
  }

  /// A hash seeded anew in each process, so that no file can be made to collide.
  func hash(_ range: Range<Int>) -> Int {
    var hasher = Hasher()
    hasher.combine(bytes: UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(bytes)[range]))
    return hasher.finalize()
  }

  /// Calls `found` with the positions of each repeated key and of the one before it.
  mutating func repeats(in keys: ArraySlice<Int32>, found: (_ again: Int, _ first: Int) -> Void) {
    guard keys.count > 1 else { return }
    checkedObjects += 1
    for position in keys.indices {
      let identity = entries[Int(keys[position])].identity
      if sightings[identity].object == checkedObjects {
        found(position, sightings[identity].position)
      } else {
        sightings[identity] = Sighting(object: checkedObjects, position: position)
      }
    }
  }

  private func equalBytes(_ a: Int, _ b: Int, count: Int) -> Bool {
    for offset in 0..<count where bytes[a + offset] != bytes[b + offset] { return false }
    return true
  }

  private mutating func place(_ key: Int32, hash: Int) {
    let mask = slots.count - 1
    var slot = hash & mask
    while slots[slot] >= 0 { slot = (slot + 1) & mask }
    slots[slot] = key
  }

  private mutating func grow() {
    slots = [Int32](repeating: -1, count: slots.count * 2)
    for (key, entry) in entries.enumerated() { place(Int32(key), hash: entry.hash) }
  }
}
