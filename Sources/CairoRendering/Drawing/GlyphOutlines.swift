import CCairo
import Diagnostics
import Graphics

/// The outlines of glyph runs as paths.
final class GlyphOutlines {
  private let fonts: CairoFonts
  private let surface: OpaquePointer?
  private let context: OpaquePointer?
  /// Cairo rounds paths to 1/256; drawn this many times larger, outlines keep their shape.
  private let magnification = 16.0

  init(_ fonts: CairoFonts) {
    self.fonts = fonts
    // A surface without bounds: of one that has some, cairo drops the glyphs that lie far outside.
    surface = cairo_recording_surface_create(CAIRO_CONTENT_ALPHA, nil)
    context = cairo_create(surface)
    cairo_scale(context, magnification, magnification)
  }

  deinit {
    cairo_destroy(context)
    cairo_surface_destroy(surface)
  }

  func path(of run: GlyphRun) throws(DiagnosticError) -> Path {
    guard let context else { throw RenderingFault.internal("out of memory") }
    cairo_set_scaled_font(context, try fonts.font(run.face, size: run.style.size))
    cairo_new_path(context)
    let glyphs = run.glyphs.map { cairo_glyph_t(index: UInt($0.id), x: $0.x, y: $0.y) }
    cairo_glyph_path(context, glyphs, Int32(clamping: glyphs.count))
    guard cairo_status(context) == CAIRO_STATUS_SUCCESS else { throw fonts.damaged(run.face) }
    guard let copy = cairo_copy_path(context) else {
      throw RenderingFault.internal("out of memory")
    }
    defer { cairo_path_destroy(copy) }
    try RenderingFault.check(copy.pointee.status, "tracing glyphs")
    return Path(copy.pointee)
  }
}

extension Path {
  /// Reads cairo's array of headers and points.
  fileprivate init(_ path: cairo_path_t) {
    self.init()
    guard let data = path.data else { return }
    var index = 0
    let count = Int(path.num_data)
    while index < count {
      let header = data[index].header
      let length = Int(header.length)
      guard length > 0, index + length <= count else { return }
      func x(_ place: Int) -> Double { data[index + place].point.x }
      func y(_ place: Int) -> Double { data[index + place].point.y }
      switch header.type {
      case CAIRO_PATH_MOVE_TO where length > 1: move(x(1), y(1))
      case CAIRO_PATH_LINE_TO where length > 1: line(x(1), y(1))
      case CAIRO_PATH_CURVE_TO where length > 3: curve(x(1), y(1), x(2), y(2), x(3), y(3))
      case CAIRO_PATH_CLOSE_PATH: close()
      default: break
      }
      index += length
    }
    // Cairo begins a new sub-path after each one it closes; the last of them draws nothing.
    if case .move = elements.last { elements.removeLast() }
  }
}
