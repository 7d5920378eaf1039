import Graphics
import Inputs
import Tables

/// The rectangle behind a view's marks.
struct ViewBackground {
  private let properties: Properties

  init(_ group: GroupNode, _ run: ChartRun) {
    let views = [group.spec.view] + group.units.map(\.view.view)
    let own = views.compactMap { $0 }.filter { $0.value.object != nil }
    let names = own.first?.value["style"]
    let given = names?.array?.compactMap(\.string) ?? names?.string.map { [$0] }
    // Views in a plane have a frame; pies don't.
    let isPlane = group.units.contains {
      $0.unit.encoding.has(.x) || $0.unit.encoding.has(.y)
    }
    let config = run.configuration
    let framed = given == nil && isPlane
    properties = run.properties(
      own + config.styles(given ?? [isPlane ? "cell" : "view"])
        + (framed ? config.block("view") : []))
  }

  /// The width of the outline, which takes up room even where it is transparent; 0 for none.
  var strokeWidth: Double {
    guard properties.has("stroke"), !properties.isNull("stroke"),
      properties.located("stroke")?.value.string != "",
      properties.number("opacity") != 0, properties.number("strokeOpacity") != 0
    else { return 0 }
    return max(0, properties.number("strokeWidth") ?? 1)
  }

  func drawFill(_ picture: inout Picture, width: Double, height: Double) {
    guard width >= 0, height >= 0 else { return }
    let fill = (properties.color("fill") ?? .some(nil)) ?? nil
    let line = (properties.color("stroke") ?? .some(nil)) ?? nil
    guard fill != nil || line != nil else { return }
    let opacity = properties.number("opacity") ?? 1
    let strokeWidth = properties.number("strokeWidth") ?? 1
    // Thin lines fall on whole pixels.
    let shift =
      line != nil && strokeWidth > 0.5 && strokeWidth < 1.5 ? 0.5 - abs(strokeWidth - 1) : 0
    let radius = properties.number("cornerRadius") ?? 0
    let shape = RectangleShape(
      rect: Rect(x: shift, y: shift, width: width, height: height), topLeft: radius,
      topRight: radius, bottomRight: radius, bottomLeft: radius)
    let stroke: Stroke? = line.flatMap { color in
      strokeWidth > 0
        ? Stroke(
          color: color.opacity(opacity * (properties.number("strokeOpacity") ?? 1)),
          width: strokeWidth,
          dash: StyleEncoder.usable(properties.numbers("strokeDash") ?? [])) : nil
    }
    picture.items.append(
      SceneItem(
        .path(
          PathItem(
            shape.path,
            fill: fill?.opacity(opacity * (properties.number("fillOpacity") ?? 1)),
            stroke: stroke))))
  }
}
