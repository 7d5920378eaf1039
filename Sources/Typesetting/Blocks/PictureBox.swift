import Documents
import Graphics

/// The box that a picture takes up in the text, and where the picture lies in it.
struct PictureBox {
  /// As its author wants it, before it is made to fit the place.
  let wanted: Size
  let size: Size
  /// The whole picture, in the box's own coordinates.
  let picture: Rect
  let fit: PictureFit

  /// - Parameters:
  ///   - natural: The picture's own size.
  ///   - room: What the place has; a larger box is made smaller, its shape kept.
  init(natural: Size, attributes: Attributes, room: Size) {
    let width = attributes["width"].flatMap {
      Length.share($0).map { $0 * room.width } ?? Length.points($0)
    }
    let height = attributes["height"].flatMap(Length.points)
    fit = attributes[PictureFit.key].flatMap(PictureFit.init) ?? .contain
    let position =
      attributes[PicturePosition.key].flatMap(PicturePosition.init) ?? .center
    let shape = natural.width / natural.height
    wanted =
      switch (width, height) {
      case (let width?, let height?): Size(width: width, height: height)
      case (let width?, nil): Size(width: width, height: width / shape)
      case (nil, let height?): Size(width: height * shape, height: height)
      case (nil, nil): natural
      }
    let scale = min(1, room.width / wanted.width, max(room.height, 1) / wanted.height)
    size = Size(width: wanted.width * scale, height: wanted.height * scale)
    let (across, down) = (size.width / natural.width, size.height / natural.height)
    let factor =
      switch fit {
      case .contain: min(across, down)
      case .cover: max(across, down)
      }
    let drawn = Size(width: natural.width * factor, height: natural.height * factor)
    picture = Rect(
      x: (size.width - drawn.width) * position.left,
      y: (size.height - drawn.height) * position.top, width: drawn.width, height: drawn.height)
  }

  /// Whether the box is smaller than its author wants it; a hair isn't worth a word.
  var isReduced: Bool { size.height < wanted.height - 0.5 || size.width < wanted.width - 0.5 }

  /// Whether a part of the picture lies outside.
  var crops: Bool {
    picture.width > size.width + 0.01 || picture.height > size.height + 0.01
  }
}
