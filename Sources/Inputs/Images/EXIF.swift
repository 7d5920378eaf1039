/// What EXIF metadata (a little TIFF file, TIFF 6.0 section 2) says of orientation and resolution.
///
/// Cameras write much that is wrong here and the image shows all the same, so a fault only ends the reading.
struct EXIF {
  private(set) var orientation: Int?
  private(set) var resolution: Double?

  private enum Entry {
    static let orientation = 0x0112
    static let horizontalResolution = 0x011A
    static let resolutionUnit = 0x0128
  }

  init(_ bytes: ByteReader) {
    do throws(ImageFault) {
      try read(bytes)
    } catch {
      // What was read up to the fault stays.
    }
  }

  private mutating func read(_ bytes: ByteReader) throws(ImageFault) {
    let order: ByteReader.Order
    switch try bytes.uint16(0) {
    case 0x4949: order = .little
    case 0x4D4D: order = .big
    default: return
    }
    guard try bytes.uint16(2, order) == 42 else { return }
    let directory = try bytes.uint32(4, order)
    var perUnit: Double?
    // Inches, unless the file says centimetres.
    var perInch = 1.0
    for index in 0..<(try bytes.uint16(directory, order)) {
      let entry = directory + 2 + 12 * index
      let value = entry + 8
      switch try bytes.uint16(entry, order) {
      case Entry.orientation:
        let found = try bytes.uint16(value, order)
        if (1...8).contains(found) { orientation = found }
      case Entry.horizontalResolution:
        let fraction = try bytes.uint32(value, order)
        let (over, under) = (
          try bytes.uint32(fraction, order), try bytes.uint32(fraction + 4, order)
        )
        if over > 0, under > 0 { perUnit = Double(over) / Double(under) }
      case Entry.resolutionUnit: perInch = try bytes.uint16(value, order) == 3 ? 2.54 : 1
      default: break
      }
    }
    resolution = perUnit.map { $0 * perInch }
  }
}
