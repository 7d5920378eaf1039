import Graphics

/// Shapes, rectangles and maps in SVG's notation.
enum SVGPath {
  /// Writes an element's name and geometry without brackets: `rect …` for a rectangle along the axes, else `path d="…"`.
  static func append(_ path: Path, to out: inout TextBuffer) {
    if let rect = rectangle(path) {
      out += "rect"
      out += attributes(rect)
    } else {
      out += "path d=\""
      appendData(path, to: &out)
      out += "\""
    }
  }

  static func attributes(_ rect: Rect) -> String {
    " x=\"\(DecimalText.text(rect.x))\" y=\"\(DecimalText.text(rect.y))\""
      + " width=\"\(DecimalText.text(rect.width))\" height=\"\(DecimalText.text(rect.height))\""
  }

  /// A `transform` attribute, in its shortest form; nothing for the identity.
  static func attribute(_ map: Transform) -> String {
    if map == .identity { return "" }
    if map.a == 1, map.b == 0, map.c == 0, map.d == 1 {
      return " transform=\"translate(\(DecimalText.text(map.tx)) \(DecimalText.text(map.ty)))\""
    }
    // The linear part is multiplied by coordinates of a page's size: it needs more places.
    let linear = [map.a, map.b, map.c, map.d].map { DecimalText.text($0, places: 6) }
    let move = [map.tx, map.ty].map { DecimalText.text($0) }
    return " transform=\"matrix(\((linear + move).joined(separator: " ")))\""
  }

  private static func appendData(_ path: Path, to out: inout TextBuffer) {
    for element in path.elements {
      switch element {
      case .move(let p):
        out += "M"
        out.append(p)
      case .line(let p):
        out += "L"
        out.append(p)
      case .curve(let p, let q, let r):
        out += "C"
        out.append(p)
        out += " "
        out.append(q)
        out += " "
        out.append(r)
      case .close: out += "Z"
      }
    }
  }

  /// The rectangle a path draws, if it is one along the axes with sides of some length.
  private static func rectangle(_ path: Path) -> Rect? {
    guard path.elements.count == 5, case .move(let a) = path.elements[0],
      case .line(let b) = path.elements[1], case .line(let c) = path.elements[2],
      case .line(let d) = path.elements[3], case .close = path.elements[4]
    else { return nil }
    guard a.y == b.y, b.x == c.x, c.y == d.y, d.x == a.x, c.x > a.x, c.y > a.y else { return nil }
    return Rect(x: a.x, y: a.y, width: c.x - a.x, height: c.y - a.y)
  }
}
