import Diagnostics
import Graphics
import Inputs
import Tables

/// A projection as a specification describes it.
struct ProjectionSpec {
  private let properties: Properties
  private let own: Located?

  init(_ own: Located?, _ run: ChartRun) {
    self.own = own
    let config = run.configuration.value("projection")
    properties = Properties(
      [own, config?.value.object == nil ? nil : config], run)
  }

  /// Whether the map is as large as fits, since nothing says how large it is.
  var isFitted: Bool {
    own?.value["scale"]?.isNull ?? true && own?.value["translate"]?.isNull ?? true
  }

  /// Whether the specification says nothing of the projection itself.
  var isEmpty: Bool { own?.value.object?.members.isEmpty ?? true }

  /// Whether two views say the same.
  func agrees(with other: ProjectionSpec) -> Bool {
    let (a, b) = (own?.value.object ?? Object(), other.own?.value.object ?? Object())
    return Set(a.keys) == Set(b.keys) && a.members.allSatisfy { b[$0.key] == $0.value }
  }

  var pointRadius: Double { properties.number("pointRadius") ?? 4.5 }

  private func pair(_ key: String) -> Point? {
    properties.numbers(key).flatMap { $0.count >= 2 ? Point(x: $0[0], y: $0[1]) : nil }
  }

  private func box(_ key: String) -> Bounds? {
    guard let corners = properties.datum(key)?.list, corners.count == 2 else { return nil }
    let numbers = corners.flatMap { ($0.list ?? []).map(\.asNumber) }
    guard numbers.count == 4, numbers.allSatisfy(\.isFinite) else { return nil }
    return Bounds(numbers[0], numbers[1], numbers[2], numbers[3])
  }

  /// The projection in a view of a size, fitted to a geometry where nothing says how large it is.
  func projection(fitting geometry: GeoGeometry, width: Double, height: Double) -> any Projection {
    let name = properties.string("type") ?? ProjectionType.equalEarth.rawValue
    let known = ProjectionType.allCases.map(\.rawValue)
    if ProjectionType(rawValue: name) == nil, name != "albersUsa", name != "identity" {
      properties.run.findings.error(
        "spec.word", "unknown projection \"\(name)\"", at: properties.located("type")?.location,
        hints: Suggestion.hints(for: name, in: known + ["albersUsa", "identity"]))
    }
    let base = base(name)
    if isFitted { return base.fitted(geometry, width: width, height: height) }
    let place = pair("translate") ?? Point(x: width / 2, y: height / 2)
    return base.placed(
      scale: properties.number("scale") ?? standardScale(name), x: place.x, y: place.y)
  }

  private func standardScale(_ name: String) -> Double {
    switch name {
    case "albersUsa": 1070
    case "identity": 1
    default: (ProjectionType(rawValue: name) ?? .equalEarth).standard(parallels: nil).scale
    }
  }

  private func base(_ name: String) -> any Projection {
    let precision = properties.number("precision")
    if name == "albersUsa" { return AlbersUSA(precision: precision) }
    if name == "identity" {
      return PlanarProjection(
        reflectsX: properties.bool("reflectX") ?? false,
        reflectsY: properties.bool("reflectY") ?? false, clipExtent: box("clipExtent"))
    }
    let type = ProjectionType(rawValue: name) ?? .equalEarth
    let parallels = properties.numbers("parallels").flatMap { $0.count == 2 ? $0 : nil }
    var result = type.standard(parallels: parallels)
    if let center = pair("center") {
      // A transverse cylinder lies on its side, and so does its centre.
      result.center = type == .transverseMercator ? Point(x: -center.y, y: center.x) : center
    }
    if let rotate = properties.numbers("rotate"), !rotate.isEmpty {
      result.rotate = Array((rotate + [0, 0, 0]).prefix(3))
      if type == .transverseMercator { result.rotate[2] += 90 }
    }
    if let angle = properties.number("angle") { result.angle = angle }
    if let clip = properties.number("clipAngle") { result.clipAngle = clip > 0 ? clip : nil }
    if let box = box("clipExtent") { result.clipExtent = box }
    if let precision { result.precision = precision }
    result.reflectsX = properties.bool("reflectX") ?? false
    result.reflectsY = properties.bool("reflectY") ?? false
    return result
  }
}
