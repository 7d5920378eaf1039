import Diagnostics
import Graphics
import Inputs
import Tables

/// Fits a drawn view into its picture.
struct ChartDrawing {
  let view: ViewSpec
  let node: ViewNode
  let registry: ScaleRegistry
  let run: ChartRun

  private var environment: ChartEnvironment { run.environment }

  struct Result {
    var scene: Scene
    var markCount: Int
  }

  /// A picture larger than this is a slip, not a wish.
  private static let largest = 100_000.0

  private struct Layout {
    var view: DrawnView
    var size: Size
    var origin: Point
    /// Below 1 where the picture is too large for its place, and nothing gives.
    var scale = 1.0

    func shrunk(by share: Double) -> Layout {
      Layout(
        view: view, size: Size(width: size.width * share, height: size.height * share),
        origin: Point(x: origin.x * share, y: origin.y * share), scale: share)
    }
  }

  func draw() -> Result {
    let padding = Padding(paddingProperties)
    var (width, height) = (
      target("width", environment.containerWidth), target("height", environment.containerHeight)
    )
    if let size = environment.fixedSize { (width, height) = (size.width, size.height) }
    switch node {
    case .group(let group):
      return finished(single(group, width, height, padding), padding)
    case .concat, .facet:
      return finished(composed(width, height, padding), padding)
    }
  }

  private var paddingProperties: Properties {
    let config = run.configuration.value("padding").map {
      Located(.object([("padding", $0.value)]), in: $0.source)
    }
    let own = view.reader.value["padding"] == nil ? nil : view.reader.located(view.reader.value)
    return Properties([own, config], run)
  }

  /// The picture's size along a dimension where its place decides: no size given, or "container".
  private func target(_ key: String, _ container: Double?) -> Double? {
    switch view.extent(key, run) {
    case .container:
      // Without a place to stand in the picture is as large as a view would be.
      guard container == nil, case .group = node else { return container }
      let name = key == "width" ? "continuousWidth" : "continuousHeight"
      return run.properties(run.configuration.block("view")).number(name) ?? 300
    case nil: return container
    case .fixed, .step: return nil
    }
  }

  // MARK: A single view

  private func single(
    _ group: GroupNode, _ width: Double?, _ height: Double?, _ padding: Padding
  ) -> Layout {
    var autosize = Autosize(view.reader, run.configuration)
    if width != nil { autosize.fitsWidth = true }
    if height != nil { autosize.fitsHeight = true }
    let natural = GroupScales(group, DrawingContext(registry: registry, run: run))
    let addX = autosize.containsPadding ? 0 : padding.left + padding.right
    let addY = autosize.containsPadding ? 0 : padding.top + padding.bottom
    let fitWidth = width ?? (autosize.fitsWidth ? natural.width + addX : nil)
    let fitHeight = height ?? (autosize.fitsHeight ? natural.height + addY : nil)
    var layout = fitted(group, fitWidth, fitHeight, padding, autosize)
    if let container = environment.containerWidth, fitWidth == nil,
      layout.size.width > container + 0.5
    {
      warnOfWidth(layout.size.width, container)
      layout = fitted(group, container, fitHeight, padding, autosize)
    }
    return layout
  }

  private func warnOfWidth(_ width: Double, _ room: Double) {
    run.findings.warning(
      "chart.width",
      "the chart is \(Int(width.rounded(.up))) points wide, but there is room for \(Int(room))",
      at: view.reader["width"].map { view.reader.location(of: $0) } ?? view.reader.location,
      hints: ["leave \"width\" out, and the chart takes the room there is"])
  }

  /// Draws the view so that the whole picture has a size; where none is wanted, in its own size.
  private func fitted(
    _ group: GroupNode, _ width: Double?, _ height: Double?, _ padding: Padding,
    _ autosize: Autosize
  ) -> Layout {
    func draw(_ width: Double?, _ height: Double?) -> Layout {
      run.trace?.beginDrawing()
      let context = DrawingContext(registry: registry, run: run)
      let scales = GroupScales(group, context, width: width, height: height)
      return laidOut(GroupDrawing(scales: scales).draw(), padding, cutsOff: autosize.cutsOff)
    }
    let frameWidth = width.map { max(0, $0 - padding.left - padding.right) }
    let frameHeight = height.map { max(0, $0 - padding.top - padding.bottom) }
    var (inner, outer) = (frameWidth, frameHeight)
    var layout = draw(inner, outer)
    // What stands around the view depends on its size, but settles soon.
    for _ in 0..<4 where frameWidth != nil || frameHeight != nil {
      let aroundX = layout.size.width - padding.left - padding.right - (inner ?? 0)
      let aroundY = layout.size.height - padding.top - padding.bottom - (outer ?? 0)
      let next = (frameWidth.map { max(0, $0 - aroundX) }, frameHeight.map { max(0, $0 - aroundY) })
      if next.0 == inner, next.1 == outer { break }
      (inner, outer) = next
      layout = draw(inner, outer)
    }
    if let width { layout.size.width = width }
    if let height { layout.size.height = height }
    return layout
  }

