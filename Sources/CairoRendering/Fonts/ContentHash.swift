/// A 64-bit hash of bytes: four lanes of multiply and rotate over little-endian words, mixed at the end.
///
/// The shape is that of xxHash64 and its multipliers are used; the result is our own. Not for secrets: it tells
/// files apart, the same on every machine.
struct ContentHash {
  private static let prime1: UInt64 = 0x9E37_79B1_85EB_CA87
  private static let prime2: UInt64 = 0xC2B2_AE3D_27D4_EB4F
  private static let prime3: UInt64 = 0x1656_67B1_9E37_79F9

  private var lanes: (UInt64, UInt64, UInt64, UInt64)
  private var count: UInt64 = 0
  private var tail: UInt64 = 0

  init(seed: UInt64 = 0) {
    lanes = (
      seed &+ Self.prime1 &+ Self.prime2, seed &+ Self.prime2, seed, seed &- Self.prime1
    )
  }

  /// Takes in one piece of the content; all pieces but the last are a multiple of 32 bytes long.
  mutating func update(_ bytes: UnsafeRawBufferPointer) {
    func word(_ offset: Int) -> UInt64 {
      UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
    }
    var (a, b, c, d) = lanes
    var offset = 0
    while offset + 32 <= bytes.count {
      a = Self.round(a, word(offset))
      b = Self.round(b, word(offset + 8))
      c = Self.round(c, word(offset + 16))
      d = Self.round(d, word(offset + 24))
      offset += 32
    }
    lanes = (a, b, c, d)
    while offset < bytes.count {
      tail = (tail ^ UInt64(bytes[offset])) &* Self.prime3
      tail ^= tail &>> 29
      offset += 1
    }
    count &+= UInt64(bytes.count)
  }

  private static func round(_ lane: UInt64, _ word: UInt64) -> UInt64 {
    let sum = lane &+ word &* prime2
    return (sum &<< 31 | sum &>> 33) &* prime1
  }

  var value: UInt64 {
    var hash = count &* Self.prime3 ^ tail
    for lane in [lanes.0, lanes.1, lanes.2, lanes.3] {
      hash = (hash ^ lane) &* Self.prime1
      hash = hash &<< 27 | hash &>> 37
    }
    hash ^= hash &>> 33
    hash = hash &* Self.prime2
    hash ^= hash &>> 29
    hash = hash &* Self.prime3
    return hash ^ hash &>> 32
  }

  static func of(_ bytes: [UInt8], seed: UInt64 = 0) -> UInt64 {
    var hash = ContentHash(seed: seed)
    bytes.withUnsafeBytes { hash.update($0) }
    return hash.value
  }
}
