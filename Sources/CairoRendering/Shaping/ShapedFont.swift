import CPango
import Graphics

/// A font of Pango's at one size: the face it belongs to, its space, and which of its glyphs have no outline.
///
/// Valid as long as the `PangoFont` it was made for.
final class ShapedFont {
  let face: FaceID
  /// The glyph of U+0020, if the face has one, with its advance in points.
  let space: Glyph?
  private let handle: OpaquePointer?
  /// One byte a glyph: 0 not yet looked at, 1 has an outline, 2 is blank.
  private var outlines: [UInt8]

  init(face: FaceID, handle: OpaquePointer?) {
    self.face = face
    self.handle = handle
    let count = handle.map { hb_face_get_glyph_count(hb_font_get_face($0)) } ?? 0
    var glyph: hb_codepoint_t = 0
    if handle != nil, hb_font_get_nominal_glyph(handle, 0x20, &glyph) != 0 {
      let advance = Double(hb_font_get_glyph_h_advance(handle, glyph)) / Double(PANGO_SCALE)
      space = Glyph(id: glyph, xOffset: 0, yOffset: 0, advance: advance)
    } else {
      space = nil
    }
    outlines = [UInt8](repeating: 0, count: Int(min(count, 0xFFFF)) + 1)
  }

  /// Whether nothing would be seen of the glyph.
  func isBlank(_ glyph: UInt32) -> Bool {
    let index = Int(glyph)
    guard index < outlines.count else { return false }
    if outlines[index] == 0 {
      var extents = hb_glyph_extents_t()
      let known = hb_font_get_glyph_extents(handle, glyph, &extents) != 0
      outlines[index] = known && extents.width == 0 && extents.height == 0 ? 2 : 1
    }
    return outlines[index] == 2
  }
}
