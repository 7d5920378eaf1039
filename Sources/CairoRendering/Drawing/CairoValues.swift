import CCairo
import Graphics

extension Transform {
  /// A matrix that can't be undone squeezes all to nothing; cairo refuses it, so it gets a trace of size.
  var cairoMatrix: cairo_matrix_t {
    let determinant = a * d - b * c
    guard determinant.magnitude > 1e-18 else {
      return cairo_matrix_t(xx: 1e-6, yx: 0, xy: 0, yy: 1e-6, x0: tx, y0: ty)
    }
    return cairo_matrix_t(xx: a, yx: b, xy: c, yy: d, x0: tx, y0: ty)
  }

  /// Turns the unit square as an EXIF orientation asks for (1 to 8, TIFF 6.0 "Orientation").
  static func upright(_ orientation: Int) -> Transform {
    switch orientation {
    case 2: Transform(a: -1, b: 0, c: 0, d: 1, tx: 1, ty: 0)
    case 3: Transform(a: -1, b: 0, c: 0, d: -1, tx: 1, ty: 1)
    case 4: Transform(a: 1, b: 0, c: 0, d: -1, tx: 0, ty: 1)
    case 5: Transform(a: 0, b: 1, c: 1, d: 0, tx: 0, ty: 0)
    case 6: Transform(a: 0, b: 1, c: -1, d: 0, tx: 1, ty: 0)
    case 7: Transform(a: 0, b: -1, c: -1, d: 0, tx: 1, ty: 1)
    case 8: Transform(a: 0, b: -1, c: 1, d: 0, tx: 0, ty: 1)
    default: .identity
    }
  }
}

extension Stroke.Cap {
  var cairo: cairo_line_cap_t {
    switch self {
    case .butt: CAIRO_LINE_CAP_BUTT
    case .round: CAIRO_LINE_CAP_ROUND
    case .square: CAIRO_LINE_CAP_SQUARE
    }
  }
}

extension Stroke.Join {
  var cairo: cairo_line_join_t {
    switch self {
    case .miter: CAIRO_LINE_JOIN_MITER
    case .round: CAIRO_LINE_JOIN_ROUND
    case .bevel: CAIRO_LINE_JOIN_BEVEL
    }
  }
}
