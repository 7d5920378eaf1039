import Diagnostics
import Formats
import Graphics
import Tables

/// One or several lines of text about a point, with Vega's rules for baselines and boxes.
struct TextBlock {
  enum Align: String, CaseIterable {
    case left, center, right
  }

  enum Baseline: String, CaseIterable {
    case alphabetic, top, middle, bottom
    case lineTop = "line-top"
    case lineBottom = "line-bottom"
  }

  var lines: [String]
  var face: TextFace
  var x = 0.0
  var y = 0.0
  var dx = 0.0
  var dy = 0.0
  var align = Align.left
  var baseline = Baseline.alphabetic
  var angle = 0.0
  var opacity = 1.0
  /// Drawn along the glyphs' outlines, over their fill; nil for none.
  var outline: Stroke?
  /// Where the text is written, for what is wrong with it.
  var location: SourceLocation?
  var run: ChartRun

  init(_ lines: [String], _ face: TextFace, _ run: ChartRun) {
    self.run = run
    self.face = face
    self.lines = lines.map { TextBlock.fitted(TextBlock.trimmed($0), face, run) }
  }

  private static func trimmed(_ text: String) -> String {
    guard let first = text.first, let last = text.last, first.isWhitespace || last.isWhitespace
    else { return text }
    let head = text.drop { $0.isWhitespace }
    return String(head.reversed().drop { $0.isWhitespace }.reversed())
  }

  /// The text cut to the limit, with an ellipsis.
  private static func fitted(_ text: String, _ face: TextFace, _ run: ChartRun) -> String {
    guard face.limit > 0, !text.isEmpty, run.width(text, face.style) >= face.limit else {
      return text
    }
    let characters = Array(text)
    let limit = face.limit - run.width("…", face.style)
    var (low, high) = (0, characters.count)
    while low < high {
      let middle = 1 + (low + high) / 2
      if middle <= characters.count, run.width(String(characters[..<middle]), face.style) < limit {
        low = middle
      } else {
        high = middle - 1
      }
    }
    return String(characters[..<min(low, characters.count)]) + "…"
  }

  /// How far the first baseline lies below the anchor (vega-scenegraph's `offset`).
  private var baselineOffset: Double {
    let size = face.style.size
    let offset: Double =
      switch baseline {
      case .alphabetic: 0
      case .top: 0.79 * size
      case .middle: 0.30 * size
      case .bottom: -0.21 * size
      case .lineTop: 0.29 * size + 0.5 * face.lineHeight
      case .lineBottom: 0.29 * size - 0.5 * face.lineHeight
      }
    return Self.rounded(offset)
  }

  /// ECMA-262's `Math.round`.
  static func rounded(_ value: Double) -> Double { (value + 0.5).rounded(.down) }

  var width: Double { lines.map { run.width($0, face.style) }.max() ?? 0 }

  /// The height of the lines below the first.
  var extraHeight: Double { Double(max(0, lines.count - 1)) * face.lineHeight }

  /// The box before it is turned.
  private var upright: Bounds {
    let size = face.style.size
    let width = self.width
    let left: Double =
      switch align {
      case .left: 0
      case .center: -width / 2
      case .right: -width
      }
    let top = y + dy + baselineOffset - Self.rounded(0.8 * size)
    return Bounds(
      x + dx + left, top, x + dx + left + width, top + size + extraHeight)
  }

  var bounds: Bounds { upright.rotated(degrees: angle, aboutX: x, y: y) }

  var isEmpty: Bool { lines.allSatisfy(\.isEmpty) || face.style.size <= 0 }

  var picture: Picture {
    var picture = Picture()
    guard !isEmpty else { return picture }
    picture.bounds = bounds
    guard opacity > 0, face.style.color.alpha > 0 || outline != nil else { return picture }
    let turned = angle.truncatingRemainder(dividingBy: 360) != 0
    let (originX, originY) = turned ? (0, 0) : (x, y)
    var items: [SceneItem] = []
    for (index, line) in lines.enumerated() where !line.isEmpty {
      let lineY = originY + dy + baselineOffset + Double(index) * face.lineHeight
      items += glyphs(line, x: originX + dx, y: lineY)
    }
    // Fill and outline are see-through as one, so that they don't show where they overlap.
    if isSeenThroughAsOne { items = [SceneItem(.group(SceneGroup(items, opacity: opacity)))] }
    if turned {
      let (sine, cosine) = Angle.sineAndCosine(angle)
      let transform = Transform.rotation(sine: sine, cosine: cosine)
        .then(.translation(x: x, y: y))
      picture.items = [SceneItem(.group(SceneGroup(items, transform: transform)))]
    } else {
      picture.items = items
    }
    return picture
  }

  private var isSeenThroughAsOne: Bool {
    outline != nil && face.style.color.alpha > 0 && opacity < 1
  }

  private func glyphs(_ line: String, x: Double, y: Double) -> [SceneItem] {
    let opacity = isSeenThroughAsOne ? 1 : opacity
    var style = face.style
    style.color = style.color.opacity(opacity)
    let shaped = run.environment.shaper.shape(
      line, spans: [StyledRange(0..<line.utf8.count, style)],
      language: run.environment.language.rawValue)
    for missing in shaped.missing {
      run.findings.error(
        "text.glyph",
        "no font has a glyph for \"\(missing.scalar)\" (U+\(hex(missing.scalar))) in \"\(line)\"",
        at: location ?? run.place(of: line, or: String(missing.scalar)),
        hints: [
          "put a font that has it into the report's folder fonts/, or name its folder: --fonts DIR"
        ])
    }
    let total = shaped.clusters.reduce(0) { $0 + $1.advance }
    let start: Double =
      switch align {
      case .left: x
      case .center: x - total / 2
      case .right: x - total
      }
    var stroke = outline
    stroke?.color = outline?.color.opacity(opacity) ?? .black
    return GlyphLine(shaped: shaped, x: start, y: y, outline: stroke).items
  }

  private func hex(_ scalar: Unicode.Scalar) -> String {
    let digits = String(scalar.value, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
  }
}
