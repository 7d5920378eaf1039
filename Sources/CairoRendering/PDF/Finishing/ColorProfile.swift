/// The sRGB colour space as an ICC profile (ICC.1:2004-10, version 4.2; the values are those of IEC 61966-2-1).
enum ColorProfile {
  static func sRGB() -> [UInt8] {
    // Primaries and white adapted to D50 by the linear Bradford transform, as ICC asks.
    let curve = parametricCurve
    let tags: [(name: String, data: [UInt8])] = [
      ("desc", localized("sRGB")),
      ("cprt", localized("No copyright, use freely")),
      ("wtpt", xyz(0.9642, 1, 0.82491)),
      (
        "chad",
        Array("sf32".utf8) + big32(0)
          + [
            1.04788, 0.02292, -0.05022, 0.02959, 0.99048, -0.01707, -0.00925, 0.01508, 0.75168,
          ].flatMap(fixed)
      ),
      ("rXYZ", xyz(0.43607, 0.22249, 0.01392)),
      ("gXYZ", xyz(0.38515, 0.71687, 0.09708)),
      ("bXYZ", xyz(0.14307, 0.06061, 0.71410)),
      ("rTRC", curve), ("gTRC", curve), ("bTRC", curve),
    ]
    var directory = big32(tags.count)
    var body: [UInt8] = []
    let start = 128 + 4 + 12 * tags.count
    var shared: Int?
    for tag in tags {
      let isCurve = tag.name.hasSuffix("TRC")
      let offset = isCurve ? shared ?? start + body.count : start + body.count
      directory += Array(tag.name.utf8) + big32(offset) + big32(tag.data.count)
      if isCurve, shared != nil { continue }
      if isCurve { shared = offset }
      body += tag.data
      // Tags begin at multiples of four.
      body += [UInt8](repeating: 0, count: (4 - body.count % 4) % 4)
    }
    return header(size: start + body.count) + directory + body
  }

  private static func header(size: Int) -> [UInt8] {
    var header = big32(size) + big32(0) + big32(0x0420_0000)
    header += "mntrRGB XYZ ".utf8
    // The date is that of the standard: the profile never changes.
    for part in [1999, 10, 1, 0, 0, 0] {
      header += [UInt8(truncatingIfNeeded: part >> 8), UInt8(truncatingIfNeeded: part)]
    }
    header += "acsp".utf8
    header += [UInt8](repeating: 0, count: 28)
    // The illuminant of the connection space, D50.
    header += [0.9642, 1, 0.82491].flatMap(fixed)
    header += [UInt8](repeating: 0, count: 48)
    return header
  }

  /// sRGB's transfer function as a curve of type 3.
  private static var parametricCurve: [UInt8] {
    Array("para".utf8) + big32(0) + [0, 3, 0, 0]
      + [2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045].flatMap(fixed)
  }

  private static func xyz(_ x: Double, _ y: Double, _ z: Double) -> [UInt8] {
    Array("XYZ ".utf8) + big32(0) + [x, y, z].flatMap(fixed)
  }

  /// A text in English, as UTF-16.
  private static func localized(_ text: String) -> [UInt8] {
    let units = text.utf16.flatMap { [UInt8(truncatingIfNeeded: $0 >> 8), UInt8($0 & 0xFF)] }
    return Array("mluc".utf8) + big32(0) + big32(1) + big32(12) + Array("enUS".utf8)
      + big32(units.count) + big32(28) + units
  }

  /// Signed 15.16 fixed point.
  private static func fixed(_ value: Double) -> [UInt8] {
    big32(Int((value * 65_536).rounded()))
  }

  private static func big32(_ value: Int) -> [UInt8] {
    [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) }
  }
}
