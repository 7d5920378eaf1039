import CairoRendering
import Diagnostics
import Graphics
import Testing

/// A scene that can't be drawn, and what is said of it.
struct RefusedScene: Sendable, CustomTestStringConvertible {
  var id: String
  var scene: Scene
  var scale = 1.0
  var message: String

  var testDescription: String { id }

  private static func with(_ content: SceneItem.Content) -> Scene {
    Scene(size: Size(width: 10, height: 10), items: [SceneItem(content)])
  }

  private static func png(_ bytes: [UInt8], _ width: Int, _ height: Int) -> Scene {
    with(
      .image(
        ImageItem(
          bytes: bytes, header: ImageHeader(format: .png, width: width, height: height),
          rect: Rect(x: 0, y: 0, width: 5, height: 5))))
  }

  private static func nested(_ depth: Int) -> SceneItem {
    (0..<depth).reduce(rect(0, 0, 1, 1, .black)) { item, _ in SceneItem(.group(SceneGroup([item])))
    }
  }

  private static let signature: [UInt8] = [
    0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52,
  ]

  static let all: [RefusedScene] = [
    RefusedScene(
      id: "no size", scene: Scene(size: Size(width: 0, height: 10)),
      message: "internal fault while drawing: the scene has no size"),
    RefusedScene(
      id: "size that is no number", scene: Scene(size: Size(width: .nan, height: 10)),
      message: "internal fault while drawing: the scene has no size"),
    RefusedScene(
      id: "coordinate that is no number",
      scene: Scene(size: Size(width: 9, height: 9), items: [rect(.nan, 0, 1, 1, .black)]),
      message: "internal fault while drawing: a path has a coordinate that is no number"),
    RefusedScene(
      id: "endless group",
      scene: Scene(size: Size(width: 9, height: 9), items: [nested(70)]),
      message: "internal fault while drawing: groups are nested more than 64 deep"),
    RefusedScene(
      id: "negative dash",
      scene: with(
        .path(
          PathItem(
            Path(rect: Rect(x: 0, y: 0, width: 1, height: 1)), fill: nil,
            stroke: Stroke(color: .black, width: 1, dash: [-1])))),
      message: "internal fault while drawing: a dash has a negative length"),
    RefusedScene(
      id: "clusters that don't add up",
      scene: with(
        .glyphs(
          GlyphRun(
            face: FaceID(hash: 0, index: 0), style: body, glyphs: [], text: "가",
            clusters: [.init(byteCount: 2, glyphCount: 0)], width: 1))),
      message: "internal fault while drawing: the clusters of \"가\" don't add up to its glyphs"),
    RefusedScene(
      id: "unknown face",
      scene: with(
        .glyphs(
          GlyphRun(
            face: FaceID(hash: 0, index: 0), style: body, glyphs: [.init(id: 1, x: 0, y: 0)],
            text: "가", clusters: [.init(byteCount: 3, glyphCount: 1)], width: 1))),
      message:
        "internal fault while drawing: a glyph run names a face that isn't among the fonts"),
    RefusedScene(
      id: "too many pixels", scene: Scene(size: Size(width: 20_000, height: 20_000)),
      message: "a picture of 20000 × 20000 passes the limit of 100000000 pixels"),
    RefusedScene(
      id: "too long", scene: Scene(size: Size(width: 40_000, height: 10)),
      message: "a picture of 40000 × 10 pixels is longer than 32767 on a side"),
    RefusedScene(
      id: "endless scale", scene: Scene(size: Size(width: 10, height: 10)), scale: .infinity,
      message: "internal fault while drawing: a picture has no size"),
    RefusedScene(
      id: "image that is none", scene: png([1, 2, 3], 1, 1),
      message: "a PNG image is damaged and can't be drawn"),
    RefusedScene(
      id: "image cut off", scene: png(signature + [0, 0, 0, 4, 0, 0, 0, 4], 4, 4),
      message: "a PNG image is damaged and can't be drawn"),
    RefusedScene(
      id: "image of another size than said",
      scene: png(signature + [0, 0, 0, 4, 0, 0, 0, 4], 4, 5),
      message: "a PNG image is damaged and can't be drawn"),
    RefusedScene(
      id: "image too large", scene: png(signature, 1 << 20, 1 << 20),
      message: "an image of 1048576 × 1048576 passes the limit of 100000000 pixels"),
    RefusedScene(
      id: "JPEG cut off",
      scene: with(
        .image(
          ImageItem(
            bytes: [0xFF, 0xD8, 0xFF, 0xC0, 0, 11, 8, 0, 1, 0, 1, 1, 1, 0x11, 0],
            header: ImageHeader(format: .jpeg, width: 1, height: 1),
            rect: Rect(x: 0, y: 0, width: 5, height: 5)))),
      message:
        "a JPEG image is damaged and can't be drawn: Invalid JPEG file structure: missing SOS marker"
    ),
    RefusedScene(
      id: "image too long",
      scene: png(signature, 40_000, 2),
      message: "the image of 40000 × 2 pixels is longer than 32767 on a side"),
  ]
}

@Suite struct RefusedScenes {
  @Test(arguments: RefusedScene.all)
  func areErrorsNotPictures(_ refused: RefusedScene) {
    let error = #expect(throws: DiagnosticError.self) {
      try PNGRenderer(fonts: bundledFonts).render(refused.scene, scale: refused.scale)
    }
    #expect(error?.diagnostics.map(\.message) == [refused.message])
  }
}
