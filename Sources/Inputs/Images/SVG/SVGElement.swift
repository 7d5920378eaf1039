/// What the elements of SVG 1.1 are to a page: drawn, of use to what is drawn, or refused with a reason.
enum SVGElement {
  /// Something with an outline.
  case shape
  /// What holds, colours or clips shapes.
  case frame
  /// Words about the drawing; nothing in it is drawn.
  case words
  case style
  case refused(String, hint: String?)

  init(_ name: String) {
    self =
      switch name {
      case "path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "use": .shape
      case "svg", "g", "defs", "symbol", "a", "clipPath", "linearGradient", "radialGradient",
        "stop":
        .frame
      case "title", "desc", "metadata": .words
      case "style": .style
      case "text", "tspan", "tref", "textPath", "altGlyph", "flowRoot", "font", "font-face":
        .refused("the drawing holds text", hint: "convert text to paths")
      case "image", "feImage":
        .refused("the drawing holds a picture of pixels", hint: "give that picture by itself")
      case "script": .refused("the drawing holds a script", hint: SVGFault.export)
      case "foreignObject":
        .refused("the drawing holds what isn't SVG (foreignObject)", hint: "convert it to paths")
      case "filter", "mask", "pattern", "marker":
        .refused(
          "the drawing uses \"\(name)\", which isn't built: it could only be drawn as pixels",
          hint: "convert it to paths, or export the drawing as PNG")
      case "animate", "animateMotion", "animateTransform", "animateColor", "set":
        .refused("the drawing moves (\(name))", hint: "export it as it stands still")
      default: .refused("the drawing holds \"\(name)\", which isn't drawn", hint: SVGFault.export)
      }
  }
}
