import Diagnostics
import Graphics

/// The text of one SVG file as it grows (SVG 1.1, which all office programs read).
struct SVGWriter {
  private(set) var text = TextBuffer()
  private let options: SVGOptions
  private let fonts: FontLibrary
  private let outlines: GlyphOutlines?
  /// Ids of the clip paths written so far, by their shape.
  private var clips: [String: String] = [:]
  /// Ids of the gradients written so far.
  private var gradients: [Gradient: String] = [:]
  /// The font families of the faces met so far, as CSS lists them.
  private var families: [FaceID: String] = [:]
  /// Those that elements inherit.
  private var inheritedFamilies: String?

  init(options: SVGOptions, fonts: FontLibrary, outlines: GlyphOutlines?) {
    self.options = options
    self.fonts = fonts
    self.outlines = outlines
  }

  mutating func write(_ scene: Scene) throws(DiagnosticError) {
    let width = DecimalText.text(scene.size.width)
    let height = DecimalText.text(scene.size.height)
    text += "<svg xmlns=\"http://www.w3.org/2000/svg\""
    if scene.items.contains(where: \.needsXLink) {
      text += " xmlns:xlink=\"http://www.w3.org/1999/xlink\""
    }
    let (shownWidth, shownHeight) = (
      DecimalText.text(scene.size.width * options.magnification),
      DecimalText.text(scene.size.height * options.magnification)
    )
    text += " width=\"\(shownWidth)\" height=\"\(shownHeight)\" viewBox=\"0 0 \(width) \(height)\""
    if let language = options.language { text += " xml:lang=\"\(language.xml)\"" }
    let labels = [
      options.title.map { ("title", $0) }, options.description.map { ("desc", $0) },
    ].compactMap { $0 }
    text += " role=\"img\""
    // Said once here, not on every element.
    inheritedFamilies = scene.items.firstFace.flatMap { fonts.face($0) }.map { families(of: $0) }
    if outlines == nil, let inheritedFamilies {
      text += " font-family=\"\(inheritedFamilies.xml)\""
    }
    text += " stroke-miterlimit=\"10\""
    if !labels.isEmpty {
      let ids = labels.map { options.idPrefix + $0.0 }.joined(separator: " ")
      text += " aria-labelledby=\"\(ids.xml)\""
    }
    text += ">\n"
    for (name, content) in labels {
      text += "<\(name) id=\"\((options.idPrefix + name).xml)\">\(content.xml)</\(name)>\n"
    }
    if let background = options.background {
      text += "<rect width=\"\(width)\" height=\"\(height)\""
      appendPaint("fill", background)
      text += "/>\n"
    }
    try write(scene.items)
    text += "</svg>\n"
  }

  private mutating func write(_ items: [SceneItem]) throws(DiagnosticError) {
    for item in items {
      switch item.content {
      case .glyphs(let run): try write(run)
      case .path(let path): write(path)
      case .image(let image): write(image)
      case .group(let group): try write(group)
      case .link(let link): write(link)
      }
    }
  }

  private mutating func write(_ run: GlyphRun) throws(DiagnosticError) {
    if let outlines {
      let path = try outlines.path(of: run)
      write(PathItem(path, fill: run.style.color, stroke: run.outline))
    } else {
      guard let face = fonts.face(run.face) else {
        throw RenderingFault.internal("a glyph run names a face that isn't among the fonts")
      }
      text += SVGText.element(
        run, face: face, families: families(of: face), inherited: inheritedFamilies)
    }
  }

  private mutating func families(of face: FontFace) -> String {
    if let known = families[face.id] { return known }
    let listed = SVGText.families(face, fallback: options.fallbackFamilies)
    families[face.id] = listed
    return listed
  }

  private mutating func write(_ item: PathItem) {
    let fill = item.fill.flatMap { $0.alpha > 0 ? $0 : nil }
    let stroke = item.stroke.flatMap { $0.width > 0 && $0.color.alpha > 0 ? $0 : nil }
    let isFilled = fill != nil || item.fillGradient != nil
    guard isFilled || stroke != nil, !item.path.elements.isEmpty else { return }
    let fillID = item.fillGradient.map { gradientID($0) }
    let strokeID = stroke?.gradient.map { gradientID($0) }
    text += "<"
    SVGPath.append(item.path, to: &text)
    if let fillID { text += " fill=\"url(#\(fillID.xml))\"" } else { appendPaint("fill", fill) }
    if isFilled, item.fillRule == .evenOdd { text += " fill-rule=\"evenodd\"" }
    if let stroke { append(stroke, gradient: strokeID) }
    text += "/>\n"
  }

