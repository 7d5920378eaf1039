import Graphics

extension Scene {
  /// One of everything that a picture may hold, apart from links.
  static func sampler(_ shaper: any TextShaper) -> Scene {
    var scene = Scene(size: Size(width: 200, height: 120))
    scene.items += Lines("매출 1,234억원 ①", x: 10, y: 5, width: 180, shaper: shaper).items
    scene.items.append(rect(10, 30, 40, 20, Color(0x17365D)))
    var curve = Path()
    curve.move(60, 50)
    curve.curve(70, 20, 90, 20, 100, 50)
    scene.items.append(
      SceneItem(
        .path(
          PathItem(
            curve, fill: nil,
            stroke: Stroke(color: Color(0xC00000), width: 2, cap: .round, dash: [6, 3])))))
    scene.items.append(
      SceneItem(
        .group(
          SceneGroup(
            [rect(0, 0, 30, 30, Color(0x2E75B6)), rect(15, 15, 30, 30, Color(0xF4B183))],
            transform: .translation(x: 120, y: 30),
            clip: Path(rect: Rect(x: 0, y: 0, width: 40, height: 40)),
            opacity: 0.5))))
    scene.items.append(
      SceneItem(
        .group(
          SceneGroup(
            Lines("세로", x: 0, y: 0, width: 100, shaper: shaper).items,
            transform: Transform.rotation(sine: -1, cosine: 0).then(.translation(x: 170, y: 110)))))
    )
    return scene
  }
}

func rect(_ x: Double, _ y: Double, _ width: Double, _ height: Double, _ color: Color) -> SceneItem
{
  SceneItem(
    .path(PathItem(Path(rect: Rect(x: x, y: y, width: width, height: height)), fill: color)))
}
