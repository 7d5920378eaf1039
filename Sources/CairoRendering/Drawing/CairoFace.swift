import CCairo

/// A face as cairo draws it and embeds it, for all renderers of a library.
///
/// To share between tasks: cairo counts references atomically and locks the FreeType face while it uses it.
final class CairoFace: @unchecked Sendable {
  let pointer: OpaquePointer
  private let source: FreeTypeFace

  /// Nil if cairo doesn't take the face.
  init?(_ source: FreeTypeFace) {
    guard let made = cairo_ft_font_face_create_for_ft_face(source.face, 0) else { return nil }
    // cairo may use a face longer than we do. A key is an address that nobody else has.
    let kept = Unmanaged.passRetained(source)
    let key = UnsafePointer<cairo_user_data_key_t>(OpaquePointer(kept.toOpaque()))
    let status = cairo_font_face_set_user_data(made, key, kept.toOpaque()) { kept in
      guard let kept else { return }
      Unmanaged<FreeTypeFace>.fromOpaque(kept).release()
    }
    guard status == CAIRO_STATUS_SUCCESS else {
      cairo_font_face_destroy(made)
      kept.release()
      return nil
    }
    pointer = made
    self.source = source
  }

  deinit {
    cairo_font_face_destroy(pointer)
    source.rest()
  }
}
