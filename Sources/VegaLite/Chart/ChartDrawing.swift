import Diagnostics
import Formats
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

  /// Below this even large type can't be read.
  private static let leastShare = 0.3

  private func warnOfShrinking(_ share: Double) {
    if share < Self.leastShare { return refuseSize() }
    run.findings.warning(
      "chart.shrunk",
      "what stands around the views leaves them too little room, so that all is drawn at "
        + "\(Int((share * 100).rounded()))% of its size",
      at: view.reader.location, hints: ["ask for a larger picture, or show fewer views"])
  }

  /// A picture whose labels alone fill it.
  private func refuseSize() {
    guard let size = environment.fixedSize else { return }
    run.findings.error(
      "chart.room",
      "a picture of \(Int(size.width)) by \(Int(size.height)) points has no room for the chart",
      at: view.reader.location, hints: ["ask for a larger one, such as --size 640x360"])
  }

  /// Draws the view so that the whole picture has a size; where none is wanted, in its own size.
  private func fitted(
    _ group: GroupNode, _ width: Double?, _ height: Double?, _ padding: Padding,
    _ autosize: Autosize
  ) -> Layout {
    func draw(_ width: Double?, _ height: Double?) -> Layout {
      drawn(group, width, height, padding, autosize)
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
    if let width, let height, environment.fixedSize != nil {
      // A legend higher than the picture doesn't become less high with the view: all is drawn smaller.
      let share = min(width / layout.size.width, height / layout.size.height)
      if share < 0.98, share > Self.leastShare {
        warnOfShrinking(share)
        return larger(group, Size(width: width, height: height), by: 1 / share, padding, autosize)
      }
      if inner == 0 || outer == 0 { refuseSize() }
    }
    if let width { layout.size.width = width }
    if let height { layout.size.height = height }
    return layout
  }

  /// The view with a frame of a size; in its own size where none is given.
  private func drawn(
    _ group: GroupNode, _ width: Double?, _ height: Double?, _ padding: Padding,
    _ autosize: Autosize
  ) -> Layout {
    run.trace?.beginDrawing()
    let context = DrawingContext(registry: registry, run: run)
    let scales = GroupScales(group, context, width: width, height: height)
    return laidOut(GroupDrawing(scales: scales).draw(), padding, cutsOff: autosize.cutsOff)
  }

  /// The view laid out for more room than there is, and drawn smaller.
  private func larger(
    _ group: GroupNode, _ size: Size, by factor: Double, _ padding: Padding, _ autosize: Autosize
  ) -> Layout {
    let room = Size(width: size.width * factor, height: size.height * factor)
    var inner = Size(
      width: room.width - padding.left - padding.right,
      height: room.height - padding.top - padding.bottom)
    var layout = drawn(group, inner.width, inner.height, padding, autosize)
    for _ in 0..<4 {
      inner.width = max(0, inner.width + room.width - layout.size.width)
      inner.height = max(0, inner.height + min(0, room.height - layout.size.height))
      layout = drawn(group, inner.width, inner.height, padding, autosize)
      if layout.size.width <= room.width, layout.size.height <= room.height { break }
    }
    layout = layout.shrunk(
      by: min(size.width / layout.size.width, size.height / layout.size.height))
    layout.size = size
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

  /// Draws views beside each other, those without a size of their own sharing the room there is. Where that isn't enough for a
  /// room that must be filled, or not be overrun, all are made larger or smaller alike.
  private func composed(_ width: Double?, _ height: Double?, _ padding: Padding) -> Layout {
    var context = DrawingContext(registry: registry, run: run)
    func draw() -> Layout {
      run.trace?.beginDrawing()
      // Scales that were made for other sizes don't fit.
      let fresh = DrawingContext(
        registry: registry, run: run, flexibleWidth: context.flexibleWidth,
        flexibleHeight: context.flexibleHeight, stretchX: context.stretchX,
        stretchY: context.stretchY)
      return laidOut(ViewDrawing(context: fresh).draw(node), padding)
    }
    if let width {
      context.flexibleWidth = Self.size(thatFits: width, from: width / 2) { size in
        context.flexibleWidth = size
        return draw().size.width
      }
    }
    if let height {
      context.flexibleHeight = Self.size(thatFits: height, from: height / 2) { size in
        context.flexibleHeight = size
        return draw().size.height
      }
    }
    var layout = draw()
    let room = width ?? environment.containerWidth
    let fixed = environment.fixedSize
    if let room, fixed == nil, layout.size.width > room + 0.5 {
      run.findings.warning(
        "chart.width",
        "the views are \(Int(layout.size.width.rounded(.up))) points wide together, and are made "
          + "smaller for the \(Int(room)) there are",
        at: view.reader.location, hints: ["give them a smaller \"width\", or none"])
    }
    if let room, layout.size.width > room + 0.5 || fixed != nil && layout.size.width < room - 2 {
      context.stretchX =
        Self.size(thatFits: room, from: room / layout.size.width, least: 0.02) { factor in
          context.stretchX = factor
          return draw().size.width
        } ?? 1
      layout = draw()
    }
    if let fixed, abs(layout.size.height - fixed.height) > 2 {
      context.stretchY =
        Self.size(thatFits: fixed.height, from: fixed.height / layout.size.height, least: 0.02) {
          factor in
          context.stretchY = factor
          return draw().size.height
        } ?? 1
      layout = draw()
    }
    // What can't be laid out smaller, such as long labels, is drawn smaller.
    let share = min(
      room.map { $0 / layout.size.width } ?? 1,
      fixed.map { $0.height / layout.size.height } ?? 1)
    if share < 0.999 {
      if fixed != nil { warnOfShrinking(share) }
      layout = layout.shrunk(by: share)
    }
    if let fixed {
      layout.origin.x += max(0, (fixed.width - layout.size.width) / 2).rounded(.down)
      layout.origin.y += max(0, (fixed.height - layout.size.height) / 2).rounded(.down)
      layout.size = fixed
    }
    return layout
  }

  /// The greatest size of views, or factor of sizes, with which the whole is no larger than the room; nil where nothing gives,
  /// or even the least is too large.
  private static func size(
    thatFits room: Double, from start: Double, least: Double = 10, total: (Double) -> Double
  ) -> Double? {
    var low = (size: least, total: total(least))
    guard low.total <= room else { return nil }
    var high = (size: max(start, least * 2), total: 0.0)
    high.total = total(high.size)
    // Larger views make a larger whole, by and by; where they don't, they have sizes of their own.
    for _ in 0..<6 where high.total <= room {
      guard high.total > low.total + 0.5 else { return nil }
      low = high
      high.size *= 2
      high.total = total(high.size)
    }
    guard high.total > room else { return low.size }
    for step in 0..<14 where room - low.total > 1.5 {
      // By turns where a line through both ends leads, and in the middle, since labels come and go.
      let share = step % 2 == 0 ? (room - low.total) / (high.total - low.total) : 0.5
      let next = low.size + (high.size - low.size) * min(max(share, 0.02), 0.98)
      let found = total(next)
      if found <= room { low = (next, found) } else { high = (next, found) }
    }
    return low.size
  }

  // MARK: The picture

  /// Where the specification asks for a size that is too large.
  private func placeOfSize(_ size: Size) -> SourceLocation {
    let key = size.width > Size.largestDrawable ? "width" : "height"
    return view.reader[key].map { view.reader.location(of: $0) } ?? view.reader.location
  }

  private func finished(_ layout: Layout, _ padding: Padding) -> Result {
    let size = Size(
      width: max(1, layout.size.width.rounded(.up)), height: max(1, layout.size.height.rounded(.up))
    )
    guard size.isDrawable else {
      func whole(_ length: Double) -> Int { Int(clamping: length, to: 1...1_000_000_000) }
      run.findings.error(
        "chart.size",
        "the chart would be \(whole(size.width)) by \(whole(size.height)) points",
        at: placeOfSize(size), hints: ["give \"width\" and \"height\", or fewer values"])
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

extension Size {
  /// A picture larger than this is a slip, not a wish.
  fileprivate static let largestDrawable = 100_000.0

  /// Whether a picture may be as large.
  var isDrawable: Bool { width <= Self.largestDrawable && height <= Self.largestDrawable }
}
