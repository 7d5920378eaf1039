import Diagnostics
import Graphics
import Inputs
import Tables

/// The outline of an axis's ticks, grid or domain, which may depend on the tick.
struct AxisStroke {
  private let properties: Properties
  private let color: PropertyValue?
  private let colorLocation: SourceLocation?
  private let width: PropertyValue?
  private let opacity: PropertyValue?
  private let cap: PropertyValue?
  private let dash: PropertyValue?
  private let dashOffset: PropertyValue?
  /// Whether all ticks have the same.
  private let isConstant: Bool
  private var run: ChartRun { properties.run }

  init(_ properties: Properties, _ part: String) {
    self.properties = properties
    color = properties.property(part + "Color")
    colorLocation = properties.located(part + "Color")?.location
    width = properties.property(part + "Width")
    opacity = properties.property(part + "Opacity")
    cap = properties.property(part + "Cap")
    dash = properties.property(part + "Dash")
    dashOffset = properties.property(part + "DashOffset")
    isConstant = [color, width, opacity, cap, dash, dashOffset].allSatisfy {
      $0?.isConstant ?? true
    }
  }

  /// The stroke where there is no tick; nil for none.
  var whole: Stroke? { stroke(Frame(count: 1), 0) }

  /// The strokes at ticks.
  func strokes(_ ticks: [AxisTick]) -> [Stroke?] {
    if isConstant { return Array(repeating: whole, count: ticks.count) }
    let frame = TickFrame(ticks).frame
    return ticks.indices.map { stroke(frame, $0) }
  }

  private func stroke(_ frame: Frame, _ row: Int) -> Stroke? {
    func value(_ property: PropertyValue?) -> Datum? { property?.evaluate(frame, row, run) }
    guard let datum = value(color), let color = run.color(datum, at: colorLocation) ?? nil
    else { return nil }
    let width = value(width)?.asNumber ?? 1
    guard width > 0 else { return nil }
    let opacity = value(opacity)?.asNumber ?? 1
    return Stroke(
      color: color.opacity(opacity.isNaN ? 1 : opacity), width: width,
      cap: value(cap)?.string.flatMap { Stroke.Cap(rawValue: $0) } ?? .butt,
      dash: StyleEncoder.usable(value(dash)?.list?.map(\.asNumber) ?? []),
      dashOffset: value(dashOffset)?.asNumber ?? 0)
  }
}
