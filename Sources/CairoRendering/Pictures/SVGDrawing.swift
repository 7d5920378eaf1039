import CCairo
import CPango
import Diagnostics
import Graphics

/// Draws SVG files through librsvg, which is opened for the first of them.
struct SVGDrawing {
  private typealias Failure = UnsafeMutablePointer<UnsafeMutablePointer<GError>?>

  /// `RsvgRectangle`.
  private struct Viewport {
    var x: Double
    var y: Double
    var width: Double
    var height: Double
  }

  private let load:
    @convention(c) (UnsafePointer<UInt8>?, UInt, Failure?) -> UnsafeMutableRawPointer?
  private let setResolution: @convention(c) (UnsafeMutableRawPointer, Double) -> Void
  private let render:
    @convention(c) (
      UnsafeMutableRawPointer, OpaquePointer, UnsafeRawPointer, Failure?
    ) -> Int32

  init(_ name: DynamicLibrary.Name) throws(DiagnosticError) {
    let library = try DynamicLibrary(name)
    load = try library.function(
      "rsvg_handle_new_from_data",
      as: (@convention(c) (UnsafePointer<UInt8>?, UInt, Failure?) -> UnsafeMutableRawPointer?).self)
    setResolution = try library.function(
      "rsvg_handle_set_dpi", as: (@convention(c) (UnsafeMutableRawPointer, Double) -> Void).self)
    render = try library.function(
      "rsvg_handle_render_document",
      as: (@convention(c) (
        UnsafeMutableRawPointer, OpaquePointer, UnsafeRawPointer, Failure?
      ) -> Int32).self)
  }

  /// The drawing in its own size, recorded: it is drawn sharply at any scale, and a document holds it once.
  ///
  /// The bytes have no address, so that librsvg would find nothing outside them, were it named.
  func surface(_ image: ImageItem) throws(DiagnosticError) -> OpaquePointer {
    let size = image.header.storedSize
    var failure: UnsafeMutablePointer<GError>?
    defer { g_clear_error(&failure) }
    let loaded = image.bytes.withUnsafeBufferPointer {
      load($0.baseAddress, UInt($0.count), &failure)
    }
    guard let handle = loaded else { throw Self.refused(failure, image) }
    defer { g_object_unref(handle) }
    setResolution(handle, 96)
    var extents = cairo_rectangle_t(x: 0, y: 0, width: size.width, height: size.height)
    guard let surface = cairo_recording_surface_create(CAIRO_CONTENT_COLOR_ALPHA, &extents),
      let context = cairo_create(surface)
    else { throw RenderingFault.internal("out of memory") }
    defer { cairo_destroy(context) }
    var viewport = Viewport(x: 0, y: 0, width: size.width, height: size.height)
    guard render(handle, context, &viewport, &failure) != 0,
      cairo_status(context) == CAIRO_STATUS_SUCCESS
    else {
      cairo_surface_destroy(surface)
      throw Self.refused(failure, image)
    }
    return surface
  }

  private static func refused(
    _ failure: UnsafeMutablePointer<GError>?, _ image: ImageItem
  ) -> DiagnosticError {
    let reason = failure.flatMap { $0.pointee.message }.map { String(cString: $0) }
    return DiagnosticError(
      .error(
        "image.svg",
        "the drawing can't be drawn" + (reason.map { ": librsvg says \"\($0)\"" } ?? ""),
        at: image.location, hints: ["export it anew as plain SVG"]))
  }
}
