import CCairo
import CPango
import Graphics

/// Pango over the faces of one library: a private font configuration, one font map, one neutral context.
///
/// Hinting and rounding are off, so that text has the same widths whatever it is drawn on later.
final class PangoStack {
  let context: OpaquePointer
  private let map: UnsafeMutablePointer<PangoFontMap>
  private let library: FontLibrary
  private let places: [Place: Int]
  private var fonts: [UnsafeMutablePointer<PangoFont>: ShapedFont] = [:]
  private var descriptions: [DescriptionKey: OpaquePointer] = [:]
  /// Files that fontconfig refuses though their tables look right.
  let refused: [FontFile]

  /// A face as fontconfig names it.
  private struct Place: Hashable {
    var path: String
    var index: Int
  }

  private struct DescriptionKey: Hashable {
    var family: String
    var weight: TextStyle.Weight
    var slant: TextStyle.Slant
    var size: Double
  }

  /// Nil if no face can be used; Pango ends the process when it is asked to shape without one.
  init?(_ library: FontLibrary) {
    guard let config = FcConfigCreate() else { return nil }
    defer { FcConfigDestroy(config) }
    var places: [Place: Int] = [:]
    var refused: [FontFile] = []
    var added: Set<String> = []
    for (number, face) in library.faces.enumerated() {
      guard let full = FcStrCopyFilename(face.file.path) else { continue }
      defer { FcStrFree(full) }
      let path = String(cString: full)
      if added.insert(path).inserted, FcConfigAppFontAddFile(config, full) == 0 {
        refused.append(face.file)
      }
      places[Place(path: path, index: face.index)] = number
    }
    guard let set = FcConfigGetFonts(config, FcSetApplication), set.pointee.nfont > 0,
      let map = pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT)
    else { return nil }
    pango_fc_font_map_set_config(OpaquePointer(map), config)
    guard let context = pango_font_map_create_context(map) else {
      g_object_unref(map)
      return nil
    }
    let options = cairo_font_options_create()
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE)
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF)
    pango_cairo_context_set_font_options(context, options)
    cairo_font_options_destroy(options)
    pango_cairo_context_set_resolution(context, 72)
    pango_context_set_round_glyph_positions(context, 0)
    pango_context_set_base_dir(context, PANGO_DIRECTION_LTR)
    self.map = map
    self.context = context
    self.library = library
    self.places = places
    self.refused = refused
  }

  deinit {
    for font in fonts.keys { g_object_unref(font) }
    for description in descriptions.values { pango_font_description_free(description) }
    g_object_unref(UnsafeMutableRawPointer(context))
    // Pango 1.50 doesn't let go of the configuration when the map ends.
    pango_fc_font_map_set_config(OpaquePointer(map), nil)
    g_object_unref(map)
  }

  /// The font description of a style: the resolved face first, then the other families in order of precedence.
  func description(of face: FontFace, for style: TextStyle) -> OpaquePointer? {
    let key = DescriptionKey(
      family: style.family, weight: style.weight, slant: style.slant, size: style.size)
    if let known = descriptions[key] { return known }
    if descriptions.count >= 1024 {
      for description in descriptions.values { pango_font_description_free(description) }
      descriptions.removeAll(keepingCapacity: true)
    }
    guard let description = pango_font_description_new() else { return nil }
    let families = [face.family] + library.families.filter { $0 != face.family }
    pango_font_description_set_family(description, families.joined(separator: ","))
    pango_font_description_set_weight(description, PangoWeight(rawValue: UInt32(face.weight)))
    pango_font_description_set_style(
      description, face.slant == .italic ? PANGO_STYLE_ITALIC : PANGO_STYLE_NORMAL)
    pango_font_description_set_absolute_size(
      description, style.size.clampedFontSize * Double(PANGO_SCALE))
    descriptions[key] = description
    return description
  }

  func fileName(of face: FaceID) -> String? { library.face(face)?.file.name }

  /// What is known of a font that Pango chose; nil if it belongs to none of the library's faces.
  func font(_ pointer: UnsafeMutablePointer<PangoFont>) -> ShapedFont? {
    if let known = fonts[pointer] { return known }
    guard let pattern = pango_fc_font_get_pattern(UnsafeMutableRawPointer(pointer).asFcFont) else {
      return nil
    }
    var file: UnsafeMutablePointer<FcChar8>?
    var index: Int32 = 0
    guard FcPatternGetString(pattern, FC_FILE, 0, &file) == FcResultMatch, let file,
      FcPatternGetInteger(pattern, FC_INDEX, 0, &index) == FcResultMatch,
      let number = places[Place(path: String(cString: file), index: Int(index))]
    else { return nil }
    let font = ShapedFont(face: library.faces[number].id, handle: pango_font_get_hb_font(pointer))
    g_object_ref(pointer)
    fonts[pointer] = font
    return font
  }
}

extension UnsafeMutableRawPointer {
  fileprivate var asFcFont: UnsafeMutablePointer<PangoFcFont> {
    assumingMemoryBound(to: PangoFcFont.self)
  }
}

extension Double {
  /// A font size that Pango's fixed-point numbers can hold.
  var clampedFontSize: Double { isFinite ? Swift.min(Swift.max(self, 0.01), 4096) : 0.01 }
}
