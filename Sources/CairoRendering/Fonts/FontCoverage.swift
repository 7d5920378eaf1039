/// The scalars that a face maps to glyphs: the ranges of its `cmap` table, formats 4 and 12.
struct FontCoverage: Sendable {
  /// Sorted, without overlaps.
  private var ranges: [ClosedRange<UInt32>] = []

  init() {}

  init(cmap: [UInt8]) {
    let count = Int(cmap.big16(at: 2) ?? 0)
    var chosen: (rank: Int, offset: Int)?
    for record in 0..<count {
      guard let platform = cmap.big16(at: 4 + 8 * record),
        let encoding = cmap.big16(at: 6 + 8 * record),
        let offset = cmap.big32(at: 8 + 8 * record)
      else { break }
      let rank: Int? =
        switch (platform, encoding) {
        case (3, 10), (0, 4), (0, 6): 0
        case (3, 1), (0, 0...3): 1
        default: nil
        }
      if let rank, rank < chosen?.rank ?? .max { chosen = (rank, Int(offset)) }
    }
    guard let offset = chosen?.offset else { return }
    switch cmap.big16(at: offset) {
    case 4: readSegments(cmap, at: offset)
    case 12: readGroups(cmap, at: offset)
    default: break
    }
    ranges.sort { $0.lowerBound < $1.lowerBound }
  }

  func contains(_ scalar: Unicode.Scalar) -> Bool {
    var low = 0
    var high = ranges.count
    while low < high {
      let middle = (low + high) / 2
      if ranges[middle].upperBound < scalar.value { low = middle + 1 } else { high = middle }
    }
    return low < ranges.count && ranges[low].contains(scalar.value)
  }

  /// Format 4: segments of the basic plane; a segment's scalars may still map to no glyph, one by one.
  private mutating func readSegments(_ cmap: [UInt8], at offset: Int) {
    let size = Int(cmap.big16(at: offset + 6) ?? 0)
    let ends = offset + 14
    let starts = ends + size + 2
    let deltas = starts + size
    let offsets = deltas + size
    for segment in stride(from: 0, to: size, by: 2) {
      guard let first = cmap.big16(at: starts + segment), let last = cmap.big16(at: ends + segment),
        let delta = cmap.big16(at: deltas + segment),
        let jump = cmap.big16(at: offsets + segment)
      else { break }
      guard first <= last, first != 0xFFFF else { continue }
      for code in first...min(last, 0xFFFE) {
        var glyph = code
        if jump != 0 {
          glyph = cmap.big16(at: offsets + segment + Int(jump) + 2 * Int(code - first)) ?? 0
        }
        if jump == 0 || glyph != 0, glyph &+ delta != 0 { add(UInt32(code)) }
      }
    }
  }

  /// Format 12: groups over all planes.
  private mutating func readGroups(_ cmap: [UInt8], at offset: Int) {
    let count = min(Int(cmap.big32(at: offset + 12) ?? 0), cmap.count / 12)
    for group in 0..<count {
      guard let first = cmap.big32(at: offset + 16 + 12 * group),
        let last = cmap.big32(at: offset + 20 + 12 * group)
      else { break }
      if first <= last, last <= 0x10FFFF { ranges.append(first...last) }
    }
  }

  private mutating func add(_ code: UInt32) {
    if let last = ranges.last, last.upperBound + 1 == code {
      ranges[ranges.count - 1] = last.lowerBound...code
    } else {
      ranges.append(code...code)
    }
  }
}
