import Diagnostics
import Documents
import Graphics

extension Composer {
  /// A picture on the baseline: as high as the type, or as its author wants it and a line has room for.
  func picture(_ mark: InlinePicture.Mark, _ style: TextStyle, to text: inout StyledText) {
    guard let picture = document.pictures[mark.number] else { return }
    let natural = picture.header.naturalSize
    let wanted = picture.attributes["height"].flatMap(Length.points) ?? style.size
    let most = style.size * Self.highestInLine
    let height = min(wanted, most)
    if wanted > most + 0.1 {
      warn(
        "figure.inline",
        "a picture in a line is at most \(Self.inTenths(most)) high here, not "
          + Self.inTenths(wanted),
        at: picture.location,
        hints: ["put it into a paragraph of its own, or write a smaller height"])
    }
    let size = Size(width: height * natural.width / natural.height, height: height)
    checkColors(of: picture.header, at: picture.location)
    let rect = Rect(x: 0, y: -height, width: size.width, height: height)
    text.append(
      ImageItem(
        bytes: picture.bytes, header: picture.header, rect: rect, location: picture.location),
      alt: mark.alt, style)
  }

  /// The height of a picture in a line as a multiple of the type's size: it reaches no higher than ascenders do.
  private static let highestInLine = 1.2

  private static func inTenths(_ points: Double) -> String {
    let tenths = Int((points / Length.millimetres(1) * 10).rounded())
    return "\(tenths / 10).\(tenths % 10) mm"
  }
}
