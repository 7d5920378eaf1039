/// A part of a batch for one of several machines: the records whose number leaves a certain rest.
package struct Shard: Sendable, Hashable {
  /// From 1.
  package let number: Int
  package let count: Int

  /// Reads `2/8`; nil for anything else.
  package init?(argument: String) {
    let parts = argument.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
    guard parts.count == 2, let number = parts[0], let count = parts[1], count >= 1,
      (1...count).contains(number)
    else { return nil }
    self.number = number
    self.count = count
  }

  /// Whether the record of that number is this shard's.
  func takes(_ seq: Int) -> Bool { seq % count == number - 1 }

  /// What is put behind the names of a shard's own files.
  var suffix: String { "-\(number)-of-\(count)" }
}
