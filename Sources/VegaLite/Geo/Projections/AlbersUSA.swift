import Graphics

/// The United States with Alaska and Hawaii below the others, each in a projection of its own.
struct AlbersUSA: Projection {
  private let parts: [SphericalProjection]

  init(scale: Double = 1070, translate: Point = Point(x: 480, y: 250), precision: Double? = nil) {
    func conic(_ parallels: (Double, Double), _ rotate: Double, _ center: Point)
      -> SphericalProjection
    {
      let radians = Double.pi / 180
      var part = SphericalProjection(
        raw: .conicEqualArea(parallels.0 * radians, parallels.1 * radians), scale: scale,
        translate: translate, center: center, rotate: [rotate, 0, 0])
      if let precision { part.precision = precision }
      return part
    }
    let (x, y) = (translate.x, translate.y)
    let epsilon = 1e-6
    var main = conic((29.5, 45.5), 96, Point(x: -0.6, y: 38.7))
    main.clipExtent = Bounds(
      x - 0.455 * scale, y - 0.238 * scale, x + 0.455 * scale, y + 0.238 * scale)
    var alaska = conic((55, 65), 154, Point(x: -2, y: 58.5))
    alaska.scale = scale * 0.35
    alaska.translate = Point(x: x - 0.307 * scale, y: y + 0.201 * scale)
    alaska.clipExtent = Bounds(
      x - 0.425 * scale + epsilon, y + 0.120 * scale + epsilon, x - 0.214 * scale - epsilon,
      y + 0.234 * scale - epsilon)
    var hawaii = conic((8, 18), 157, Point(x: -3, y: 19.9))
    hawaii.translate = Point(x: x - 0.205 * scale, y: y + 0.212 * scale)
    hawaii.clipExtent = Bounds(
      x - 0.214 * scale + epsilon, y + 0.166 * scale + epsilon, x - 0.115 * scale - epsilon,
      y + 0.234 * scale - epsilon)
    parts = [main, alaska, hawaii]
  }

  func placed(scale: Double, x: Double, y: Double) -> any Projection {
    AlbersUSA(scale: scale, translate: Point(x: x, y: y), precision: parts[0].precision)
  }

  var middle: Point { parts[0].middle }

  /// Nil for what lies in none of the three.
  func point(longitude: Double, latitude: Double) -> Point? {
    for part in parts {
      let place = GeoGeometry.points([Point(x: longitude, y: latitude)])
      if let point = part.shape(place).points.first { return point }
    }
    return nil
  }

  func shape(_ geometry: GeoGeometry) -> ProjectedShape {
    var result = ProjectedShape()
    for part in parts { result.add(part.shape(geometry)) }
    return result
  }
}
