import Documents
import Graphics

/// A sparkline as paths; its last point is marked.
struct SparklineDrawing {
  let line: TableGraphic.Sparkline
  let color: Color
  /// What it stands on.
  let paper: Color
  let size: Size

  private static let stroke = 1.1
  private static let dot = 1.9

  var items: [SceneItem] {
    switch line.form {
    case .line: curve
    case .bars: bars
    }
  }

  /// What isn't the last point stands back.
  private var quiet: Color {
    var quiet = color
    quiet.alpha *= 0.45
    return quiet.over(paper)
  }

  private func height(_ share: Double) -> Double {
    Self.dot + (1 - share) * max(size.height - 2 * Self.dot, 0)
  }

  private var curve: [SceneItem] {
    let step =
      line.points.count > 1
      ? (size.width - 2 * Self.dot) / Double(line.points.count - 1) : 0
    var path = Path()
    var last: Point?
    var isOpen = false
    for (index, share) in line.points.enumerated() {
      guard let share else {
        isOpen = false
        continue
      }
      let point = Point(x: Self.dot + Double(index) * step, y: height(share))
      if isOpen { path.line(point.x, point.y) } else { path.move(point.x, point.y) }
      isOpen = true
      last = point
    }
    var items = [
      SceneItem(
        .path(
          PathItem(
            path, fill: nil,
            stroke: Stroke(color: quiet, width: Self.stroke, cap: .round, join: .round))))
    ]
    if let last {
      let rect = Rect(
        x: last.x - Self.dot, y: last.y - Self.dot, width: 2 * Self.dot, height: 2 * Self.dot)
      items.append(
        SceneItem(.path(PathItem(Path(rect: rect, radius: Self.dot), fill: color))))
    }
    return items
  }

  private var bars: [SceneItem] {
    guard !line.points.isEmpty else { return [] }
    let step = size.width / Double(line.points.count)
    let width = max(min(step * 0.7, step - 0.5), 0.3)
    let last = line.points.lastIndex { $0 != nil }
    return line.points.enumerated().compactMap { index, share in
      guard let share else { return nil }
      let (low, high) = (min(share, line.zero), max(share, line.zero))
      // A value of nothing is there all the same.
      let rect = Rect(
        x: Double(index) * step, y: (1 - high) * size.height, width: width,
        height: max((high - low) * size.height, 0.5))
      return SceneItem(
        .path(PathItem(Path(rect: rect), fill: index == last ? color : quiet)))
    }
  }
}
