import Graphics

/// A map of the unit sphere onto a plane, y upwards; angles in radians.
///
/// The formulas are those of J. P. Snyder, "Map Projections: A Working Manual" (1987), as d3-geo parametrises them.
enum RawProjection: Sendable, Hashable {
  case azimuthalEqualArea
  case azimuthalEquidistant
  case conicConformal(Double, Double)
  case conicEqualArea(Double, Double)
  case conicEquidistant(Double, Double)
  case equalEarth
  case equirectangular
  case gnomonic
  case mercator
  case mollweide
  case naturalEarth1
  case orthographic
  case stereographic
  case transverseMercator

  func callAsFunction(_ longitude: Double, _ latitude: Double) -> Point {
    switch self {
    case .azimuthalEqualArea, .azimuthalEquidistant, .gnomonic, .orthographic, .stereographic:
      azimuthal(longitude, latitude)
    case .conicConformal(let a, let b): ConicProjection.conformal(a, b, longitude, latitude)
    case .conicEqualArea(let a, let b): ConicProjection.equalArea(a, b, longitude, latitude)
    case .conicEquidistant(let a, let b): ConicProjection.equidistant(a, b, longitude, latitude)
    case .equirectangular: Point(x: longitude, y: latitude)
    case .mercator: Self.mercator(longitude, latitude)
    case .transverseMercator:
      Point(
        x: Exact.logarithm(Exact.tangent((.pi / 2 + latitude) / 2)), y: -longitude)
    case .equalEarth: Self.equalEarth(longitude, latitude)
    case .naturalEarth1: Self.naturalEarth(longitude, latitude)
    case .mollweide: Self.mollweide(longitude, latitude)
    }
  }

  static func mercator(_ longitude: Double, _ latitude: Double) -> Point {
    Point(x: longitude, y: Exact.logarithm(Exact.tangent((.pi / 2 + latitude) / 2)))
  }

  private func azimuthal(_ longitude: Double, _ latitude: Double) -> Point {
    let cosLatitude = Exact.cosine(latitude)
    let cosDistance = Exact.cosine(longitude) * cosLatitude
    let scale: Double
    switch self {
    case .azimuthalEqualArea: scale = (2 / (1 + cosDistance)).squareRoot()
    case .azimuthalEquidistant:
      let distance = Exact.arccosine(cosDistance)
      scale = distance == 0 ? 0 : distance / Exact.sine(distance)
    case .gnomonic: scale = 1 / cosDistance
    case .stereographic: scale = 1 / (1 + cosDistance)
    default: scale = 1
    }
    // The far end of the globe is a circle, of which one point must do.
    guard scale.isFinite else { return Point(x: 2, y: 0) }
    return Point(
      x: scale * cosLatitude * Exact.sine(longitude), y: scale * Exact.sine(latitude))
  }

  /// B. Šavrič, T. Patterson, B. Jenny, "The Equal Earth map projection" (2018).
  private static func equalEarth(_ longitude: Double, _ latitude: Double) -> Point {
    let (a1, a2, a3, a4) = (1.340264, -0.081106, 0.000893, 0.003796)
    let m = 3.0.squareRoot() / 2
    let t = Exact.arcsine(m * Exact.sine(latitude))
    let t2 = t * t
    let t6 = t2 * t2 * t2
    return Point(
      x: longitude * Exact.cosine(t) / (m * (a1 + 3 * a2 * t2 + t6 * (7 * a3 + 9 * a4 * t2))),
      y: t * (a1 + a2 * t2 + t6 * (a3 + a4 * t2)))
  }

  /// B. Šavrič et al., "A polynomial equation for the Natural Earth projection" (2011).
  private static func naturalEarth(_ longitude: Double, _ latitude: Double) -> Point {
    let p2 = latitude * latitude
    let p4 = p2 * p2
    return Point(
      x: longitude
        * (0.8707 - 0.131979 * p2 + p4 * (-0.013791 + p4 * (0.003971 * p2 - 0.001529 * p4))),
      y: latitude
        * (1.007226 + p2 * (0.015085 + p4 * (-0.044475 + 0.028874 * p2 - 0.005916 * p4))))
  }

  private static func mollweide(_ longitude: Double, _ latitude: Double) -> Point {
    var angle = latitude
    let wanted = Double.pi * Exact.sine(latitude)
    for _ in 0..<30 {
      let step = (angle + Exact.sine(angle) - wanted) / (1 + Exact.cosine(angle))
      guard step.isFinite else { break }
      angle -= step
      if abs(step) <= 1e-6 { break }
    }
    let root = 2.0.squareRoot()
    return Point(
      x: root / (.pi / 2) * longitude * Exact.cosine(angle / 2), y: root * Exact.sine(angle / 2))
  }
}