  private func laidOut(_ drawn: DrawnView, _ padding: Padding, cutsOff: Bool = false) -> Layout {
    let box = drawn.picture.bounds
    let left = cutsOff ? 0 : max(0, (-box.x1).rounded(.up))
    let top = cutsOff ? 0 : max(0, (-box.y1).rounded(.up))
    let right = cutsOff ? 0 : max(0, (box.x2 - drawn.size.width).rounded(.up))
    let bottom = cutsOff ? 0 : max(0, (box.y2 - drawn.size.height).rounded(.up))
    return Layout(
      view: drawn,
      size: Size(
        width: drawn.size.width + left + right + padding.left + padding.right,
        height: drawn.size.height + top + bottom + padding.top + padding.bottom),
      origin: Point(x: left + padding.left, y: top + padding.top))
  }

  // MARK: Several views

  /// Draws views beside each other, those without a size of their own sharing the room there is.
  private func composed(_ width: Double?, _ height: Double?, _ padding: Padding) -> Layout {
    var (flexibleWidth, flexibleHeight): (Double?, Double?) = (nil, nil)
    func draw() -> Layout {
      run.trace?.beginDrawing()
      let context = DrawingContext(
        registry: registry, run: run, flexibleWidth: flexibleWidth, flexibleHeight: flexibleHeight)
      return laidOut(ViewDrawing(context: context).draw(node), padding)
    }
    if let width {
      flexibleWidth = Self.size(thatFits: width) { size in
        flexibleWidth = size
        return draw().size.width
      }
    }
    if let height {
      flexibleHeight = Self.size(thatFits: height) { size in
        flexibleHeight = size
        return draw().size.height
      }
    }
    var layout = draw()
    if let room = width ?? environment.containerWidth, layout.size.width > room + 0.5 {
      warnOfWidth(layout.size.width, room)
      layout = layout.shrunk(by: room / layout.size.width)
    }
    if let size = environment.fixedSize { layout.size = size }
    return layout
  }

  /// The size of views for which the whole is as large as the room; nil where nothing gives.
  private static func size(thatFits room: Double, total: (Double) -> Double) -> Double? {
    var (a, b) = (room / 2, room / 4)
    var (totalA, totalB) = (total(a), total(b))
    for _ in 0..<6 {
      let slope = (totalA - totalB) / (a - b)
      guard slope.isFinite, slope > 0.1 else { return nil }
      let next = max(10, a + (room - totalA) / slope)
      (b, totalB) = (a, totalA)
      (a, totalA) = (next, total(next))
      if totalA <= room, totalA > room - 1.5 || a == 10 { break }
      if a == b { break }
    }
    return a
  }

  // MARK: The picture

  private func finished(_ layout: Layout, _ padding: Padding) -> Result {
    let size = Size(
      width: max(1, layout.size.width.rounded(.up)), height: max(1, layout.size.height.rounded(.up))
    )
    guard size.width <= Self.largest, size.height <= Self.largest else {
      run.findings.error(
        "chart.size",
        "the chart would be \(Int(min(size.width, 1e9))) by \(Int(min(size.height, 1e9))) points",
        at: view.reader.location,
        hints: ["give \"width\" and \"height\", or fewer values"])
      return Result(scene: Scene(size: Size(width: 1, height: 1)), markCount: 0)
    }
    var scene = Scene(size: size)
    let background = run.properties([
      view.reader.value["background"] == nil ? nil : view.reader.located(view.reader.value),
      run.configuration.value("background").map {
        Located(.object([("background", $0.value)]), in: $0.source)
      },
    ])
    if let color = background.color("background") ?? nil {
      let whole = Rect(x: 0, y: 0, width: size.width, height: size.height)
      scene.items.append(SceneItem(.path(PathItem(Path(rect: whole), fill: color))))
    }
    scene.items.append(
      SceneItem(
        .group(
          SceneGroup(
            layout.view.picture.items,
            transform: .scale(layout.scale, layout.scale).then(
              .translation(x: layout.origin.x, y: layout.origin.y))))))
    return Result(scene: scene, markCount: layout.view.markCount)
  }
}
