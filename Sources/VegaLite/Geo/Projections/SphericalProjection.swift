import Graphics

/// A projection with all that can be set of it: turned, cut, scaled, moved.
struct SphericalProjection: Projection {
  var raw: RawProjection
  /// Pixels a radian, at the centre.
  var scale: Double
  var translate = Point(x: 480, y: 250)
  /// The place in the middle, in degrees, after the turn.
  var center = Point(x: 0, y: 0)
  /// Degrees about the poles, then down, then about the line of sight.
  var rotate = [0.0, 0, 0]
  /// The turn of the finished map in degrees.
  var angle = 0.0
  var reflectsX = false
  var reflectsY = false
  /// The angle about the centre that is shown, in degrees; nil for all, cut at the antimeridian.
  var clipAngle: Double?
  var clipExtent: Bounds?
  /// How far a straight line may stray from the curve it stands for.
  var precision = 0.5.squareRoot()

  private static let radians = Double.pi / 180

  func placed(scale: Double, x: Double, y: Double) -> any Projection {
    var result = self
    result.scale = scale
    result.translate = Point(x: x, y: y)
    return result
  }

  var middle: Point { Point(x: center.x - rotate[0], y: center.y - rotate[1]) }

  private var rotation: SphereRotation {
    let turns = (rotate + [0, 0, 0]).prefix(3).map {
      $0.truncatingRemainder(dividingBy: 360) * Self.radians
    }
    return SphereRotation(turns[0], turns[1], turns[2])
  }

  private var clip: any SphereClip {
    guard let clipAngle, clipAngle > 0 else { return AntimeridianClip() }
    return CircleClip(radius: clipAngle * Self.radians)
  }

  /// The map from the raw plane to the picture.
  private var plane: Transform {
    let turn = angle.truncatingRemainder(dividingBy: 360) * Self.radians
    let (cosine, sine) = (Exact.cosine(turn) * scale, Exact.sine(turn) * scale)
    let (sx, sy) = (reflectsX ? -1.0 : 1.0, reflectsY ? -1.0 : 1.0)
    var map = Transform(
      a: cosine * sx, b: -sine * sx, c: -sine * sy, d: -cosine * sy, tx: 0, ty: 0)
    let middle = map.apply(
      raw(
        center.x.truncatingRemainder(dividingBy: 360) * Self.radians,
        center.y.truncatingRemainder(dividingBy: 360) * Self.radians))
    map.tx = translate.x - middle.x
    map.ty = translate.y - middle.y
    return map
  }

  /// What of the plane is shown: a cylinder has no ends, so its map is cut to a square.
  private func frame(_ plane: Transform) -> Bounds? {
    guard raw == .mercator || raw == .transverseMercator else { return clipExtent }
    let reach = Double.pi * scale
    let middle = plane.apply(Point(x: 0, y: 0))
    guard let given = clipExtent else {
      return Bounds(middle.x - reach, middle.y - reach, middle.x + reach, middle.y + reach)
    }
    return raw == .mercator
      ? Bounds(
        max(middle.x - reach, given.x1), given.y1, min(middle.x + reach, given.x2), given.y2)
      : Bounds(
        given.x1, max(middle.y - reach, given.y1), given.x2, min(middle.y + reach, given.y2))
  }

  func point(longitude: Double, latitude: Double) -> Point? {
    let place = rotation.apply(
      Point(x: longitude * Self.radians, y: latitude * Self.radians))
    let point = plane.apply(raw(place.x, place.y))
    return point.x.isFinite && point.y.isFinite ? point : nil
  }

  func shape(_ geometry: GeoGeometry) -> ProjectedShape {
    let plane = plane
    let pipeline = Pipeline(
      rotation: rotation, clip: clip, frame: frame(plane).map { RectangleClip($0) },
      resampling: Resampling(raw: raw, plane: plane, precision: precision))
    return pipeline.shape(geometry)
  }

  /// The way of a geometry: turned, cut on the globe, projected, cut in the plane.
  private struct Pipeline {
    let rotation: SphereRotation
    let clip: any SphereClip
    let frame: RectangleClip?
    let resampling: Resampling

    private func turned(_ line: [Point]) -> [Point] {
      line.map { rotation.apply(Point(x: $0.x * radians, y: $0.y * radians)) }
    }

    func shape(_ geometry: GeoGeometry) -> ProjectedShape {
      var result = ProjectedShape()
      switch geometry {
      case .points(let points):
        result.points = turned(points).filter(clip.isVisible).map(resampling.project).filter {
          frame?.isVisible($0) ?? true
        }
      case .lines(let lines):
        for line in lines {
          for piece in clip.cut(turned(line)).pieces {
            add(resampling.line(piece.map(\.point)), to: &result)
          }
        }
      case .polygons(let polygons):
        for polygon in polygons { add(clip.rings(polygon.map(turned)), to: &result) }
      case .sphere: add([clip.outline], to: &result)
      case .collection(let parts):
        for part in parts { result.add(shape(part)) }
      }
      return result
    }

    private func add(_ line: [Point], to result: inout ProjectedShape) {
      guard let frame else {
        if !line.isEmpty { result.lines.append(line) }
        return
      }
      result.lines += frame.cut(line).pieces.map { $0.map(\.point) }
    }

    private func add(_ rings: [[Point]], to result: inout ProjectedShape) {
      let curved = rings.map(resampling.ring)
      result.rings += frame?.rings(curved) ?? curved
    }
  }
}
