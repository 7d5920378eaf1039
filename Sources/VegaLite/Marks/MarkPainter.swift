import Graphics

/// Draws the marks of a view.
enum MarkPainter {
  static func draw(_ frame: UnitFrame) -> Picture {
    let picture: Picture =
      switch frame.mark.type {
      case .bar: BarMark.draw(frame)
      case .rect: RectMark.draw(frame)
      case .tick: TickMark.draw(frame)
      case .point, .circle, .square: PointMark.draw(frame)
      case .line: LineMark.draw(frame)
      case .area: AreaMark.draw(frame)
      case .rule: RuleMark.draw(frame)
      case .arc: ArcMark.draw(frame)
      case .text: TextMark.draw(frame)
      case .trail: TrailMark.draw(frame)
      case .image: ImageMark.draw(frame)
      case .geoshape: GeoshapeMark.draw(frame)
      }
    guard frame.mark.properties.bool("clip") ?? frame.clips else { return picture }
    return picture.clipped(width: frame.width, height: frame.height)
  }
}
