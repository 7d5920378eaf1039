/// A Huffman table (ISO/IEC 10918-1, annexes C and F.2.2.3).
struct JPEGHuffmanTable {
  /// For each nine bits that begin with a code of at most nine: its length and its symbol; else length 0.
  private var short = [(length: UInt8, symbol: UInt8)](repeating: (0, 0), count: 512)
  private var symbols: [UInt8]
  /// For each length: the first code after the last one of that length, aligned to 16 bits.
  private var limits = [Int](repeating: 0, count: 18)
  /// For each length: what added to a code gives its symbol's place.
  private var offsets = [Int](repeating: 0, count: 17)

  /// Takes the number of codes of each length from 1 to 16, and the symbols in the order of their codes.
  init(counts: ArraySlice<UInt8>, symbols: ArraySlice<UInt8>) throws(JPEGFault) {
    self.symbols = Array(symbols)
    var code = 0
    var place = 0
    for (index, count) in counts.enumerated() {
      let length = index + 1
      offsets[length] = place - code
      for _ in 0..<Int(count) {
        guard place < self.symbols.count, code < 1 << length else { throw .damaged }
        if length <= 9 {
          let first = code << (9 - length)
          for entry in first..<first + (1 << (9 - length)) {
            short[entry] = (UInt8(length), self.symbols[place])
          }
        }
        code += 1
        place += 1
      }
      limits[length] = code << (16 - length)
      code <<= 1
    }
    limits[17] = .max
  }

  /// The length and the symbol of the code that 16 bits begin with.
  func lookUp(_ bits: Int) throws(JPEGFault) -> (length: Int, symbol: UInt8) {
    let entry = short[bits >> 7]
    if entry.length > 0 { return (Int(entry.length), entry.symbol) }
    var length = 10
    while length <= 16, bits >= limits[length] { length += 1 }
    guard length <= 16 else { throw .damaged }
    let place = (bits >> (16 - length)) + offsets[length]
    guard symbols.indices.contains(place) else { throw .damaged }
    return (length, symbols[place])
  }
}
