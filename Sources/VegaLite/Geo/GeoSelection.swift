import Graphics
import Tables

/// An interval of longitudes and latitudes that is selected at first: a rectangle of the picture, not of the globe.
struct GeoSelection {
  let longitude: FieldPath
  let latitude: FieldPath
  let projection: any Projection
  let box: Bounds

  /// Nil where the selection isn't of that kind.
  init?(
    _ name: String, _ unit: UnitSpec, _ projection: any Projection, size: Size, _ run: ChartRun
  ) {
    guard let x = unit.encoding[.longitude], let y = unit.encoding[.latitude], x.isField, y.isField
    else { return nil }
    func ends(_ channel: Channel) -> [Double]? {
      let ends = run.selections.ends(name, along: channel)?.map(\.asNumber) ?? []
      return ends.count == 2 && ends.allSatisfy(\.isFinite) ? ends : nil
    }
    let (longitudes, latitudes) = (ends(.longitude), ends(.latitude))
    guard longitudes != nil || latitudes != nil else { return nil }
    let middle =
      projection.place(at: Point(x: size.width / 2, y: size.height / 2)) ?? projection.middle
    var box = Bounds()
    for index in 0...1 {
      let corner =
        projection.point(
          longitude: longitudes?[index] ?? middle.x, latitude: latitudes?[index] ?? middle.y)
        ?? .zero
      box.add(corner.x, corner.y)
    }
    if longitudes == nil { (box.x1, box.x2) = (0, size.width) }
    if latitudes == nil { (box.y1, box.y2) = (0, size.height) }
    (longitude, latitude, self.projection, self.box) = (x.column, y.column, projection, box)
  }

  func holds(_ frame: Frame, _ row: Int) -> Bool {
    let place = Point(
      x: longitude.cell(frame, row).asNumber, y: latitude.cell(frame, row).asNumber)
    guard place.x.isFinite, place.y.isFinite else { return false }
    let point = projection.point(longitude: place.x, latitude: place.y) ?? .zero
    return point.x >= box.x1 && point.x <= box.x2 && point.y >= box.y1 && point.y <= box.y2
  }
}

extension Projection {
  /// The place that comes to lie at a point, in degrees, found by Newton's method; nil where there is none.
  func place(at wanted: Point) -> Point? {
    var place = middle
    let step = 1e-4
    for _ in 0..<50 {
      guard let here = point(longitude: place.x, latitude: place.y),
        let east = point(longitude: place.x + step, latitude: place.y),
        let north = point(longitude: place.x, latitude: place.y + step)
      else { return nil }
      let (dx, dy) = (wanted.x - here.x, wanted.y - here.y)
      if abs(dx) < 1e-6, abs(dy) < 1e-6 { return place }
      let (a, b) = ((east.x - here.x) / step, (north.x - here.x) / step)
      let (c, d) = ((east.y - here.y) / step, (north.y - here.y) / step)
      let determinant = a * d - b * c
      guard determinant != 0, determinant.isFinite else { return nil }
      place.x += min(max((d * dx - b * dy) / determinant, -30), 30)
      place.y += min(max((a * dy - c * dx) / determinant, -30), 30)
    }
    return nil
  }
}
