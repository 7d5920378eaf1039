import CCairo
import Diagnostics
import Graphics

/// Image files as cairo surfaces, each decoded once as long as there is room for it.
final class CairoImages {
  /// Where the images are drawn.
  enum Use {
    case pixels
    /// JPEG bytes go into the document as they are.
    case document
  }

  private let use: Use
  private let limits: Limits
  private var surfaces: [UInt64: OpaquePointer] = [:]
  private var pixelsHeld = 0
  /// A quarter of the largest image that is accepted by default.
  private static let pixelsKept = 25_000_000

  init(_ use: Use, limits: Limits) {
    self.use = use
    self.limits = limits
  }

  deinit { removeAll() }

  /// The image's surface, owned by the cache: valid until the next call.
  func surface(_ image: ImageItem) throws(DiagnosticError) -> OpaquePointer {
    let hash = ContentHash.of(image.bytes)
    if let known = surfaces[hash] { return known }
    let (pixels, overflow) = image.header.width.multipliedReportingOverflow(by: image.header.height)
    guard !overflow, image.header.width > 0, image.header.height > 0,
      pixels <= limits[.imagePixels]
    else {
      throw DiagnosticError(
        limits.exceeded(
          .imagePixels, by: "an image of \(image.header.width) × \(image.header.height)"))
    }
    let surface =
      switch image.header.format {
      case .png: try decodePNG(image)
      case .jpeg: try jpeg(image)
      }
    if pixelsHeld + pixels > Self.pixelsKept { removeAll() }
    pixelsHeld += pixels
    surfaces[hash] = surface
    // A document holds an image once however often it is drawn or decoded.
    attach(Self.hex(hash), to: surface, as: CAIRO_MIME_TYPE_UNIQUE_ID)
    return surface
  }

  private static func hex(_ hash: UInt64) -> [UInt8] {
    Array("briefkit-\(String(hash, radix: 16))".utf8)
  }

  private func removeAll() {
    for surface in surfaces.values { cairo_surface_destroy(surface) }
    surfaces.removeAll()
    pixelsHeld = 0
  }

  private func decodePNG(_ image: ImageItem) throws(DiagnosticError) -> OpaquePointer {
    // The size that the file itself states is what gets allocated.
    guard image.bytes.big32(at: 16) == UInt32(exactly: image.header.width),
      image.bytes.big32(at: 20) == UInt32(exactly: image.header.height)
    else { throw Self.damaged("a PNG image") }
    let surface = image.bytes.withUnsafeBytes { raw in
      var rest = UnsafeRawBufferPointer(raw)
      return withUnsafeMutablePointer(to: &rest) { rest in
        cairo_image_surface_create_from_png_stream(
          { closure, target, count in
            guard let rest = closure?.assumingMemoryBound(to: UnsafeRawBufferPointer.self),
              let target, rest.pointee.count >= Int(count)
            else { return CAIRO_STATUS_READ_ERROR }
            UnsafeMutableRawBufferPointer(start: target, count: Int(count))
              .copyMemory(from: UnsafeRawBufferPointer(rebasing: rest.pointee.prefix(Int(count))))
            rest.pointee = UnsafeRawBufferPointer(rebasing: rest.pointee.dropFirst(Int(count)))
            return CAIRO_STATUS_SUCCESS
          }, rest)
      }
    }
    guard let surface else { throw RenderingFault.internal("out of memory") }
    guard cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS else {
      cairo_surface_destroy(surface)
      throw Self.damaged("a PNG image")
    }
    return surface
  }

  private func jpeg(_ image: ImageItem) throws(DiagnosticError) -> OpaquePointer {
    guard let frame = JPEGFrame(image.bytes), frame.width == image.header.width,
      frame.height == image.header.height
    else { throw Self.damaged("a JPEG image") }
    guard frame.precision == 8, frame.components == 1 || frame.components == 3 else {
      throw Self.unsupported("\(frame.components) components of \(frame.precision) bits")
    }
    guard
      let surface = cairo_image_surface_create(
        CAIRO_FORMAT_RGB24, Int32(clamping: frame.width), Int32(clamping: frame.height))
    else { throw RenderingFault.internal("out of memory") }
    do throws(DiagnosticError) {
      guard cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS else {
        throw Self.damaged("a JPEG image")
      }
      switch use {
      case .pixels: try fill(surface, with: image, frame)
      // The pixels are never touched: cairo writes the attached bytes in their place.
      case .document: attach(image.bytes, to: surface, as: CAIRO_MIME_TYPE_JPEG)
      }
    } catch {
      cairo_surface_destroy(surface)
      throw error
    }
    return surface
  }

  private func fill(
    _ surface: OpaquePointer, with image: ImageItem, _ frame: JPEGFrame
  ) throws(DiagnosticError) {
    let pixels: [UInt32]
    do {
      pixels = try JPEGDecoder.decode(image.bytes, frame)
    } catch {
      switch error {
      case .damaged: throw Self.damaged("a JPEG image")
      case .unsupported(let kind): throw Self.unsupported(kind)
      }
    }
    guard let data = cairo_image_surface_get_data(surface),
      pixels.count == frame.width * frame.height
    else { throw RenderingFault.internal("a picture has no pixels") }
    let stride = Int(cairo_image_surface_get_stride(surface))
    pixels.withUnsafeBytes { source in
      for y in 0..<frame.height {
        let row = UnsafeRawBufferPointer(
          rebasing: source[4 * frame.width * y..<4 * frame.width * (y + 1)])
        UnsafeMutableRawBufferPointer(start: data + y * stride, count: 4 * frame.width)
          .copyMemory(from: row)
      }
    }
    cairo_surface_mark_dirty(surface)
  }

  private static func unsupported(_ kind: String) -> DiagnosticError {
    DiagnosticError(
      .error(
        "image.jpeg-kind",
        "a JPEG image has \(kind), which isn't built; grey and RGB of 8 bits are",
        hints: ["save the image as an RGB JPEG or as PNG"]))
  }

  private static func damaged(_ what: String) -> DiagnosticError {
    DiagnosticError(.error("image.damaged", "\(what) is damaged and can't be drawn"))
  }

  /// Hands a copy of the bytes to the surface, which frees it with itself.
  private func attach(_ bytes: [UInt8], to surface: OpaquePointer, as type: String) {
    let copy = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: bytes.count)
    _ = copy.initialize(from: bytes)
    let status = cairo_surface_set_mime_data(
      surface, type, copy.baseAddress, UInt(bytes.count), { $0?.deallocate() }, copy.baseAddress)
    if status != CAIRO_STATUS_SUCCESS { copy.deallocate() }
  }
}
