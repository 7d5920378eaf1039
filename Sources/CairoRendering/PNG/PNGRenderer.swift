import CCairo
package import Diagnostics
package import Graphics

/// Draws scenes as PNG files.
package final class PNGRenderer {
  private let fonts: CairoFonts
  private let images: CairoImages
  private let limits: Limits
  private let encoder = PNGEncoder()

  package init(fonts: FontLibrary, limits: Limits = Limits()) {
    self.fonts = CairoFonts(fonts)
    images = CairoImages(.pixels, limits: limits)
    self.limits = limits
  }

  /// The scene at `scale` pixels a point (1 is 72 dpi), on a ground of one colour or on none.
  package func render(
    _ scene: Scene, scale: Double = 1, background: Color? = .white
  ) throws(DiagnosticError) -> [UInt8] {
    try SceneCheck.check(scene)
    let (width, height) = try pixelSize(scene.size, scale)
    let isOpaque = (background?.alpha ?? 0) >= 1
    guard
      let surface = cairo_image_surface_create(
        isOpaque ? CAIRO_FORMAT_RGB24 : CAIRO_FORMAT_ARGB32, Int32(width), Int32(height))
    else { throw RenderingFault.internal("out of memory") }
    defer { cairo_surface_destroy(surface) }
    try RenderingFault.check(cairo_surface_status(surface), "making a picture")
    guard let context = cairo_create(surface) else {
      throw RenderingFault.internal("out of memory")
    }
    defer { cairo_destroy(context) }
    if let background {
      cairo_set_source_rgba(
        context, background.red, background.green, background.blue, background.alpha)
      cairo_paint(context)
    }
    cairo_scale(context, scale, scale)
    let drawer = SceneDrawer(context: context, surface: .pixels, fonts: fonts, images: images)
    try drawer.draw(scene)
    cairo_surface_flush(surface)
    try RenderingFault.check(cairo_surface_status(surface), "drawing a picture")
    guard let data = cairo_image_surface_get_data(surface) else {
      throw RenderingFault.internal("a picture has no pixels")
    }
    let pixels = PixelBuffer(
      width: width, height: height, hasAlpha: !isOpaque, start: data,
      stride: Int(cairo_image_surface_get_stride(surface)))
    guard let file = encoder.encode(pixels, resolution: scale * 72) else {
      throw RenderingFault.internal("out of memory")
    }
    return file
  }

  /// Whole pixels that hold the scene; a thousandth of a pixel too much doesn't make another one.
  private func pixelSize(_ size: Size, _ scale: Double) throws(DiagnosticError) -> (Int, Int) {
    let width = (size.width * scale - 0.001).rounded(.up)
    let height = (size.height * scale - 0.001).rounded(.up)
    guard scale > 0, width.isFinite, height.isFinite else {
      throw RenderingFault.internal("a picture has no size")
    }
    guard width * height <= Double(limits[.imagePixels]) else {
      throw DiagnosticError(
        limits.exceeded(.imagePixels, by: "a picture of \(shown(width)) × \(shown(height))"))
    }
    // Cairo keeps coordinates of pictures in 16 bits.
    guard width <= 32_767, height <= 32_767 else {
      throw DiagnosticError(
        .error(
          "image.too-long",
          "a picture of \(shown(width)) × \(shown(height)) pixels is longer than 32767 on a side",
          hints: ["use a smaller --scale"]))
    }
    return (max(Int(width), 1), max(Int(height), 1))
  }

  private func shown(_ length: Double) -> String {
    length < 1e15 ? String(Int(length)) : "\(length)"
  }
}
