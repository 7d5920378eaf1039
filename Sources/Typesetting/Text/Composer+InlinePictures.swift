import Diagnostics
import Documents
import Graphics

extension Composer {
  /// A picture on the baseline: as high as the type, or as its author wants it and a line has room for.
  func picture(_ mark: InlinePicture.Mark, _ style: TextStyle, to text: inout StyledText) {
    guard let picture = document.pictures[mark.number] else { return }
    let natural = picture.header.naturalSize
    let wanted = picture.attributes["height"].flatMap(Length.points) ?? style.size
    let shape = natural.width / natural.height
    let most = style.size * min(Self.highest, Self.widest / shape)
    let size = Size(width: min(wanted, most) * shape, height: min(wanted, most))
    if wanted > most + 0.1 {
      warnOnce(
        "figure.inline",
        "a picture in a line is at most \(Self.inTenths(most)) high here, not "
          + Self.inTenths(wanted), at: picture.location,
        hint: "put it into a paragraph of its own, or write a smaller height")
    }
    checkColors(of: picture.header, at: picture.location)
    if let share = excess(of: picture.header, drawn: size.width) {
      warnOfResolution(share, at: picture.location, hint: "give a larger picture")
    }
    let rect = Rect(x: 0, y: -size.height, width: size.width, height: size.height)
    text.append(
      ImageItem(
        bytes: picture.bytes, header: picture.header, rect: rect, location: picture.location),
      alt: mark.alt, style)
  }

  /// The height and width of a picture in a line, in ems: it reaches no higher than ascenders do, and is no wider than words are.
  private static let highest = 1.2
  private static let widest = 15.0

  private static func inTenths(_ points: Double) -> String {
    let tenths = Int((points / Length.millimetres(1) * 10).rounded())
    return "\(tenths / 10).\(tenths % 10) mm"
  }
}
