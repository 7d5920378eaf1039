import Diagnostics
import Documents
import Graphics

extension Composer {
  /// A picture at its own size or in the box wanted, smaller where there is no room for that.
  func picture(
    _ bytes: [UInt8], _ header: ImageHeader, of figure: Figure, _ attributes: Attributes,
    in room: Size
  ) -> FlowItem {
    var box = PictureBox(natural: header.naturalSize, attributes: attributes, room: room)
    if box.isReduced, attributes["width"] != nil || attributes["height"] != nil {
      warn(
        "figure.size",
        "the picture would be \(Self.shown(box.wanted)) and was made smaller, to "
          + Self.shown(box.size),
        hints: ["write a smaller width or height, or none"])
    }
    if document.figureScale < 1 {
      let less = Size(width: room.width, height: box.size.height * document.figureScale)
      box = PictureBox(natural: header.naturalSize, attributes: attributes, room: less)
    }
    checkColors(of: header)
    checkResolution(of: header, in: box)
    // An empty `alt` says that it is decoration, as in HTML.
    let isDecoration = figure.alt == "" && figure.caption.isEmpty
    let leaf =
      isDecoration
      ? nil : structure.leaf(Structure.Node(.figure, alt: alternative(figure, nil)))
    let image = ImageItem(bytes: bytes, header: header, rect: box.picture, location: place)
    let index = add(
      PlacedFigure(content: .picture(image, isCropped: box.crops), size: box.size, leaf: leaf))
    var item = FlowItem(
      .box([Fragment(x: 0, y: 0, .figure(index))]), height: box.size.height)
    // A chart brings room at its edges, a picture none.
    item.before = theme[.note].before
    return item
  }

  /// Says what of a picture's colours won't look as its author expects.
  func checkColors(of header: ImageHeader, at location: SourceLocation? = nil) {
    if header.isCMYK {
      warnOnce(
        "picture.cmyk",
        "the picture's colours are those of printing inks (CMYK); they are converted simply",
        at: location, hint: "save the picture in RGB")
    }
  }

  /// Says where a picture is too coarse or too small to be seen.
  private func checkResolution(of header: ImageHeader, in box: PictureBox) {
    guard header.drawingSize == nil else { return }
    let drawn = max(box.size.width, box.size.height)
    guard drawn >= Length.millimetres(1) else {
      return warn(
        "picture.tiny",
        "the picture of \(header.width) × \(header.height) pixels can hardly be seen",
        hints: ["give a larger picture, or write a width"])
    }
    guard let share = excess(of: header, drawn: box.picture.width) else { return }
    let fitting = Int((box.size.width * share / Length.millimetres(1)).rounded(.down))
    warnOfResolution(
      share,
      hint: box.fit == .contain && fitting >= 5
        ? "write width=\(fitting)mm, or give a larger picture" : "give a larger picture")
  }

  /// How much smaller a picture of pixels would have to be to look well in print; nil where it does.
  func excess(of header: ImageHeader, drawn width: Double) -> Double? {
    guard header.drawingSize == nil else { return nil }
    let resolution = header.uprightSize.width * 72 / width
    let least = ImageHeader.standardResolution
    return resolution < least - 0.5 ? resolution / least : nil
  }

  func warnOfResolution(_ share: Double, at location: SourceLocation? = nil, hint: String) {
    let least = ImageHeader.standardResolution
    warnOnce(
      "picture.resolution",
      "the picture has \(Int((share * least).rounded())) pixels an inch at this size; "
        + "below \(Int(least)) it looks coarse in print", at: location, hint: hint)
  }

  /// Warns of what is wrong with one picture, however often it is composed.
  func warnOnce(_ id: String, _ message: String, at location: SourceLocation?, hint: String) {
    let location = location ?? place
    guard !diagnostics.contains(where: { $0.id == id && $0.location == location }) else { return }
    warn(id, message, at: location, hints: [hint])
  }

  private static func shown(_ size: Size) -> String {
    "\(shown(size.width)) × \(shown(size.height))"
  }
}

extension Figure {
  var isPicture: Bool {
    if case .image = content { true } else { false }
  }
}
