import Diagnostics
import Graphics
import Inputs
import Tables

/// An axis drawn beside or in a view: grid, ticks, labels, domain line and title.
struct Axis {
  let component: AxisComponent
  let scale: Scale
  /// The scale across, which gridlines span.
  let across: Scale?
  let width: Double
  let height: Double
  let properties: Properties
  private let ticks: [AxisTick]

  private var run: ChartRun { component.run }
  private var orient: AxisOrient { component.orient }
  private var isHorizontal: Bool { orient.isHorizontal }

  init(_ component: AxisComponent, scale: Scale, across: Scale?, width: Double, height: Double) {
    self.component = component
    self.scale = scale
    self.across = across
    self.width = width
    self.height = height
    properties = component.properties(width: width, height: height)
    ticks = AxisTicks(component: component, scale: scale, properties: properties).ticks
  }

  var labels: [String] { ticks.map(\.label) }

  var zindex: Double { properties.number("zindex") ?? 0 }

  private var translation: Double { properties.number("translate") ?? 0.5 }
  private var offset: Double { properties.number("offset") ?? 0 }

  /// Where the axis lies in the view, before the half pixel that makes its lines sharp.
  private var origin: Point {
    let position = properties.number("position") ?? 0
    return switch orient {
    case .top: Point(x: position, y: -offset)
    case .bottom: Point(x: position, y: height + offset)
    case .left: Point(x: -offset, y: position)
    case .right: Point(x: width + offset, y: position)
    }
  }

  // MARK: Grid

  var grid: Picture {
    var picture = Picture()
    guard properties.bool("grid") ?? false else { return picture }
    let strokes = AxisStroke(properties, "grid").strokes(ticks)
    var (from, to) = across?.range ?? (0, isHorizontal ? height : width)
    if from == to { (from, to) = (0, isHorizontal ? height : width) }
    for (tick, stroke) in zip(ticks, strokes) {
      guard let line = stroke, tick.position.isFinite else { continue }
      let place = tick.position + translation
      var path = Path()
      if isHorizontal {
        path.move(place, from + translation)
        path.line(place, to + translation)
      } else {
        path.move(from + translation, place)
        path.line(to + translation, place)
      }
      picture.items.append(SceneItem(.path(PathItem(path, fill: nil, stroke: line))))
    }
    return picture
  }

  // MARK: The axis itself

  var main: Picture {
    var picture = Picture()
    var inner = Bounds()
    let size = tickSize
    let tickLines = properties.bool("ticks") ?? true
    if tickLines { drawTicks(&picture, &inner, size) }
    if properties.bool("labels") ?? true {
      drawLabels(&picture, &inner, tickLines ? size : 0)
    }
    if properties.bool("domain") ?? true { drawDomain(&picture) }
    let reach = self.reach(inner)
    let length = abs(scale.range.1 - scale.range.0)
    switch orient {
    case .top: inner.union(Bounds(0, -reach, length, 0))
    case .bottom: inner.union(Bounds(0, 0, length, reach))
    case .left: inner.union(Bounds(-reach, 0, 0, length))
    case .right: inner.union(Bounds(0, 0, reach, length))
    }
    if let lines = component.title, let title = title(lines, reach: reach) {
      picture.items += title.picture.items
      inner.union(title.bounds)
    }
    var placed = Picture()
    let origin = origin
    placed.add(
      Picture(items: picture.items, bounds: Bounds()), atX: origin.x + translation,
      y: origin.y + translation)
    placed.bounds = inner.translated(origin.x, origin.y)
    return placed
  }

  private var tickSize: Double { properties.number("tickSize") ?? 5 }

  /// How far ticks and labels reach out, held to the extents.
  private func reach(_ inner: Bounds) -> Double {
    let outward: Double
    switch orient {
    case .top: outward = -inner.y1
    case .bottom: outward = inner.y2
    case .left: outward = -inner.x1
    case .right: outward = inner.x2
    }
    let least = properties.number("minExtent") ?? 0
    let most = properties.number("maxExtent") ?? 200
    return max(least, min(most, inner.isEmpty ? 0 : outward))
  }

  private func drawTicks(_ picture: inout Picture, _ inner: inout Bounds, _ size: Double) {
    let strokes = AxisStroke(properties, "tick").strokes(ticks)
    for (tick, line) in zip(ticks, strokes) where tick.position.isFinite {
      let end = orient.sign * size
      let (from, to) =
        isHorizontal
        ? (Point(x: tick.position, y: 0), Point(x: tick.position, y: end))
        : (Point(x: 0, y: tick.position), Point(x: end, y: tick.position))
      inner.union(
        Bounds(from.x, from.y, to.x, to.y).expanded(line?.width ?? 0))
      guard let line, size > 0 else { continue }
      var path = Path()
      path.move(from.x, from.y)
      path.line(to.x, to.y)
      picture.items.append(SceneItem(.path(PathItem(path, fill: nil, stroke: line))))
    }
  }

  private func drawDomain(_ picture: inout Picture) {
    guard let line = AxisStroke(properties, "domain").whole else { return }
    let (from, to) = scale.range
    var path = Path()
    if isHorizontal {
      path.move(from, 0)
      path.line(to, 0)
    } else {
      path.move(0, from)
      path.line(0, to)
    }
    picture.items.append(SceneItem(.path(PathItem(path, fill: nil, stroke: line))))
  }

  private func drawLabels(_ picture: inout Picture, _ inner: inout Bounds, _ size: Double) {
    let labels = AxisLabels(
      ticks: ticks, scale: scale, orient: orient, properties: properties, tickSize: size,
      extent: isHorizontal ? width : height)
    if let extra = labels.extraBounds { inner.union(extra) }
    for block in labels.blocks() {
      let drawn = block.picture
      picture.items += drawn.items
      inner.union(drawn.bounds)
    }
  }

  private func title(_ lines: [String], reach: Double) -> TextBlock? {
    let style = run.properties(run.configuration.styles(["guide-title"]))
    let face = TextFace(properties, prefix: "title", fill: "titleColor", under: style)
    var block = TextBlock(lines, face, run)
    let anchor = properties.string("titleAnchor")
    let share: Double = anchor == "start" ? 0 : anchor == "end" ? 1 : 0.5
    block.align =
      properties.word("titleAlign") ?? (share == 0 ? .left : share == 1 ? .right : .center)
    let (from, to) = scale.range
    let along = from + (to - from) * share
    let away =
      orient.sign
      * (reach + (properties.number("titlePadding") ?? 4)
        + (orient == .bottom ? 0 : block.extraHeight))
    if isHorizontal {
      block.x = properties.number("titleX") ?? along
      block.y = properties.number("titleY") ?? away
    } else {
      block.x = properties.number("titleX") ?? away
      block.y = properties.number("titleY") ?? along
    }
    block.angle =
      properties.number("titleAngle") ?? (isHorizontal ? 0 : orient == .left ? -90 : 90)
    block.baseline = properties.word("titleBaseline") ?? (orient == .bottom ? .top : .bottom)
    return block.isEmpty ? nil : block
  }
}
