import Graphics
import Tables

/// Which columns, or constants, give the places of a view's marks on earth.
struct GeoChannels {
  let longitude: ChannelDefinition?
  let latitude: ChannelDefinition?

  /// The channels of the first or second place; nil where neither is encoded.
  init?(_ encoding: Encoding, second: Bool = false) {
    longitude = encoding[second ? .longitude2 : .longitude]
    latitude = encoding[second ? .latitude2 : .latitude]
    if longitude == nil, latitude == nil { return nil }
  }

  /// Longitude and latitude of each row, in degrees; NaN where there is none.
  func places(_ frame: Frame, _ run: ChartRun) -> [Point] {
    let (xs, ys) = (numbers(longitude, frame, run), numbers(latitude, frame, run))
    return zip(xs, ys).map { Point(x: $0, y: $1) }
  }

  private func numbers(
    _ definition: ChannelDefinition?, _ frame: Frame, _ run: ChartRun
  ) -> [Double] {
    guard let definition else { return [Double](repeating: .nan, count: frame.count) }
    if definition.isField { return frame.cells(definition.column).map(\.asNumber) }
    let constant = (definition.datum ?? definition.value)?.evaluate(run)?.asNumber ?? .nan
    return [Double](repeating: constant, count: frame.count)
  }

  /// The places that a map is fitted to: nulls aside.
  func geometry(_ frame: Frame, _ run: ChartRun) -> GeoGeometry {
    func isNull(_ definition: ChannelDefinition?) -> [Bool] {
      guard let definition, definition.isField else {
        return [Bool](repeating: false, count: frame.count)
      }
      return frame.cells(definition.column).map(\.isNull)
    }
    let (noX, noY) = (isNull(longitude), isNull(latitude))
    let places = places(frame, run).enumerated().filter { index, place in
      !noX[index] && !noY[index] && place.x.isFinite && place.y.isFinite
    }
    return .points(places.map(\.element))
  }
}

/// Where the marks of a view lie in the picture, by a projection.
struct GeoPlaces {
  /// A place that the projection doesn't have is the view's corner, as in Vega.
  let first: [Point]
  let second: [Point]?

  /// Nil for a view without geographic channels.
  init?(_ encoding: Encoding, _ frame: Frame, _ projection: (any Projection)?, _ run: ChartRun) {
    guard let projection, let channels = GeoChannels(encoding) else { return nil }
    func placed(_ channels: GeoChannels) -> [Point] {
      channels.places(frame, run).map { place in
        guard place.x.isFinite, place.y.isFinite else { return .zero }
        return projection.point(longitude: place.x, latitude: place.y) ?? .zero
      }
    }
    first = placed(channels)
    second = GeoChannels(encoding, second: true).map(placed)
  }

  /// The coordinate of a channel for each row; nil where it has none.
  func values(_ channel: Channel) -> RowValue<Double>? {
    let places = channel == .x || channel == .y ? first : second
    guard let places else { return nil }
    return channel.main == .x ? { places[$0].x } : { places[$0].y }
  }
}
