/// Decodes JPEG files of 8 bits, sequential or progressive, grey or of three colours (ISO/IEC 10918-1, JFIF).
struct JPEGDecoder {
  private let bytes: [UInt8]
  private let frame: JPEGFrame
  private var offset = 2
  private var isProgressive = false
  private var components: [JPEGComponent] = []
  private var quantization: [Int: [Int32]] = [:]
  private var dcTables: [UInt8: JPEGHuffmanTable] = [:]
  private var acTables: [UInt8: JPEGHuffmanTable] = [:]
  private var restartInterval = 0
  /// Whether an Adobe marker says that three components are red, green and blue.
  private var isRGB = false
  private var scans = 0
  private var unitColumns = 0
  private var unitRows = 0

  /// More scans than any encoder makes; each costs a pass over the image.
  private static let mostScans = 200

  /// The pixels row by row, as cairo has them: blue in the low byte, the high byte full.
  static func decode(_ bytes: [UInt8], _ frame: JPEGFrame) throws(JPEGFault) -> [UInt32] {
    var decoder = JPEGDecoder(bytes: bytes, frame: frame)
    try decoder.readSegments()
    return try decoder.pixels()
  }

  private init(bytes: [UInt8], frame: JPEGFrame) {
    self.bytes = bytes
    self.frame = frame
  }

  private mutating func readSegments() throws(JPEGFault) {
    while let marker = bytes.big16(at: offset), marker >= 0xFF00 {
      let code = marker & 0xFF
      switch code {
      case 0xFF:
        offset += 1
        continue
      case 0xD9: return
      case 0x01, 0xD0...0xD8:
        offset += 2
        continue
      default: break
      }
      guard let length = bytes.big16(at: offset + 2), length >= 2,
        offset + 2 + Int(length) <= bytes.count
      else { throw .damaged }
      let body = Array(bytes[offset + 4..<offset + 2 + Int(length)])
      offset += 2 + Int(length)
      switch code {
      case 0xC0, 0xC1, 0xC2:
        isProgressive = code == 0xC2
        try readFrame(body)
      case 0xC3, 0xC5...0xC7, 0xC9...0xCB, 0xCD...0xCF:
        throw .unsupported("lossless, hierarchical or arithmetic coding")
      case 0xC4: try readHuffmanTables(body)
      case 0xDB: try readQuantization(body)
      case 0xDD: restartInterval = Int(body.big16(at: 0) ?? 0)
      case 0xEE where body.starts(with: "Adobe".utf8) && body.count >= 12: isRGB = body[11] == 0
      case 0xDA: try readScan(body)
      default: break
      }
    }
    // Files without an end marker are common enough.
    guard scans > 0 else { throw .damaged }
  }

  private mutating func readFrame(_ body: [UInt8]) throws(JPEGFault) {
    guard components.isEmpty, body.count >= 6 + 3 * frame.components, frame.width > 0,
      frame.height > 0
    else { throw .damaged }
    guard frame.precision == 8, frame.components == 1 || frame.components == 3 else {
      throw .unsupported("\(frame.components) components of \(frame.precision) bits")
    }
    let factors = (0..<frame.components).map { index in
      (Int(body[7 + 3 * index] >> 4), Int(body[7 + 3 * index] & 15))
    }
    guard factors.allSatisfy({ (1...4).contains($0.0) && (1...4).contains($0.1) }) else {
      throw .damaged
    }
    let most = factors.reduce((1, 1)) { (max($0.0, $1.0), max($0.1, $1.1)) }
    unitColumns = divideUp(frame.width, 8 * most.0)
    unitRows = divideUp(frame.height, 8 * most.1)
    for (index, factor) in factors.enumerated() {
      let stride = unitColumns * factor.0
      components.append(
        JPEGComponent(
          id: body[6 + 3 * index], horizontal: factor.0, vertical: factor.1,
          quantization: Int(body[8 + 3 * index]),
          columns: divideUp(divideUp(frame.width * factor.0, most.0), 8),
          rows: divideUp(divideUp(frame.height * factor.1, most.1), 8), stride: stride,
          coefficients: [Int16](repeating: 0, count: 64 * stride * unitRows * factor.1)))
    }
  }

  private mutating func readHuffmanTables(_ body: [UInt8]) throws(JPEGFault) {
    var at = 0
    while at < body.count {
      guard at + 17 <= body.count else { throw .damaged }
      let counts = body[at + 1..<at + 17]
      let total = counts.reduce(0) { $0 + Int($1) }
      guard at + 17 + total <= body.count else { throw .damaged }
      let table = try JPEGHuffmanTable(counts: counts, symbols: body[at + 17..<at + 17 + total])
      if body[at] >> 4 == 0 {
        dcTables[body[at] & 15] = table
      } else {
        acTables[body[at] & 15] = table
      }
      at += 17 + total
    }
  }

