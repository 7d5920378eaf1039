/// The `name` table: finds the family that a style names.
enum FontNames {
  /// The typographic family (name 16), else the family (name 1); English before other languages.
  static func family(_ table: [UInt8]) -> String? {
    guard let count = table.big16(at: 2), let storage = table.big16(at: 4) else { return nil }
    var best: (rank: Int, name: String)?
    for record in 0..<Int(count) {
      let at = 6 + 12 * record
      guard let platform = table.big16(at: at), let language = table.big16(at: at + 4),
        let name = table.big16(at: at + 6), let length = table.big16(at: at + 8),
        let offset = table.big16(at: at + 10)
      else { break }
      guard name == 16 || name == 1 else { continue }
      let start = Int(storage) + Int(offset)
      guard start + Int(length) <= table.count else { continue }
      let bytes = table[start..<start + Int(length)]
      let text: String
      let isEnglish: Bool
      switch platform {
      case 0, 3:
        let units = stride(from: start, to: start + Int(length) - 1, by: 2).map {
          UInt16(table[$0]) << 8 | UInt16(table[$0 + 1])
        }
        text = String(decoding: units, as: UTF16.self)
        isEnglish = platform == 0 || language & 0x3FF == 9
      case 1 where bytes.allSatisfy { $0 < 0x80 }:
        text = String(decoding: bytes, as: UTF8.self)
        isEnglish = language == 0
      default: continue
      }
      guard !text.isEmpty else { continue }
      let rank = (name == 16 ? 0 : 2) + (isEnglish ? 0 : 1)
      if rank < best?.rank ?? .max { best = (rank, text) }
    }
    return best?.name
  }
}
