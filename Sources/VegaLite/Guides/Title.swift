import Diagnostics
import Graphics
import Inputs
import Tables

/// The title of a view and its subtitle.
struct Title {
  static let defaults: Value = [
    "orient": "top", "anchor": "middle", "offset": 4, "subtitlePadding": 3,
  ]

  private let properties: Properties
  private let lines: [String]
  private let subtitle: [String]
  private let run: ChartRun
  /// Whether the title is that of several views beside each other.
  private let isComposed: Bool
  private var style = "group-title"

  /// The title of a view; nil where it has none.
  init?(_ located: Located?, isComposed: Bool = false, _ run: ChartRun) {
    guard let located, !located.value.isNull else { return nil }
    let isObject = located.value.object != nil && located.value["expr"] == nil
    let config = run.configuration.given("title")
    if isObject {
      let reader = ObjectReader(located, run.findings)
      reader.refuse(["encoding"], in: "a title")
      if located.value["text"] == nil { reader.missing("text", in: "a title") }
    }
    properties = Properties([isObject ? located : nil] + config, run).over(Self.defaults)
    self.run = run
    self.isComposed = isComposed
    if isObject {
      lines = properties.lines("text") ?? []
    } else {
      lines = PropertyValue(located, run.findings)?.evaluate(run).map { Properties.lines($0) } ?? []
    }
    subtitle = isObject ? properties.lines("subtitle") ?? [] : []
    if lines.allSatisfy(\.isEmpty) { return nil }
  }

  /// Whether it stands above what it names.
  var isAbove: Bool { properties.string("orient").map { $0 == "top" || $0 == "none" } ?? true }

  var text: String { lines.joined(separator: " ") }

  /// The title of something that isn't a view, such as a row of cells.
  init?(_ lines: [String], _ properties: Properties, style: String) {
    self.properties = properties
    self.lines = lines
    self.style = style
    subtitle = []
    isComposed = false
    run = properties.run
    if lines.allSatisfy(\.isEmpty) { return nil }
  }

  /// The title placed about a view and all that stands around it.
  func draw(width: Double, height: Double, around bounds: Bounds) -> Picture {
    let orient: AxisOrient = properties.word("orient") ?? .top
    let given = Properties(properties.layers.filter { $0.source != ChartRun.builtIn }, run)
    let givenAnchor = given.string("anchor")
    let anchor = givenAnchor ?? (isComposed ? "start" : "middle")
    let isGroup =
      properties.string("frame").map { $0 == "group" } ?? (!isComposed && anchor == "middle")
    let (sideways, angle): (Bool, Double) =
      orient.isHorizontal ? (false, 0) : (true, orient == .left ? -90 : 90)
    let align: TextBlock.Align = anchor == "start" ? .left : anchor == "end" ? .right : .center
    let offset = properties.number("offset") ?? 4
    var title = block(lines, "", style: style, angle: angle, align: align)
    var under: TextBlock? =
      subtitle.isEmpty
      ? nil : block(subtitle, "subtitle", style: "group-subtitle", angle: angle, align: align)
    let titleBox = title.bounds
    let gap = properties.number("subtitlePadding") ?? 3
    if under != nil {
      switch orient {
      case .top, .bottom: under?.y = titleBox.height + gap
      case .left: under?.x = titleBox.width + gap
      case .right: under?.x = -titleBox.width - gap
      }
    }
    var box = titleBox
    if let under { box.union(under.bounds) }
    var (start, end) = (0.0, sideways ? height : width)
    if !isGroup {
      switch orient {
      case .left: (start, end) = (bounds.y2, bounds.y1)
      case .right: (start, end) = (bounds.y1, bounds.y2)
      case .top, .bottom: (start, end) = (bounds.x1, bounds.x2)
      }
    } else if orient == .left {
      (start, end) = (height, 0)
    }
    let along = anchor == "start" ? start : anchor == "end" ? end : (start + end) / 2
    let place: Point
    switch orient {
    case .top: place = Point(x: along, y: bounds.y1 - box.height - offset)
    case .bottom: place = Point(x: along, y: bounds.y2 + offset)
    case .left: place = Point(x: bounds.x1 - box.width - offset, y: along)
    case .right: place = Point(x: bounds.x2 + box.width + offset, y: along)
    }
    title.dx = properties.number("dx") ?? 0
    title.dy = properties.number("dy") ?? 0
    under?.dx = title.dx
    under?.dy = title.dy
    var inner = title.picture
    if let under { inner.add(under.picture) }
    var picture = Picture()
    picture.add(inner, atX: place.x, y: place.y)
    picture.bounds = box.translated(place.x + title.dx, place.y + title.dy)
    return picture
  }

  private func block(
    _ lines: [String], _ prefix: String, style: String, angle: Double, align: TextBlock.Align
  ) -> TextBlock {
    let styled = run.properties(run.configuration.styles([style]))
    let face = TextFace(
      properties, prefix: prefix, fill: prefix.isEmpty ? "color" : "subtitleColor", under: styled)
    var fitted = face
    fitted.limit = properties.number("limit") ?? 0
    var block = TextBlock(lines, fitted, run)
    block.align = properties.word("align") ?? align
    block.baseline = properties.word("baseline") ?? .top
    block.angle = properties.number("angle") ?? angle
    return block
  }
}
