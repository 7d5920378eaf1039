import Diagnostics
import Formats
import Graphics
import Inputs
import Tables

@testable import VegaLite

/// A shaper without fonts: every scalar is half its size wide.
final class FixedShaper: TextShaper {
  func shape(_ text: String, spans: [StyledRange], language: String) -> ShapedText {
    guard let style = spans.first?.style else {
      return ShapedText(text: text, clusters: [], glyphs: [], runs: [], missing: [])
    }
    var clusters: [ShapedText.Cluster] = []
    var glyphs: [Glyph] = []
    var offset = 0
    for scalar in text.unicodeScalars {
      let advance = style.size / 2
      clusters.append(
        .init(
          start: offset, byteCount: UTF8.width(scalar), firstGlyph: glyphs.count, glyphCount: 1,
          advance: advance, run: 0, breakBefore: .prohibited, isSpace: scalar == " "))
      glyphs.append(Glyph(id: scalar.value, xOffset: 0, yOffset: 0, advance: advance))
      offset += UTF8.width(scalar)
    }
    return ShapedText(
      text: text, clusters: clusters, glyphs: glyphs,
      runs: [.init(face: FaceID(hash: 1, index: 0), style: style)], missing: [])
  }

  func advance(_ text: String, style: TextStyle) -> Double {
    Double(text.unicodeScalars.count) * style.size / 2
  }

  func metrics(_ style: TextStyle) -> FontMetrics {
    FontMetrics(
      ascent: style.size * 0.8, descent: style.size * 0.2, capHeight: style.size * 0.7,
      underlinePosition: style.size * 0.1, underlineThickness: style.size * 0.05)
  }
}

/// An environment with files and named data from memory.
func environment(
  data: [String: Table] = [:], files: [String: String] = [:], config: String? = nil,
  containerWidth: Double? = nil, language: Language = .en, limits: Limits = Limits()
) throws -> ChartEnvironment {
  let located = try config.map { text in
    let source = Source(name: "config.json", text: text)
    return Located(try JSONReader.read(source), in: source)
  }
  return ChartEnvironment(
    data: { data[$0] }, dataNames: data.keys.sorted(),
    file: { (url, location) throws(DiagnosticError) in
      guard let text = files[url] else {
        throw DiagnosticError(.error("file.missing", "no file \"\(url)\"", at: location))
      }
      return Source(name: url, text: text)
    }, shaper: FixedShaper(), config: located, containerWidth: containerWidth, language: language,
    limits: limits)
}

/// The chart of a specification written as JSON.
func chart(_ json: String, in environment: ChartEnvironment? = nil) throws -> Chart {
  let source = Source(name: "chart.vl.json", text: json)
  let spec = Located(try JSONReader.read(source), in: source)
  return try ChartRenderer.draw(spec, in: environment ?? VegaLiteTests.environment())
}

func located(_ source: Source) throws -> Located {
  Located(try JSONReader.read(source), in: source)
}

/// What a scene shows, in the coordinates of the picture.
struct Drawn {
  struct Shape {
    var item: PathItem
    var bounds: Bounds
  }

  struct Text {
    var text: String
    var x: Double
    var y: Double
    var style: TextStyle
  }

  var shapes: [Shape] = []
  var texts: [Text] = []

  init(_ scene: Scene) {
    add(scene.items, .identity)
  }

  private mutating func add(_ items: [SceneItem], _ transform: Transform) {
    for item in items {
      switch item.content {
      case .path(let path):
        let mapped = path.path.mapped(transform)
        shapes.append(Shape(item: path, bounds: mapped.tightBounds))
      case .glyphs(let run):
        let place = transform.apply(Point(x: run.glyphs.first?.x ?? 0, y: run.glyphs.first?.y ?? 0))
        texts.append(Text(text: run.text, x: place.x, y: place.y, style: run.style))
      case .group(let group): add(group.items, group.transform.then(transform))
      case .image, .link: break
      }
    }
  }

  /// Filled shapes of a colour, opaque or not, in paint order.
  func fills(_ hex: String) -> [Bounds] {
    shapes.filter { $0.item.fill?.hex.hasPrefix(hex) ?? false }.map(\.bounds)
  }

  /// The widths of lines of a colour, to a tenth of a point, the shortest first.
  func lineWidths(_ hex: String) -> [Double] {
    shapes.filter { $0.item.fill == nil && $0.item.stroke?.color.hex == hex }
      .map { ($0.bounds.width * 10).rounded() / 10 }.sorted()
  }

  var words: [String] { texts.map(\.text) }
}

extension Bounds {
  /// Left, top, width and height, rounded for comparison.
  var rounded: [Double] {
    [x1, y1, width, height].map { ($0 * 100).rounded() / 100 }
  }
}
