import Graphics

/// Coordinates as they are, scaled and moved: for geometry that is no longer on the globe.
struct PlanarProjection: Projection {
  var scale = 1.0
  var translate = Point(x: 0, y: 0)
  var reflectsX = false
  var reflectsY = false
  var clipExtent: Bounds?

  private var map: Transform {
    Transform(
      a: reflectsX ? -scale : scale, b: 0, c: 0, d: reflectsY ? -scale : scale,
      tx: translate.x, ty: translate.y)
  }

  var middle: Point { .zero }

  func placed(scale: Double, x: Double, y: Double) -> any Projection {
    var result = self
    result.scale = scale
    result.translate = Point(x: x, y: y)
    return result
  }

  func point(longitude: Double, latitude: Double) -> Point? {
    map.apply(Point(x: longitude, y: latitude))
  }

  func shape(_ geometry: GeoGeometry) -> ProjectedShape {
    let (map, clip) = (map, clipExtent.map { RectangleClip($0) })
    var result = ProjectedShape()
    switch geometry {
    case .points(let points):
      result.points = points.map(map.apply).filter { clip?.isVisible($0) ?? true }
    case .lines(let lines):
      for line in lines.map({ $0.map(map.apply) }) {
        result.lines += clip?.cut(line).pieces.map { $0.map(\.point) } ?? [line]
      }
    case .polygons(let polygons):
      for polygon in polygons {
        let rings = polygon.map { ring in
          (ring.first == ring.last ? ring.dropLast() : ring[...]).map(map.apply)
        }
        result.rings += clip?.rings(rings) ?? rings
      }
    case .collection(let parts):
      for part in parts { result.add(shape(part)) }
    case .sphere: break
    }
    return result
  }
}
