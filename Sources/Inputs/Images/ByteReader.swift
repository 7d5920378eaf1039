/// Numbers out of bytes at any offset; what lies outside is a fault, never read.
struct ByteReader {
  enum Order {
    case big
    case little
  }

  private let bytes: ArraySlice<UInt8>

  init(_ bytes: [UInt8]) {
    self.bytes = bytes[...]
  }

  private init(slice: ArraySlice<UInt8>) {
    bytes = slice
  }

  var count: Int { bytes.count }

  func starts(with prefix: [UInt8]) -> Bool { bytes.starts(with: prefix) }

  /// The offset of the next byte of a value.
  func index(of value: UInt8, from offset: Int) -> Int? {
    guard offset >= 0, offset < count else { return nil }
    return bytes.withUnsafeBufferPointer { bytes in
      bytes[offset...].firstIndex(of: value)
    }
  }

  /// The bytes from an offset on, as a reader of their own.
  func part(from offset: Int, count: Int) throws(ImageFault) -> ByteReader {
    guard offset >= 0, count >= 0, offset <= self.count, count <= self.count - offset else {
      throw .truncated
    }
    let start = bytes.startIndex + offset
    return ByteReader(slice: bytes[start..<start + count])
  }

  func uint8(_ offset: Int) throws(ImageFault) -> Int {
    guard offset >= 0, offset < count else { throw .truncated }
    return Int(bytes[bytes.startIndex + offset])
  }

  func uint16(_ offset: Int, _ order: Order = .big) throws(ImageFault) -> Int {
    let (first, second) = (try uint8(offset), try uint8(offset + 1))
    return switch order {
    case .big: first << 8 | second
    case .little: second << 8 | first
    }
  }

  func uint32(_ offset: Int, _ order: Order = .big) throws(ImageFault) -> Int {
    let (first, second) = (try uint16(offset, order), try uint16(offset + 2, order))
    return switch order {
    case .big: first << 16 | second
    case .little: second << 16 | first
    }
  }
}