  private mutating func append(_ stroke: Stroke, gradient: String?) {
    if let gradient {
      text += " stroke=\"url(#\(gradient.xml))\""
    } else {
      appendPaint("stroke", stroke.color)
    }
    if stroke.width != 1 { append("stroke-width", stroke.width) }
    if stroke.cap != .butt { text += " stroke-linecap=\"\(stroke.cap.rawValue)\"" }
    if stroke.join != .miter {
      text += " stroke-linejoin=\"\(stroke.join.rawValue)\""
    } else if stroke.miterLimit != 10 {
      append("stroke-miterlimit", max(stroke.miterLimit, 1))
    }
    if stroke.dash.contains(where: { $0 > 0 }) {
      let lengths = stroke.dash.map { DecimalText.text($0) }.joined(separator: ",")
      text += " stroke-dasharray=\"\(lengths)\""
      if stroke.dashOffset != 0 {
        append("stroke-dashoffset", stroke.dashOffset)
      }
    }
  }

  private mutating func write(_ image: ImageItem) {
    guard image.rect.width > 0, image.rect.height > 0 else { return }
    var bytes = image.bytes
    if image.header.orientation == 1 {
      text += "<image\(SVGPath.attributes(image.rect))"
    } else {
      bytes = UnturnedImage.bytes(image)
      let size = image.header.storedSize
      let stored = Rect(x: 0, y: 0, width: size.width, height: size.height)
      text += "<image\(SVGPath.attributes(stored))\(SVGPath.attribute(image.placement))"
    }
    text += " preserveAspectRatio=\"none\" xlink:href=\"data:\(image.header.format.mediaType)"
    text += ";base64,\(Base64.text(bytes))\"/>\n"
  }

  private mutating func write(_ group: SceneGroup) throws(DiagnosticError) {
    guard !group.items.isEmpty else { return }
    let clip = group.clip.map { clipID($0) }
    text += "<g"
    text += SVGPath.attribute(group.transform)
    if let clip { text += " clip-path=\"url(#\(clip.xml))\"" }
    let opacity = min(max(group.opacity, 0), 1)
    if opacity < 1 { append("opacity", opacity) }
    text += ">\n"
    try write(group.items)
    text += "</g>\n"
  }

  /// A link to the web; places in the document lie in other files and can't be reached.
  private mutating func write(_ link: LinkArea) {
    guard case .uri(let uri) = link.target else { return }
    text += "<a xlink:href=\"\(uri.xml)\"><title>\(link.contents.xml)</title>"
    text += "<rect\(SVGPath.attributes(link.rect)) fill=\"#fff\" fill-opacity=\"0\"/></a>\n"
  }

  /// The id of a clip path, written out when it is first needed.
  private mutating func clipID(_ path: Path) -> String {
    var outline = TextBuffer()
    SVGPath.append(path, to: &outline)
    let shape = outline.text
    if let known = clips[shape] { return known }
    let id = "\(options.idPrefix)clip\(clips.count + 1)"
    clips[shape] = id
    text += "<clipPath id=\"\(id.xml)\"><\(shape)/></clipPath>\n"
    return id
  }

  /// The id of a gradient, written out when it is first needed.
  private mutating func gradientID(_ gradient: Gradient) -> String {
    if let known = gradients[gradient] { return known }
    let id = "\(options.idPrefix)gradient\(gradients.count + 1)"
    gradients[gradient] = id
    text += SVGGradient.element(gradient, id: id)
    return id
  }

  private mutating func appendPaint(_ attribute: String, _ color: Color?) {
    guard let color else {
      text += " \(attribute)=\"none\""
      return
    }
    // Black is what fills are without a word.
    if attribute != "fill" || !color.isBlack {
      text += " "
      text += attribute
      text += "=\""
      text.appendHex(color)
      text += "\""
    }
    if color.alpha < 1 { append(attribute + "-opacity", max(color.alpha, 0)) }
  }

  private mutating func append(_ attribute: String, _ number: Double) {
    text += " "
    text += attribute
    text += "=\""
    text.append(number)
    text += "\""
  }
}

extension [SceneItem] {
  /// The face of the first text, in paint order.
  fileprivate var firstFace: FaceID? {
    for item in self {
      switch item.content {
      case .glyphs(let run): return run.face
      case .group(let group):
        if let face = group.items.firstFace { return face }
      case .path, .image, .link: continue
      }
    }
    return nil
  }
}

extension SceneItem {
  /// Whether its element carries an `xlink:href`.
  fileprivate var needsXLink: Bool {
    switch content {
    case .image, .link: true
    case .group(let group): group.items.contains(where: \.needsXLink)
    case .glyphs, .path: false
    }
  }
}

extension Color {
  /// Whether it is written as black, whatever its alpha.
  fileprivate var isBlack: Bool {
    Color.byte(red) == 0 && Color.byte(green) == 0 && Color.byte(blue) == 0
  }
}
