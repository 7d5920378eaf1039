import Diagnostics
import Graphics

/// Decodes JPEG files through libturbojpeg, which is opened for the first of them.
final class JPEGDecoder {
  private typealias Handle = UnsafeMutableRawPointer

  private let handle: Handle
  private let decompress:
    @convention(c) (
      Handle, UnsafePointer<UInt8>?, UInt, UnsafeMutablePointer<UInt8>, Int32, Int32, Int32, Int32,
      Int32
    ) -> Int32
  private let message: @convention(c) (Handle) -> UnsafePointer<CChar>?
  private let destroy: @convention(c) (Handle) -> Int32

  /// Values of libturbojpeg's enumerations.
  private enum Value {
    /// `TJPF_BGRX`: a pixel as cairo has it on machines that put the low byte first.
    static let pixels: Int32 = 3
    /// `TJPF_CMYK`
    static let inks: Int32 = 11
    /// `TJFLAG_ACCURATEDCT`: the same bytes on every machine.
    static let isAccurate: Int32 = 4096
    /// `TJFLAG_LIMITSCANS`: no more scans than any encoder makes; each costs a pass over the image.
    static let limitsScans: Int32 = 32768
  }

  init(_ name: DynamicLibrary.Name) throws(DiagnosticError) {
    let library = try DynamicLibrary(name)
    let make = try library.function(
      "tjInitDecompress", as: (@convention(c) () -> Handle?).self)
    decompress = try library.function(
      "tjDecompress2",
      as: (@convention(c) (
        Handle, UnsafePointer<UInt8>?, UInt, UnsafeMutablePointer<UInt8>, Int32, Int32, Int32,
        Int32, Int32
      ) -> Int32).self)
    message = try library.function(
      "tjGetErrorStr2", as: (@convention(c) (Handle) -> UnsafePointer<CChar>?).self)
    destroy = try library.function("tjDestroy", as: (@convention(c) (Handle) -> Int32).self)
    guard let handle = make() else { throw RenderingFault.internal("out of memory") }
    self.handle = handle
  }

  deinit { _ = destroy(handle) }

  /// Decodes into rows of pixels of four bytes each, as cairo has them; gives what is wrong with the file, else nil.
  func decode(
    _ image: ImageItem, into data: UnsafeMutablePointer<UInt8>, stride: Int
  ) -> String? {
    let (width, height) = (image.header.width, image.header.height)
    let result = image.bytes.withUnsafeBufferPointer { bytes in
      decompress(
        handle, bytes.baseAddress, UInt(bytes.count), data, Int32(width), Int32(stride),
        Int32(height), image.header.isCMYK ? Value.inks : Value.pixels,
        Value.isAccurate | Value.limitsScans)
    }
    if result != 0 {
      let reason = message(handle).map { String(cString: $0) } ?? ""
      // Cameras leave bytes behind their pixels; nothing of the picture is lost.
      guard reason.contains("extraneous bytes") else { return reason }
    }
    if image.header.isCMYK {
      Self.convert(data, width: width, height: height, stride: stride, image.bytes)
    }
    return nil
  }

  /// From inks to light, as simply as can be: what an ink leaves of the light, times what black leaves.
  private static func convert(
    _ data: UnsafeMutablePointer<UInt8>, width: Int, height: Int, stride: Int, _ file: [UInt8]
  ) {
    // Photoshop began to store how much light is left, and says who wrote the file.
    let storesLight = hasAdobeMarker(file)
    for y in 0..<height {
      let row = data + y * stride
      for x in 0..<width {
        let pixel = row + 4 * x
        let inks = (0..<4).map { storesLight ? UInt32(pixel[$0]) : 255 - UInt32(pixel[$0]) }
        func light(_ ink: Int) -> UInt8 { UInt8((inks[ink] * inks[3] + 127) / 255) }
        (pixel[0], pixel[1], pixel[2], pixel[3]) = (light(2), light(1), light(0), 255)
      }
    }
  }

  private static func hasAdobeMarker(_ file: [UInt8]) -> Bool {
    var offset = 2
    while let marker = file.big16(at: offset), let length = file.big16(at: offset + 2),
      marker > 0xFF01, marker != 0xFFDA
    {
      if marker == 0xFFEE, file[min(offset + 4, file.count)...].starts(with: "Adobe".utf8) {
        return true
      }
      offset += 2 + Int(length)
    }
    return false
  }
}
