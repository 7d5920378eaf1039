import Diagnostics
import Graphics

/// Makes sure that a scene can be drawn: numbers are numbers, nesting ends, dashes and clusters add up.
enum SceneCheck {
  private static let deepest = 64

  static func check(_ scene: Scene) throws(DiagnosticError) {
    guard scene.size.width.isFinite, scene.size.height.isFinite, scene.size.width > 0,
      scene.size.height > 0
    else { throw RenderingFault.internal("the scene has no size") }
    for destination in scene.destinations {
      try check([destination.point.x, destination.point.y], "a destination")
    }
    try check(scene.items, depth: 0)
  }

  private static func check(_ items: [SceneItem], depth: Int) throws(DiagnosticError) {
    guard depth <= deepest else {
      throw RenderingFault.internal("groups are nested more than \(deepest) deep")
    }
    for item in items {
      switch item.content {
      case .glyphs(let run): try check(run)
      case .path(let item): try check(item)
      case .image(let image): try check(image.rect, "an image")
      case .link(let link): try check(link.rect, "a link")
      case .group(let group):
        let map = group.transform
        try check([map.a, map.b, map.c, map.d, map.tx, map.ty, group.opacity], "a group")
        if let clip = group.clip { try check(clip) }
        try check(group.items, depth: depth + 1)
      }
    }
  }

  private static func check(_ run: GlyphRun) throws(DiagnosticError) {
    try check([run.style.size, run.width, run.style.letterSpacing], "a glyph run")
    guard run.glyphs.allSatisfy({ $0.x.isFinite && $0.y.isFinite }) else {
      throw notFinite("a glyph")
    }
    try check(run.outline)
    var bytes = 0
    var glyphs = 0
    for cluster in run.clusters {
      guard cluster.byteCount >= 0, cluster.glyphCount >= 0 else {
        throw RenderingFault.internal("a glyph run has a cluster of negative length")
      }
      bytes += Int(cluster.byteCount)
      glyphs += Int(cluster.glyphCount)
    }
    guard bytes == run.text.utf8.count, glyphs == run.glyphs.count else {
      throw RenderingFault.internal("the clusters of \"\(run.text)\" don't add up to its glyphs")
    }
  }

  private static func check(_ item: PathItem) throws(DiagnosticError) {
    try check(item.path)
    for gradient in [item.fillGradient, item.stroke?.gradient].compactMap({ $0 }) {
      try check(gradient.numbers + gradient.stops.map(\.offset), "a gradient")
    }
    try check(item.stroke)
  }

  private static func check(_ stroke: Stroke?) throws(DiagnosticError) {
    guard let stroke else { return }
    try check([stroke.width, stroke.miterLimit, stroke.dashOffset] + stroke.dash, "a stroke")
    guard stroke.dash.allSatisfy({ $0 >= 0 }) else {
      throw RenderingFault.internal("a dash has a negative length")
    }
  }

  private static func check(_ path: Path) throws(DiagnosticError) {
    for element in path.elements {
      let isFinite =
        switch element {
        case .move(let p), .line(let p): p.isFinite
        case .curve(let p, let q, let r): p.isFinite && q.isFinite && r.isFinite
        case .close: true
        }
      guard isFinite else { throw notFinite("a path") }
    }
  }

  private static func check(_ rect: Rect, _ name: String) throws(DiagnosticError) {
    try check([rect.x, rect.y, rect.width, rect.height], name)
  }

  private static func check(_ numbers: [Double], _ name: String) throws(DiagnosticError) {
    guard numbers.allSatisfy(\.isFinite) else { throw notFinite(name) }
  }

  private static func notFinite(_ name: String) -> DiagnosticError {
    RenderingFault.internal("\(name) has a coordinate that is no number")
  }
}

extension Point {
  fileprivate var isFinite: Bool { x.isFinite && y.isFinite }
}
