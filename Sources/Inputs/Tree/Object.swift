/// The members of an object in their order of writing; no key stands twice.
package struct Object: Sendable {
  package struct Member: Sendable {
    package var key: String
    package var value: Value
    private var keyStart: UInt32
    private var keyEnd: UInt32

    package init(key: String, keyRange: Range<Int> = 0..<0, value: Value) {
      self.key = key
      self.value = value
      keyStart = UInt32(clamping: keyRange.lowerBound)
      keyEnd = UInt32(clamping: keyRange.upperBound)
    }

    /// Where the key stands, quotes included.
    package var keyRange: Range<Int> {
      Int(keyStart)..<Int(keyEnd)
    }
  }

  /// With more members than this, keys are looked up in an index.
  static let searchedMembers = 12

  package private(set) var members: [Member]
  /// Positions by key, kept only for objects with many members; objects of like keys share one.
  private var index: [String: Int]

  /// The members must have distinct keys; of two equal ones the first is found.
  package init(_ members: [Member] = []) {
    self.members = members
    index = [:]
    guard members.count > Self.searchedMembers else { return }
    index.reserveCapacity(members.count)
    for (position, member) in members.enumerated() where index[member.key] == nil {
      index[member.key] = position
    }
  }

  /// An object with the same keys in the same order as another, whose index it shares.
  init(_ members: [Member], keyedLike other: Object) {
    self.members = members
    index = other.index
  }

  package var keys: [String] { members.map(\.key) }

  package func member(_ key: String) -> Member? {
    if members.count > Self.searchedMembers { return index[key].map { members[$0] } }
    return members.first { $0.key == key }
  }

  package subscript(key: String) -> Value? {
    member(key)?.value
  }
}
