import Diagnostics
import Documents
import Graphics

extension Letterhead {
  func picture(ofPage index: Int) -> Picture? { index == 0 ? first : other }
}

extension Letterhead.Picture {
  /// As wide as a sheet, or as high where it would be higher; an artifact.
  func item(on sheet: Size) -> SceneItem {
    let natural = header.naturalSize
    let scale = min(sheet.width / natural.width, sheet.height / natural.height)
    let rect = Rect(x: 0, y: 0, width: natural.width * scale, height: natural.height * scale)
    return SceneItem(
      .image(ImageItem(bytes: bytes, header: header, rect: rect, location: location)))
  }
}

extension Composer {
  /// Says what won't look well of the pictures under the text.
  func checkLetterhead() {
    for picture in [document.letterhead.first, document.letterhead.other].compactMap(\.self) {
      checkColors(of: picture.header, at: picture.location)
      if let share = excess(of: picture.header, drawn: theme.page.size.width) {
        warnOfResolution(share, at: picture.location, hint: "give a larger picture, or an SVG")
      }
    }
  }
}
