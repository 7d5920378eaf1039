import Graphics
import Inputs
import Tables

/// A gradient as a specification writes it, in shares of the box of what it fills.
struct GradientSpec: Sendable, Hashable {
  private let shape: Gradient.Shape
  private var stops: [Gradient.Stop]

  /// Reads `{"gradient": "linear", "stops": […]}`; nil for anything else.
  init?(_ datum: Datum, _ run: ChartRun) {
    guard let record = datum.record, let kind = record["gradient"]?.string else { return nil }
    let isRadial = kind == "radial"
    func number(_ key: String, _ standard: Double) -> Double {
      record[key]?.double.flatMap { $0.isFinite ? $0 : nil } ?? standard
    }
    shape =
      isRadial
      ? .radial(
        from: Point(x: number("x1", 0.5), y: number("y1", 0.5)), radius: number("r1", 0),
        to: Point(x: number("x2", 0.5), y: number("y2", 0.5)), endRadius: number("r2", 0.5))
      : .linear(
        from: Point(x: number("x1", 0), y: number("y1", 0)),
        to: Point(x: number("x2", 1), y: number("y2", 0)))
    stops = (record["stops"]?.list ?? []).compactMap { item in
      guard let stop = item.record, let offset = stop["offset"]?.double, offset.isFinite,
        let color = stop["color"], let color = run.color(color)
      else { return nil }
      return Gradient.Stop(
        offset: min(max(offset, 0), 1), color: color ?? Color.black.opacity(0))
    }
    if stops.isEmpty { return nil }
  }

  /// The gradient of a mark's fill or outline: that of the channel, else that of the mark, unless a plain colour is
  /// nearer.
  init?(_ frame: UnitFrame, _ key: String, usesColor: Bool) {
    let channels = [Channel(rawValue: key), usesColor ? .color : nil].compactMap { $0 }
    for channel in channels {
      guard let definition = frame.encoding[channel] else { continue }
      guard let value = definition.value, value.isConstant,
        let spec = value.evaluate(frame.run).flatMap({ GradientSpec($0, frame.run) })
      else { return nil }
      self = spec
      return
    }
    for layer in frame.mark.properties.layers {
      for name in [key, usesColor ? "color" : nil].compactMap({ $0 }) {
        guard let value = layer.value[name] else { continue }
        guard let spec = GradientSpec(Datum(value), frame.run) else { return nil }
        self = spec
        return
      }
    }
    return nil
  }

  func opacity(_ opacity: Double) -> GradientSpec {
    guard opacity < 1 else { return self }
    var result = self
    for index in result.stops.indices {
      result.stops[index].color = result.stops[index].color.opacity(opacity)
    }
    return result
  }

  func gradient(over box: Bounds) -> Gradient {
    // A box without width or height still has a gradient along the other side.
    var (width, height) = (max(box.width, 1e-3), max(box.height, 1e-3))
    var (x, y) = box.isEmpty ? (0, 0) : (box.x1, box.y1)
    if case .radial = shape {
      // Circles stay round: they are those of the square around the box.
      let side = max(width, height)
      (x, y) = (x - (side - width) / 2, y - (side - height) / 2)
      (width, height) = (side, side)
    }
    return Gradient(
      shape, stops: stops,
      transform: Transform.scale(width, height).then(.translation(x: x, y: y)))
  }
}
