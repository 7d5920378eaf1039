extension Report {
  /// A report with a picture `p.png` of so many pixels and a drawing `d.svg` of 40 × 20 points.
  ///
  /// - Parameter resolution: What the picture says of itself, in dots per inch.
  init(
    picture text: String, width: UInt8 = 200, height: UInt8 = 100, resolution: Int? = nil
  ) {
    self.init(text)
    binaries["p.png"] = Self.png(width, height, resolution)
    files["d.svg"] =
      "<svg xmlns='http://www.w3.org/2000/svg' width='40pt' height='20pt'><path d='M0 0h9'/></svg>"
  }

  /// As much of a PNG as its header needs, without pixels and checksums.
  private static func png(_ width: UInt8, _ height: UInt8, _ resolution: Int?) -> [UInt8] {
    func big(_ value: Int) -> [UInt8] {
      [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) }
    }
    func chunk(_ name: String, _ content: [UInt8]) -> [UInt8] {
      big(content.count) + Array(name.utf8) + content + big(0)
    }
    let perMetre = resolution.map { big(Int((Double($0) / 0.0254).rounded())) }
    return [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
      + chunk("IHDR", big(Int(width)) + big(Int(height)) + [8, 2, 0, 0, 0])
      + (perMetre.map { chunk("pHYs", $0 + $0 + [1]) } ?? []) + chunk("IDAT", [])
      + chunk("IEND", [])
  }
}
