import Diagnostics
import Graphics
import Inputs
import Tables

/// A legend drawn at its own origin, still to be placed.
struct Legend {
  var picture: Picture
  var width: Double
  var height: Double
  var orient: LegendComponent.Orient
  /// From the view; nil for the usual.
  var offset: Double?
  /// The place of a legend without orientation.
  var position: Point

  init?(_ component: LegendComponent, width: Double, height: Double) {
    let run = component.run
    let properties = component.properties
    let kind = component.kind(properties)
    let orient: LegendComponent.Orient = properties.word("orient") ?? .right
    let isVertical = Self.isVertical(properties, kind, orient)
    let padding = properties.number("padding") ?? 0
    let body: Picture
    let isGradient: Bool
    switch kind {
    case .symbol:
      body = SymbolLegend(component: component, properties: properties, isVertical: isVertical)
        .draw()
      isGradient = false
    case .gradient, .discrete:
      body = GradientLegend(
        component: component, properties: properties, isVertical: isVertical,
        isDiscrete: kind == .discrete, viewLength: isVertical ? height : width,
        isBeside: orient == .left || orient == .right || orient == .top || orient == .bottom
      ).draw()
      isGradient = true
    }
    var picture = Picture()
    var titleLeft = padding
    var (entryX, entryY) = (padding, padding)
    if let lines = component.title {
      let style = run.properties(run.configuration.styles(["guide-title"]))
      let face = TextFace(properties, prefix: "title", fill: "titleColor", under: style)
      var title = TextBlock(lines, face, run)
      title.baseline = properties.word("titleBaseline") ?? .top
      title.align = properties.word("titleAlign") ?? .left
      let gap = properties.number("titlePadding") ?? 5
      let box = title.bounds
      var (titleX, titleY) = (padding, padding)
      let side = properties.string("titleOrient") ?? "top"
      switch side {
      case "left", "right":
        title.baseline = properties.word("titleBaseline") ?? .middle
        if side == "left" { entryX += box.width.rounded(.up) + gap }
        if side == "right" { titleX += body.bounds.x2.rounded(.up) + gap }
        let middle = isGradient && !isVertical ? 8.0 : body.bounds.y2 / 2
        titleY += TextBlock.rounded(middle)
      case "bottom": titleY += body.bounds.y2.rounded(.up) + gap
      default:
        entryY += box.height + gap
        let anchor = properties.string("titleAnchor")
        if anchor == "middle" || anchor == "end" {
          let share = anchor == "end" ? 1.0 : 0.5
          title.align = properties.word("titleAlign") ?? (share == 1 ? .right : .center)
          titleX += TextBlock.rounded(body.bounds.x2 * share)
        }
      }
      picture.add(title.picture, atX: titleX, y: titleY)
      titleLeft = titleX + title.bounds.x1
    }
    picture.add(body, atX: entryX, y: entryY)
    // A title anchored at the middle may stick out on the left.
    let outside = TextBlock.rounded(titleLeft - padding)
    if outside < 0 {
      var moved = Picture()
      moved.add(picture, atX: -outside, y: 0)
      picture = moved
    }
    guard !picture.bounds.isEmpty else { return nil }
    let box = picture.bounds
    self.width = (max(0, box.x2 - padding) + 2 * padding).rounded(.up)
    self.height = (max(0, box.y2 - padding) + 2 * padding).rounded(.up)
    self.orient = orient
    self.offset = Properties(
      component.properties.layers.filter { $0.source != ChartRun.builtIn }, run
    ).number("offset")
    position = Point(
      x: properties.number("legendX") ?? 0, y: properties.number("legendY") ?? 0)
    var framed = Picture()
    Self.addBox(&framed, properties, width: self.width, height: self.height)
    framed.items += picture.items
    framed.bounds = Bounds(0, 0, self.width, self.height)
    self.picture = framed
  }

  private static func isVertical(
    _ properties: Properties, _ kind: LegendComponent.Kind, _ orient: LegendComponent.Orient
  ) -> Bool {
    if let direction = properties.string("direction") { return direction == "vertical" }
    let key = kind == .symbol ? "symbolDirection" : "gradientDirection"
    if let direction = properties.string(key) { return direction == "vertical" }
    switch orient {
    case .top, .bottom: return false
    case .left, .right, .none: return true
    case .topLeft, .topRight, .bottomLeft, .bottomRight: return kind == .symbol
    }
  }

  private static func addBox(
    _ picture: inout Picture, _ properties: Properties, width: Double, height: Double
  ) {
    let fill = properties.color("fillColor") ?? .some(nil)
    let line = properties.color("strokeColor") ?? .some(nil)
    guard fill ?? nil != nil || line ?? nil != nil else { return }
    let radius = properties.number("cornerRadius") ?? 0
    let shape = RectangleShape(
      rect: Rect(x: 0, y: 0, width: width, height: height), topLeft: radius, topRight: radius,
      bottomRight: radius, bottomLeft: radius)
    let stroke = (line ?? nil).map {
      Stroke(color: $0, width: properties.number("strokeWidth") ?? 1)
    }
    picture.items.append(
      SceneItem(.path(PathItem(shape.path, fill: fill ?? nil, stroke: stroke))))
  }
}
