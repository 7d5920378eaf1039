import CCairo
import Diagnostics
import Graphics

/// Draws scene items on a cairo context.
struct SceneDrawer {
  /// What the context draws on.
  enum Surface {
    case pixels
    case document(PageTagger)
  }

  let context: OpaquePointer
  let surface: Surface
  let fonts: CairoFonts
  let images: CairoImages

  /// Draws a scene that `SceneCheck` has passed.
  func draw(_ scene: Scene) throws(DiagnosticError) {
    try draw(scene.items, alpha: 1, mark: nil)
    if case .document(let tagger) = surface { tagger.enter(nil) }
    try RenderingFault.check(cairo_status(context), "drawing")
  }

  /// Draws items that belong to the mark where they name none of their own.
  private func draw(
    _ items: [SceneItem], alpha: Double, mark: PageMark?
  ) throws(DiagnosticError) {
    for item in items {
      if let own = item.leaf, case .document(let tagger) = surface { tagger.cover(item, own) }
      let mark = item.mark ?? mark
      switch item.content {
      case .glyphs(let run):
        enter(mark)
        try GlyphDrawing.draw(run, alpha: alpha, on: self)
      case .path(let path):
        enter(mark)
        draw(path, alpha: alpha)
      case .image(let image):
        enter(mark)
        try draw(image, alpha: alpha)
      case .group(let group): try draw(group, alpha: alpha, mark: mark)
      case .link(let link):
        if case .document(let tagger) = surface { tagger.link(link, leaf: mark?.leaf) }
      }
    }
  }

  private func enter(_ mark: PageMark?) {
    if case .document(let tagger) = surface { tagger.enter(mark) }
  }

  private func draw(
    _ group: SceneGroup, alpha: Double, mark: PageMark?
  ) throws(DiagnosticError) {
    let opacity = min(max(group.opacity, 0), 1)
    guard !group.items.isEmpty else { return }
    cairo_save(context)
    defer { cairo_restore(context) }
    var matrix = group.transform.cairoMatrix
    cairo_transform(context, &matrix)
    if let clip = group.clip {
      trace(clip)
      cairo_set_fill_rule(context, CAIRO_FILL_RULE_WINDING)
      cairo_clip(context)
    }
    if opacity == 1 || SceneBounds.areApart(group.items) {
      try draw(group.items, alpha: alpha * opacity, mark: mark)
      return
    }
    // Tags inside a pushed group are lost; all of it belongs to one leaf.
    enter(mark ?? group.firstMark)
    cairo_push_group(context)
    switch surface {
    case .pixels: try draw(group.items, alpha: 1, mark: nil)
    case .document(let tagger):
      try tagger.suspended { () throws(DiagnosticError) in
        try draw(group.items, alpha: 1, mark: mark)
      }
    }
    cairo_pop_group_to_source(context)
    cairo_paint_with_alpha(context, alpha * opacity)
  }

  private func draw(_ item: PathItem, alpha: Double) {
    let stroke = item.stroke.flatMap { $0.width > 0 && $0.color.alpha > 0 ? $0 : nil }
    let fill = item.fill.flatMap { $0.alpha > 0 ? $0 : nil }
    let isFilled = fill != nil || item.fillGradient != nil
    guard isFilled || stroke != nil, !item.path.elements.isEmpty else { return }
    trace(item.path)
    if isFilled {
      cairo_set_fill_rule(
        context,
        item.fillRule == .evenOdd ? CAIRO_FILL_RULE_EVEN_ODD : CAIRO_FILL_RULE_WINDING)
      if let gradient = item.fillGradient {
        setSource(gradient, alpha: alpha)
      } else if let fill {
        setSource(fill, alpha: alpha)
      }
      if stroke == nil { cairo_fill(context) } else { cairo_fill_preserve(context) }
    }
    if let stroke { self.stroke(stroke, alpha: alpha) }
  }

  /// Draws the outline of the current path, which is used up.
  func stroke(_ stroke: Stroke, alpha: Double) {
    if let gradient = stroke.gradient {
      setSource(gradient, alpha: alpha)
    } else {
      setSource(stroke.color, alpha: alpha)
    }
    cairo_set_line_width(context, stroke.width)
    cairo_set_line_cap(context, stroke.cap.cairo)
    cairo_set_line_join(context, stroke.join.cairo)
    cairo_set_miter_limit(context, max(stroke.miterLimit, 1))
    let isDashed = stroke.dash.contains { $0 > 0 }
    cairo_set_dash(
      context, stroke.dash, isDashed ? Int32(clamping: stroke.dash.count) : 0, stroke.dashOffset)
    cairo_stroke(context)
  }

  private func draw(_ image: ImageItem, alpha: Double) throws(DiagnosticError) {
    guard image.rect.width > 0, image.rect.height > 0 else { return }
    let picture = try images.surface(image)
    cairo_save(context)
    defer { cairo_restore(context) }
    var matrix = image.placement.cairoMatrix
    cairo_transform(context, &matrix)
    cairo_set_source_surface(context, picture, 0, 0)
    let pattern = cairo_get_source(context)
    switch surface {
    // A drawing is drawn anew wherever it stands.
    case .pixels where image.header.format == .svg: break
    case .pixels:
      cairo_pattern_set_filter(pattern, CAIRO_FILTER_GOOD)
      cairo_pattern_set_extend(pattern, CAIRO_EXTEND_PAD)
    case .document:
      // Anything else asks viewers to interpolate, which PDF/A forbids.
      cairo_pattern_set_filter(pattern, CAIRO_FILTER_NEAREST)
    }
    let size = image.header.storedSize
    cairo_rectangle(context, 0, 0, size.width, size.height)
    if alpha < 1 {
      cairo_clip(context)
      cairo_paint_with_alpha(context, alpha)
    } else {
      cairo_fill(context)
    }
  }

  func setSource(_ color: Color, alpha: Double) {
    cairo_set_source_rgba(context, color.red, color.green, color.blue, color.alpha * alpha)
  }

  private func trace(_ path: Path) {
    cairo_new_path(context)
    for element in path.elements {
      switch element {
      case .move(let p): cairo_move_to(context, p.x, p.y)
      case .line(let p): cairo_line_to(context, p.x, p.y)
      case .curve(let p, let q, let r): cairo_curve_to(context, p.x, p.y, q.x, q.y, r.x, r.y)
      case .close: cairo_close_path(context)
      }
    }
  }
}

extension SceneGroup {
  /// The first mark that anything in it names.
  fileprivate var firstMark: PageMark? {
    for item in items {
      if let mark = item.mark { return mark }
      if case .group(let group) = item.content, let mark = group.firstMark { return mark }
    }
    return nil
  }
}
