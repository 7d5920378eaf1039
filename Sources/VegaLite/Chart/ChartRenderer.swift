package import Diagnostics
import Graphics
package import Inputs
import Tables

/// Draws Vega-Lite specifications.
package enum ChartRenderer {
  /// The chart of a specification, or all that is wrong with it.
  package static func draw(
    _ spec: Located, in environment: ChartEnvironment
  ) throws(DiagnosticError) -> Chart {
    let localized = Located(
      Localization(environment.language).resolve(spec.value), in: spec.source)
    let run = ChartRun(environment, config: localized["config"])
    Parameters(run: run).readAll(localized)
    try run.findings.throwIfErrors()
    guard let view = ViewReader(run: run).read(localized, isTop: true) else {
      throw DiagnosticError(run.findings.diagnostics)
    }
    try run.findings.throwIfErrors()
    let builder = ViewBuilder(run, loader: DataLoader(run, datasets: localized["datasets"]))
    let group = builder.group(view, nil)
    try run.findings.throwIfErrors()
    let drawing = ChartDrawing(view: view, group: group, registry: builder.registry, run: run)
    let result = drawing.draw()
    try run.findings.throwIfErrors()
    return Chart(
      scene: result.scene, description: view.reader.string("description"),
      title: Title(view.title, run)?.text,
      warnings: run.findings.diagnostics.filter { $0.severity == .warning },
      markCount: result.markCount)
  }
}

/// Fits a drawn view into its picture.
struct ChartDrawing {
  let view: ViewSpec
  let group: GroupNode
  let registry: ScaleRegistry
  let run: ChartRun

  private var environment: ChartEnvironment { run.environment }

  struct Result {
    var scene: Scene
    var markCount: Int
  }

  /// A picture larger than this is a slip, not a wish.
  private static let largest = 100_000.0

  func draw() -> Result {
    let padding = Padding(paddingProperties)
    var autosize = Autosize(view.reader, run.configuration)
    var (width, height) = (
      target("width", environment.containerWidth), target("height", environment.containerHeight)
    )
    if let size = environment.fixedSize { (width, height) = (size.width, size.height) }
    var (outerWidth, outerHeight): (Double?, Double?) = (nil, nil)
    if let width {
      outerWidth = width
      autosize.fitsWidth = true
    }
    if let height {
      outerHeight = height
      autosize.fitsHeight = true
    }
    let natural = GroupScales(group, registry, run)
    let addX = autosize.containsPadding ? 0 : padding.left + padding.right
    let addY = autosize.containsPadding ? 0 : padding.top + padding.bottom
    let fitWidth = outerWidth ?? (autosize.fitsWidth ? natural.width + addX : nil)
    let fitHeight = outerHeight ?? (autosize.fitsHeight ? natural.height + addY : nil)
    var layout = fitted(fitWidth, fitHeight, padding, autosize)
    if let container = environment.containerWidth, fitWidth == nil,
      layout.size.width > container + 0.5
    {
      run.findings.warning(
        "chart.width",
        "the chart is \(Int(layout.size.width.rounded(.up))) points wide, but there is room for \(Int(container))",
        at: view.reader["width"].map { view.reader.location(of: $0) },
        hints: ["leave \"width\" out, and the chart takes the room there is"])
      layout = fitted(container, fitHeight, padding, autosize)
    }
    return finished(layout, padding)
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
    guard let container else { return nil }
    switch view.extent(key, run) {
    case .container, nil: return container
    case .fixed, .step: return nil
    }
  }

  private struct Layout {
    var result: GroupDrawing.Result
    var size: Size
    var origin: Point
  }

  /// Draws the view so that the whole picture has a size; where none is wanted, in its own size.
  private func fitted(
    _ width: Double?, _ height: Double?, _ padding: Padding, _ autosize: Autosize
  ) -> Layout {
    let frameWidth = width.map { max(0, $0 - padding.left - padding.right) }
    let frameHeight = height.map { max(0, $0 - padding.top - padding.bottom) }
    var (inner, outer) = (frameWidth, frameHeight)
    var layout = drawOnce(inner, outer, padding, autosize)
    // What stands around the view depends on its size, but settles soon.
    for _ in 0..<4 where frameWidth != nil || frameHeight != nil {
      let aroundX = layout.size.width - padding.left - padding.right - (inner ?? 0)
      let aroundY = layout.size.height - padding.top - padding.bottom - (outer ?? 0)
      let next = (frameWidth.map { max(0, $0 - aroundX) }, frameHeight.map { max(0, $0 - aroundY) })
      if next.0 == inner, next.1 == outer { break }
      (inner, outer) = next
      layout = drawOnce(inner, outer, padding, autosize)
    }
    if let width { layout.size.width = width }
    if let height { layout.size.height = height }
    return layout
  }

  private func drawOnce(
    _ width: Double?, _ height: Double?, _ padding: Padding, _ autosize: Autosize
  ) -> Layout {
    let scales = GroupScales(group, registry, run, width: width, height: height)
    let result = GroupDrawing(scales: scales, run: run).draw()
    let box = result.picture.bounds
    let left = autosize.cutsOff ? 0 : max(0, (-box.x1).rounded(.up))
    let top = autosize.cutsOff ? 0 : max(0, (-box.y1).rounded(.up))
    let right = autosize.cutsOff ? 0 : max(0, (box.x2 - scales.width).rounded(.up))
    let bottom = autosize.cutsOff ? 0 : max(0, (box.y2 - scales.height).rounded(.up))
    return Layout(
      result: result,
      size: Size(
        width: scales.width + left + right + padding.left + padding.right,
        height: scales.height + top + bottom + padding.top + padding.bottom),
      origin: Point(x: left + padding.left, y: top + padding.top))
  }

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
            layout.result.picture.items,
            transform: .translation(x: layout.origin.x, y: layout.origin.y)))))
    return Result(scene: scene, markCount: layout.result.markCount)
  }
}