  private mutating func readQuantization(_ body: [UInt8]) throws(JPEGFault) {
    var at = 0
    while at < body.count {
      let isWide = body[at] >> 4 != 0
      guard at + 1 + (isWide ? 128 : 64) <= body.count else { throw .damaged }
      var table = [Int32](repeating: 0, count: 64)
      for index in 0..<64 {
        table[JPEGZigZag.places[index]] =
          isWide ? Int32(body.big16(at: at + 1 + 2 * index) ?? 0) : Int32(body[at + 1 + index])
      }
      quantization[Int(body[at] & 15)] = table
      at += isWide ? 129 : 65
    }
  }

  private mutating func readScan(_ body: [UInt8]) throws(JPEGFault) {
    scans += 1
    guard scans <= Self.mostScans, let count = body.first, count > 0,
      body.count >= 4 + 2 * Int(count)
    else { throw .damaged }
    let parts = try (0..<Int(count)).map { index throws(JPEGFault) in
      let tables = body[2 + 2 * index]
      guard let component = components.firstIndex(where: { $0.id == body[1 + 2 * index] }) else {
        throw .damaged
      }
      return JPEGScan.Part(
        component: component, dc: dcTables[tables >> 4], ac: acTables[tables & 15])
    }
    let end = 1 + 2 * Int(count)
    let scan = JPEGScan(
      parts: parts, first: isProgressive ? Int(body[end]) : 0,
      last: isProgressive ? Int(body[end + 1]) : 63, high: Int(body[end + 2] >> 4),
      low: Int(body[end + 2] & 15))
    guard scan.first <= scan.last, scan.last < 64, scan.low < 14,
      Set(parts.map(\.component)).count == parts.count,
      !isProgressive || (scan.first == 0) == (scan.last == 0),
      scan.first == 0 || parts.count == 1
    else { throw .damaged }
    var decoder = JPEGScanDecoder(
      scan, reader: JPEGBitReader(bytes, at: offset), isProgressive: isProgressive,
      restartInterval: restartInterval)
    offset = try decoder.decode(&components, unitColumns: unitColumns, unitRows: unitRows)
    // Whatever padding is left stands before the next marker.
    while offset + 1 < bytes.count, bytes[offset] != 0xFF || bytes[offset + 1] == 0 { offset += 1 }
  }

  private func pixels() throws(JPEGFault) -> [UInt32] {
    let most = components.reduce((1, 1)) { (max($0.0, $1.horizontal), max($0.1, $1.vertical)) }
    let planes = try components.map { component throws(JPEGFault) in
      guard let table = quantization[component.quantization] else { throw .damaged }
      return JPEGPlane(
        component, quantization: table,
        width: divideUp(frame.width * component.horizontal, most.0),
        height: divideUp(frame.height * component.vertical, most.1))
    }
    guard !planes.isEmpty else { throw .damaged }
    var pixels: [UInt32] = []
    pixels.reserveCapacity(frame.width * frame.height)
    var lines = planes.map { _ in [Int32](repeating: 0, count: frame.width) }
    for y in 0..<frame.height {
      for (index, plane) in planes.enumerated() {
        let component = components[index]
        plane.line(
          y, across: .init(samples: component.horizontal, pixels: most.0),
          down: .init(samples: component.vertical, pixels: most.1), into: &lines[index])
      }
      if planes.count == 1 {
        for grey in lines[0] { pixels.append(pack(grey, grey, grey)) }
      } else if isRGB {
        for x in 0..<frame.width { pixels.append(pack(lines[0][x], lines[1][x], lines[2][x])) }
      } else {
        for x in 0..<frame.width {
          pixels.append(colour(lines[0][x], lines[1][x] - 128, lines[2][x] - 128))
        }
      }
    }
    return pixels
  }

  /// From luma and chroma to red, green and blue (JFIF 1.02), in parts of 65536.
  private func colour(_ y: Int32, _ blue: Int32, _ red: Int32) -> UInt32 {
    let luma = (y << 16) + 32_768
    return pack(
      (luma + 91_881 * red) >> 16, (luma - 22_554 * blue - 46_802 * red) >> 16,
      (luma + 116_130 * blue) >> 16)
  }

  private func pack(_ red: Int32, _ green: Int32, _ blue: Int32) -> UInt32 {
    func byte(_ value: Int32) -> UInt32 { UInt32(min(max(value, 0), 255)) }
    return 0xFF00_0000 | byte(red) << 16 | byte(green) << 8 | byte(blue)
  }

  private func divideUp(_ a: Int, _ b: Int) -> Int { (a + b - 1) / b }
}
