import Diagnostics
import Graphics
import Inputs
import Tables

/// Images, one for each row.
enum ImageMark {
  static let defaults: Value = [:]

  static func draw(_ frame: UnitFrame) -> Picture {
    let positions = PositionEncoder(frame: frame)
    let x = positions.point(.x, .middle) ?? { _ in .nan }
    let y = positions.point(.y, .middle) ?? { _ in .nan }
    let visual = VisualEncoder(frame: frame)
    let properties = frame.mark.properties
    let url = visual.output(.url)
    let width = visual.property("width", standard: .nan)
    let height = visual.property("height", standard: .nan)
    let keepsAspect = properties.bool("aspect") ?? true
    let alignX = Alignment(frame.mark, .x, standard: .middle)
    let alignY = Alignment(frame.mark, .y, standard: .middle)
    let opacity = visual.number(.opacity, property: "opacity", standard: 1)
    var picture = Picture()
    for row in MarkOrder(frame: frame).rows(Array(0..<frame.rows.count)) {
      let (px, py) = (x(row), y(row))
      guard px.isFinite, py.isFinite, let path = text(url?(row)) ?? properties.string("url"),
        let image = frame.run.image(path, at: frame.unit.location)
      else { continue }
      let natural = image.header.uprightSize
      let size = self.size(
        given: (width(row), height(row)), natural: natural, keepsAspect: keepsAspect)
      let (left, right) = alignX.interval(px, size.width)
      let (top, bottom) = alignY.interval(py, size.height)
      let place = Rect(x: left, y: top, width: right - left, height: bottom - top)
      let rect = keepsAspect ? fitted(natural, in: place) : place
      let box = Bounds(place.x, place.y, place.maxX, place.maxY)
      picture.bounds.union(box)
      guard rect.width > 0, rect.height > 0, opacity(row) > 0 else { continue }
      let item = SceneItem(
        .image(
          ImageItem(
            bytes: image.bytes, header: image.header, rect: rect, location: frame.unit.location)))
      picture.add(
        opacity(row) < 1
          ? SceneItem(.group(SceneGroup([item], opacity: opacity(row)))) : item, bounds: box)
    }
    return picture
  }

  private static func text(_ output: ScaleOutput?) -> String? {
    if case .text(let text)? = output { text } else { nil }
  }

  /// The size of the place for an image: what is given, the rest from the image's own.
  private static func size(
    given: (Double, Double), natural: Size, keepsAspect: Bool
  ) -> Size {
    let (width, height) = given
    let ratio = natural.height > 0 ? natural.width / natural.height : 1
    return Size(
      width: width.isFinite
        ? width : keepsAspect && height.isFinite ? height * ratio : natural.width,
      height: height.isFinite
        ? height : keepsAspect && width.isFinite ? width / ratio : natural.height)
  }

  /// The largest rectangle of an image's shape in the middle of a place.
  private static func fitted(_ natural: Size, in place: Rect) -> Rect {
    guard natural.width > 0, natural.height > 0 else { return place }
    let scale = min(place.width / natural.width, place.height / natural.height)
    let (width, height) = (natural.width * scale, natural.height * scale)
    return Rect(
      x: place.x + (place.width - width) / 2, y: place.y + (place.height - height) / 2,
      width: width, height: height)
  }
}
