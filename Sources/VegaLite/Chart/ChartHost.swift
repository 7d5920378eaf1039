import Graphics
import Inputs
import Tables

/// Answers the functions of expressions that reach into the chart: its scales, its data, its colours.
final class ChartHost: ExpressionHost {
  /// The scales of the view that is being drawn, by their channels.
  var scales: [Channel: Scale] = [:]
  /// The rows of data that has a name.
  var data: (String) -> Frame? = { _ in nil }
  /// Where a place on earth lies in the view being drawn, and the other way round.
  var projection: (any Projection)?

  func call(_ function: HostFunction, _ arguments: [Datum]) -> Datum? {
    let name = arguments.first?.string ?? ""
    func argument(_ index: Int) -> Datum { index < arguments.count ? arguments[index] : .null }
    switch function {
    case .scale:
      if let projection, name.hasSuffix("projection") {
        let place = (argument(1).list ?? []).map(\.asNumber)
        guard place.count == 2 else { return .null }
        return projection.point(longitude: place[0], latitude: place[1]).map {
          [.number($0.x), .number($0.y)]
        } ?? .null
      }
      return scale(name).map { $0.output(argument(1)).map(Self.datum) ?? .null } ?? .null
    case .invert:
      if let projection, name.hasSuffix("projection") {
        let place = (argument(1).list ?? []).map(\.asNumber)
        guard place.count == 2 else { return .null }
        return projection.place(at: Point(x: place[0], y: place[1])).map {
          [.number($0.x), .number($0.y)]
        } ?? .null
      }
      return scale(name).map { Self.inverted($0, argument(1)) } ?? .null
    case .domain: return scale(name).map { .list($0.domain) } ?? []
    case .range:
      return scale(name).map { [.number($0.range.0), .number($0.range.1)] } ?? []
    case .bandwidth: return scale(name).map { .number($0.bandwidth) } ?? 0
    case .data:
      guard let frame = data(name) else { return [] }
      return .list((0..<frame.count).map { frame.record($0) })
    case .indata:
      guard let frame = data(name), let field = argument(1).string else { return false }
      return .bool(frame.cells(FieldPath(field)).contains(argument(2)))
    case .rgb, .hsl, .lab, .hcl: return Self.color(function, arguments)
    case .luminance:
      return Self.color(argument(0)).map { .number($0.luminance) } ?? .number(.nan)
    case .contrast:
      guard let a = Self.color(argument(0)), let b = Self.color(argument(1)) else {
        return .number(.nan)
      }
      return .number(a.contrast(with: b))
    case .containerSize, .windowSize, .screen: return [.null, .null]
    case .bandspace, .copy, .gradient, .geoArea, .geoBounds, .geoCentroid, .geoScale: return nil
    }
  }

  /// The scale of a channel; Vega-Lite puts the names of views before the channel's.
  private func scale(_ name: String) -> Scale? {
    let last = name.split(separator: "_").last.map { String($0) } ?? name
    return Channel(rawValue: last).flatMap { scales[$0] }
  }

  private static func datum(_ output: ScaleOutput) -> Datum {
    switch output {
    case .number(let number): .number(number)
    case .color(let color): color.map { .string($0.hex) } ?? .null
    case .text(let text): .string(text)
    case .dash(let lengths): .list(lengths.map { .number($0) })
    }
  }

  private static func inverted(_ scale: Scale, _ place: Datum) -> Datum {
    switch scale.mapping {
    case .continuous(let continuous):
      let value = continuous.invert(place.asNumber)
      return scale.type.isTemporal ? .date(value) : .number(value)
    case .band(let band):
      return scale.domain.indices.first { index in
        let start = band(index)
        return place.asNumber >= start && place.asNumber <= start + band.bandwidth
      }.map { scale.domain[$0] } ?? .null
    case .ramp, .ordinal, .classes: return .null
    }
  }

  private static func color(_ datum: Datum) -> Color? {
    datum.string.flatMap { ColorParser.color($0) ?? nil }
  }

  /// A colour of components, or one that is given as text, written as text.
  private static func color(_ function: HostFunction, _ arguments: [Datum]) -> Datum {
    if arguments.count == 1 { return arguments[0] }
    let parts = arguments.map(\.asNumber)
    guard parts.count >= 3, parts.allSatisfy(\.isFinite) else { return .null }
    let alpha = parts.count > 3 ? min(max(parts[3], 0), 1) : 1
    let color: Color
    switch function {
    case .hsl:
      color = HSL(hue: parts[0], saturation: parts[1], lightness: parts[2]).color(alpha: alpha)
    case .lab:
      color = Lab(lightness: parts[0], a: parts[1], b: parts[2]).color(alpha: alpha)
    case .hcl:
      color = HCL(hue: parts[0], chroma: parts[1], lightness: parts[2]).color(alpha: alpha)
    default:
      color = Color(
        red: min(max(parts[0] / 255, 0), 1), green: min(max(parts[1] / 255, 0), 1),
        blue: min(max(parts[2] / 255, 0), 1), alpha: alpha)
    }
    return .string(color.hex)
  }
}
