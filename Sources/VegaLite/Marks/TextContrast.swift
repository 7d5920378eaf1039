import Graphics

/// Sets labels that lie on marks in white or ink, whichever can be read there (WCAG 2.1, 1.4.3: 4.5:1).
struct TextContrast {
  /// The colour of text where it isn't white.
  let ink: Color
  private let ground: PaintedGround

  /// - Parameter items: What is drawn below the labels, in the labels' coordinates.
  init(over items: [SceneItem], ink: Color) {
    self.ink = ink
    ground = PaintedGround(items)
  }

  /// The labels, those on marks in another colour where theirs can't be read.
  func readable(_ items: [SceneItem], _ transform: Transform = .identity) -> [SceneItem] {
    items.map { item in
      switch item.content {
      case .glyphs(var run):
        guard let ground = ground.color(at: transform.apply(run.middle)),
          run.style.color.over(ground).contrast(with: ground) < Color.readableContrast
        else { return item }
        let alpha = run.style.color.alpha
        run.style.color = ground.readableText(ink: ink)
        run.style.color.alpha = alpha
        return SceneItem(.glyphs(run), leaf: item.leaf)
      case .group(var group):
        group.items = readable(group.items, group.transform.then(transform))
        return SceneItem(.group(group), leaf: item.leaf)
      case .path, .image, .link: return item
      }
    }
  }
}

extension GlyphRun {
  /// About the middle of what is seen: half the height of capitals above the baseline.
  fileprivate var middle: Point {
    Point(
      x: (glyphs.first?.x ?? 0) + width / 2, y: (glyphs.first?.y ?? 0) - 0.35 * style.size)
  }
}
