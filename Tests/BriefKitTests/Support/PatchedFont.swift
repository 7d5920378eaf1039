import Foundation

/// A bundled font with some of its bytes changed, and the checksums made right again: a company's own type.
struct PatchedFont {
  private(set) var bytes: [UInt8]

  /// - Parameter file: A file of `Fonts`; its family gets another name of the same length.
  init(_ file: String, family: String, called name: String) throws {
    bytes = [UInt8](try Data(contentsOf: URL(filePath: "\(PackageFolder.path)/Fonts/\(file)")))
    precondition(family.utf16.count == name.utf16.count)
    let (old, new) = (Self.utf16(family), Self.utf16(name))
    let range = try table("name")
    var at = range.lowerBound
    while at + old.count <= range.upperBound {
      if bytes[at..<at + old.count].elementsEqual(old) {
        bytes.replaceSubrange(at..<at + old.count, with: new)
      }
      at += 1
    }
    try repair("name")
  }

  struct Fault: Error { var missing: String }

  /// Sets OS/2 `fsType`, what its maker allows.
  mutating func setRights(_ value: UInt16) throws {
    try set16("OS/2", at: 8, value)
  }

  /// Overwrites the outlines, so that none of them can be read.
  mutating func damageOutlines() throws {
    let range = try table("glyf")
    for at in range { bytes[at] = 0x7F }
    try repair("glyf")
  }

  private mutating func set16(_ tag: String, at offset: Int, _ value: UInt16) throws {
    let start = try table(tag).lowerBound + offset
    bytes[start] = UInt8(value >> 8)
    bytes[start + 1] = UInt8(truncatingIfNeeded: value)
    try repair(tag)
  }

  // MARK: Tables

  private func record(_ tag: String) throws -> Int {
    let count = Int(big(4) >> 16)
    guard
      let record = (0..<count).map({ 12 + 16 * $0 }).first(where: {
        bytes[$0..<$0 + 4].elementsEqual(tag.utf8)
      })
    else { throw Fault(missing: tag) }
    return record
  }

  private func table(_ tag: String) throws -> Range<Int> {
    let record = try record(tag)
    let start = Int(big(record + 8))
    return start..<start + Int(big(record + 12))
  }

  private func big(_ offset: Int) -> UInt32 {
    bytes[offset..<offset + 4].reduce(0) { $0 << 8 | UInt32($1) }
  }

  private mutating func set32(_ offset: Int, _ value: UInt32) {
    for index in 0..<4 {
      bytes[offset + index] = UInt8(truncatingIfNeeded: value >> (24 - 8 * index))
    }
  }

  private func sum(_ range: Range<Int>) -> UInt32 {
    stride(from: range.lowerBound, to: range.upperBound, by: 4).reduce(0) { sum, at in
      sum
        &+ (0..<4).reduce(0) { word, index in
          word << 8 | (at + index < bytes.count ? UInt32(bytes[at + index]) : 0)
        }
    }
  }

  /// Writes the checksum of a table, and that of the file, which `head` holds.
  private mutating func repair(_ tag: String) throws {
    set32(try record(tag) + 4, sum(try table(tag)))
    let head = try table("head").lowerBound
    set32(head + 8, 0)
    set32(head + 8, 0xB1B0_AFBA &- sum(bytes.indices))
  }

  private static func utf16(_ text: String) -> [UInt8] {
    text.utf16.flatMap { [UInt8($0 >> 8), UInt8(truncatingIfNeeded: $0)] }
  }
}
