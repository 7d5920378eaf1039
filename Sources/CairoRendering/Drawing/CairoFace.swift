import CCairo

/// A face as cairo draws it and embeds it, for all renderers of a library.
///
/// `@unchecked Sendable` because the compiler can't see that nothing of it changes: both fields are written once, in `init`. cairo counts references to a
/// face atomically and holds a lock of its own over the FreeType face while it uses it, so renderers of several tasks may draw with one.
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

  // When nobody refers to it there is no renderer that draws with it: each keeps the library, and that its faces.
  deinit {
    cairo_font_face_destroy(pointer)
    source.rest()
  }
}
