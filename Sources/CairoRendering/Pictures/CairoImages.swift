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
  private let libraries: PictureLibraries
  private var svg: SVGDrawing?
  private var jpeg: JPEGDecoder?
  private var surfaces: [UInt64: OpaquePointer] = [:]
  private var pixelsHeld = 0
  /// A quarter of the largest image that is accepted by default.
  private static let pixelsKept = 25_000_000
  /// Cairo keeps coordinates of pictures in 16 bits.
  private static let longestSide = 32_767

  init(_ use: Use, limits: Limits, libraries: PictureLibraries = PictureLibraries()) {
    self.use = use
    self.limits = limits
    self.libraries = libraries
  }

  deinit { removeAll() }

  /// The image's surface, owned by the cache: valid until the next call.
  func surface(_ image: ImageItem) throws(DiagnosticError) -> OpaquePointer {
    let hash = ContentHash.of(image.bytes)
    if let known = surfaces[hash] { return known }
    let pixels = image.header.format == .svg ? 0 : try countPixels(of: image)
    let surface: OpaquePointer
    do throws(DiagnosticError) {
      surface =
        switch image.header.format {
        case .png: try decodePNG(image)
        case .jpeg: try decodeJPEG(image)
        case .svg: try draw(image)
        }
    } catch {
      throw DiagnosticError(error.diagnostics.map { $0.at(image.location) })
    }
    if pixelsHeld + pixels > Self.pixelsKept { removeAll() }
    pixelsHeld += pixels
    surfaces[hash] = surface
    // A document holds an image once however often it is drawn or decoded.
    attach(Self.hex(hash), to: surface, as: CAIRO_MIME_TYPE_UNIQUE_ID)
    return surface
  }

  private func countPixels(of image: ImageItem) throws(DiagnosticError) -> Int {
    let (width, height) = (image.header.width, image.header.height)
    let (pixels, overflow) = width.multipliedReportingOverflow(by: height)
    guard !overflow, width > 0, height > 0, pixels <= limits[.imagePixels] else {
      throw DiagnosticError(
        limits.exceeded(.imagePixels, by: "an image of \(width) × \(height)", at: image.location))
    }
    guard max(width, height) <= Self.longestSide else {
      throw DiagnosticError(
        .error(
          "image.too-long",
          "the image of \(width) × \(height) pixels is longer than \(Self.longestSide) on a side",
          at: image.location, hints: ["make it smaller"]))
    }
    return pixels
  }

  private static func hex(_ hash: UInt64) -> [UInt8] {
    Array("briefkit-\(String(hash, radix: 16))".utf8)
  }

  private func removeAll() {
    for surface in surfaces.values { cairo_surface_destroy(surface) }
    surfaces.removeAll()
    pixelsHeld = 0
  }

  // MARK: Kinds

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

  private func draw(_ image: ImageItem) throws(DiagnosticError) -> OpaquePointer {
    if let svg { return try svg.surface(image) }
    let drawing = try SVGDrawing(libraries.svg)
    svg = drawing
    return try drawing.surface(image)
  }

  private func decodeJPEG(_ image: ImageItem) throws(DiagnosticError) -> OpaquePointer {
    guard let frame = JPEGFrame(image.bytes), frame.width == image.header.width,
      frame.height == image.header.height, frame.precision == 8,
      [1, 3, 4].contains(frame.components), (frame.components == 4) == image.header.isCMYK
    else { throw Self.damaged("a JPEG image") }
    guard
      let surface = cairo_image_surface_create(
        CAIRO_FORMAT_RGB24, Int32(clamping: image.header.width),
        Int32(clamping: image.header.height))
    else { throw RenderingFault.internal("out of memory") }
    do throws(DiagnosticError) {
      guard cairo_surface_status(surface) == CAIRO_STATUS_SUCCESS else {
        throw Self.damaged("a JPEG image")
      }
      switch use {
      // The pixels are never touched: cairo writes the attached bytes in their place.
      case .document where !image.header.isCMYK:
        attach(image.bytes, to: surface, as: CAIRO_MIME_TYPE_JPEG)
      // The colours of a document are red, green and blue.
      case .document, .pixels: try fill(surface, with: image)
      }
    } catch {
      cairo_surface_destroy(surface)
      throw error
    }
    return surface
  }

  private func fill(
    _ surface: OpaquePointer, with image: ImageItem
  ) throws(DiagnosticError) {
    let decoder: JPEGDecoder
    if let jpeg { decoder = jpeg } else { decoder = try JPEGDecoder(libraries.jpeg) }
    jpeg = decoder
    cairo_surface_flush(surface)
    guard let data = cairo_image_surface_get_data(surface) else {
      throw RenderingFault.internal("a picture has no pixels")
    }
    let stride = Int(cairo_image_surface_get_stride(surface))
    if let fault = decoder.decode(image, into: data, stride: stride) {
      throw Self.damaged("a JPEG image", fault)
    }
    cairo_surface_mark_dirty(surface)
  }

  private static func damaged(_ what: String, _ reason: String? = nil) -> DiagnosticError {
    DiagnosticError(
      .error(
        "image.damaged",
        "\(what) is damaged and can't be drawn" + (reason.map { ": \($0)" } ?? ""),
        hints: ["is the file complete? save it anew"]))
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

extension Diagnostic {
  /// The same at a place, where it has none.
  fileprivate func at(_ place: SourceLocation?) -> Diagnostic {
    var diagnostic = self
    diagnostic.location = location ?? place
    return diagnostic
  }
}
