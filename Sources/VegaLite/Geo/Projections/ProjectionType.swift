import Graphics

/// The projections of the whole globe by their names, with what each begins with (d3-geo's values).
enum ProjectionType: String, CaseIterable, Sendable {
  case albers, azimuthalEqualArea, azimuthalEquidistant, conicConformal, conicEqualArea
  case conicEquidistant, equalEarth, equirectangular, gnomonic, mercator, mollweide
  case naturalEarth1, orthographic, stereographic, transverseMercator

  /// The projection as it is where nothing is set; `parallels` in degrees, for cones.
  func standard(parallels given: [Double]?) -> SphericalProjection {
    func cone(_ first: Double, _ second: Double) -> (Double, Double) {
      let radians = Double.pi / 180
      return ((given?[0] ?? first) * radians, (given?[1] ?? second) * radians)
    }
    switch self {
    case .albers:
      let (a, b) = cone(29.5, 45.5)
      return SphericalProjection(
        raw: .conicEqualArea(a, b), scale: 1070, center: Point(x: -0.6, y: 38.7),
        rotate: [96, 0, 0])
    case .azimuthalEqualArea:
      return SphericalProjection(
        raw: .azimuthalEqualArea, scale: 124.75, clipAngle: 180 - 1e-3)
    case .azimuthalEquidistant:
      return SphericalProjection(
        raw: .azimuthalEquidistant, scale: 79.4188, clipAngle: 180 - 1e-3)
    case .conicConformal:
      let (a, b) = cone(30, 30)
      return SphericalProjection(raw: .conicConformal(a, b), scale: 109.5)
    case .conicEqualArea:
      let (a, b) = cone(0, 60)
      return SphericalProjection(
        raw: .conicEqualArea(a, b), scale: 155.424, center: Point(x: 0, y: 33.6442))
    case .conicEquidistant:
      let (a, b) = cone(0, 60)
      return SphericalProjection(
        raw: .conicEquidistant(a, b), scale: 131.154, center: Point(x: 0, y: 13.9389))
    case .equalEarth: return SphericalProjection(raw: .equalEarth, scale: 177.158)
    case .equirectangular: return SphericalProjection(raw: .equirectangular, scale: 152.63)
    case .gnomonic: return SphericalProjection(raw: .gnomonic, scale: 144.049, clipAngle: 60)
    case .mercator: return SphericalProjection(raw: .mercator, scale: 961 / (2 * .pi))
    case .mollweide: return SphericalProjection(raw: .mollweide, scale: 169.529)
    case .naturalEarth1: return SphericalProjection(raw: .naturalEarth1, scale: 175.295)
    case .orthographic:
      return SphericalProjection(raw: .orthographic, scale: 249.5, clipAngle: 90 + 1e-6)
    case .stereographic:
      return SphericalProjection(raw: .stereographic, scale: 250, clipAngle: 142)
    case .transverseMercator:
      return SphericalProjection(raw: .transverseMercator, scale: 159.155, rotate: [0, 0, 90])
    }
  }
}
