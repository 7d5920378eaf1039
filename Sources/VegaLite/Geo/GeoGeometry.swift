import Graphics
import Tables

/// Places on earth, in degrees: `x` is the longitude, `y` the latitude (RFC 7946).
indirect enum GeoGeometry: Sendable {
  case points([Point])
  case lines([[Point]])
  /// Each polygon a list of rings: its outline, then its holes.
  case polygons([[[Point]]])
  case collection([GeoGeometry])
  /// The whole globe.
  case sphere

  /// Reads a geometry, a feature or a collection; nil for what is none.
  init?(_ datum: Datum) {
    guard let record = datum.record, let type = record["type"]?.string else { return nil }
    let coordinates = record["coordinates"] ?? .null
    switch type {
    case "Sphere": self = .sphere
    case "Feature":
      guard let geometry = record["geometry"].flatMap({ GeoGeometry($0) }) else { return nil }
      self = geometry
    case "FeatureCollection":
      self = .collection((record["features"]?.list ?? []).compactMap { GeoGeometry($0) })
    case "GeometryCollection":
      self = .collection((record["geometries"]?.list ?? []).compactMap { GeoGeometry($0) })
    case "Point": self = .points([Self.point(coordinates)].compactMap { $0 })
    case "MultiPoint": self = .points(Self.line(coordinates))
    case "LineString": self = .lines([Self.line(coordinates)])
    case "MultiLineString": self = .lines(Self.rings(coordinates))
    case "Polygon": self = .polygons([Self.rings(coordinates)])
    case "MultiPolygon": self = .polygons((coordinates.list ?? []).map(Self.rings))
    default: return nil
    }
  }

  /// The geometry in a row of a table that features were read into.
  init?(row: Int, of frame: Frame) {
    self.init(frame.record(row))
  }

  private static func point(_ datum: Datum) -> Point? {
    guard let parts = datum.list, parts.count >= 2 else { return nil }
    let (x, y) = (parts[0].asNumber, parts[1].asNumber)
    return x.isFinite && y.isFinite ? Point(x: x, y: y) : nil
  }

  private static func line(_ datum: Datum) -> [Point] { (datum.list ?? []).compactMap(point) }

  private static func rings(_ datum: Datum) -> [[Point]] { (datum.list ?? []).map(line) }
}
