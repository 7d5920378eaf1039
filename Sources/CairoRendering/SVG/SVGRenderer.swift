package import Diagnostics
package import Graphics

/// Writes scenes as SVG files, with real text unless outlines are asked for.
package final class SVGRenderer {
  private let fonts: FontLibrary
  private lazy var outlines = GlyphOutlines(CairoFonts(fonts))

  package init(fonts: FontLibrary) {
    self.fonts = fonts
  }

  /// The scene as a UTF-8 file; one unit is one point.
  package func render(
    _ scene: Scene, options: SVGOptions = SVGOptions()
  ) throws(DiagnosticError) -> [UInt8] {
    try SceneCheck.check(scene)
    var writer = SVGWriter(
      options: options, fonts: fonts, outlines: options.outlines ? outlines : nil)
    try writer.write(scene)
    return writer.text.bytes
  }
}
