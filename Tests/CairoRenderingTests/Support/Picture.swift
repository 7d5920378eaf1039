import CDeflate

/// A PNG file read back: what a viewer sees of it.
struct Picture {
  struct Fault: Error { var reason: String }

  var width: Int
  var height: Int
  var colorType: UInt8
  var depth: UInt8
  /// Straight RGBA, row by row.
  var pixels: [UInt8]
  var chunks: [String]
  var pixelsPerMetre: Int?

  func pixel(_ x: Int, _ y: Int) -> [UInt8] {
    let at = (y * width + x) * 4
    return Array(pixels[at..<at + 4])
  }

  init(_ file: [UInt8]) throws {
    guard file.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) else {
      throw Fault(reason: "signature")
    }
    func big32(_ at: Int) -> Int { file[at..<at + 4].reduce(0) { $0 << 8 | Int($1) } }
    var names: [String] = []
    var data: [UInt8] = []
    var palette: [UInt8] = []
    var alphas: [UInt8] = []
    var header: [UInt8] = []
    var at = 8
    while at < file.count {
      let length = big32(at)
      let name = String(decoding: file[at + 4..<at + 8], as: UTF8.self)
      let body = Array(file[at + 8..<at + 8 + length])
      let check = file[at + 4..<at + 8 + length].withUnsafeBytes {
        libdeflate_crc32(0, $0.baseAddress, $0.count)
      }
      guard big32(at + 8 + length) == Int(check) else { throw Fault(reason: "check of \(name)") }
      names.append(name)
      switch name {
      case "IHDR": header = body
      case "PLTE": palette = body
      case "tRNS": alphas = body
      case "IDAT": data += body
      case "pHYs": pixelsPerMetre = big32(at + 8)
      default: break
      }
      at += 12 + length
    }
    chunks = names
    width = header[0..<4].reduce(0) { $0 << 8 | Int($1) }
    height = header[4..<8].reduce(0) { $0 << 8 | Int($1) }
    depth = header[8]
    colorType = header[9]
    let channels = colorType == 3 ? 1 : colorType == 2 ? 3 : colorType == 6 ? 4 : 0
    guard channels > 0 else { throw Fault(reason: "colour type") }
    let rowBytes = (width * channels * Int(depth) + 7) / 8
    let raw = try Self.inflate(data, count: (rowBytes + 1) * height)
    var rows: [[UInt8]] = []
    var above = [UInt8](repeating: 0, count: rowBytes)
    let step = max(1, channels * Int(depth) / 8)
    for y in 0..<height {
      let filter = raw[y * (rowBytes + 1)]
      var row = Array(raw[y * (rowBytes + 1) + 1..<(y + 1) * (rowBytes + 1)])
      for x in row.indices {
        let left = x >= step ? Int(row[x - step]) : 0
        let corner = x >= step ? Int(above[x - step]) : 0
        let up = Int(above[x])
        let guess: Int
        switch filter {
        case 0: guess = 0
        case 1: guess = left
        case 2: guess = up
        case 3: guess = (left + up) / 2
        case 4:
          let p = left + up - corner
          let (a, b, c) = (abs(p - left), abs(p - up), abs(p - corner))
          guess = a <= b && a <= c ? left : b <= c ? up : corner
        default: throw Fault(reason: "filter")
        }
        row[x] = row[x] &+ UInt8(truncatingIfNeeded: guess)
      }
      rows.append(row)
      above = row
    }
    pixels = []
    pixels.reserveCapacity(width * height * 4)
    for row in rows {
      for x in 0..<width {
        if colorType == 3 {
          let perByte = 8 / Int(depth)
          let shift = UInt8((perByte - 1 - x % perByte) * Int(depth))
          let index = Int(row[x / perByte] >> shift & UInt8((1 << Int(depth)) - 1))
          pixels += palette[3 * index..<3 * index + 3]
          pixels.append(index < alphas.count ? alphas[index] : 255)
        } else {
          pixels += row[x * channels..<x * channels + 3]
          pixels.append(channels == 4 ? row[x * 4 + 3] : 255)
        }
      }
    }
  }

  static func inflate(_ bytes: [UInt8], count: Int) throws -> [UInt8] {
    guard let handle = libdeflate_alloc_decompressor() else { throw Fault(reason: "memory") }
    defer { libdeflate_free_decompressor(handle) }
    var out = [UInt8](repeating: 0, count: count)
    var used = 0
    let result = libdeflate_zlib_decompress(handle, bytes, bytes.count, &out, count, &used)
    guard result == LIBDEFLATE_SUCCESS, used == count else { throw Fault(reason: "inflate") }
    return out
  }
}
