import CairoRendering
import Diagnostics
import Formats
import Graphics

/// A picture of the unusual documents: their first pages, small, with their names beneath; a row for each kind.
struct ContactSheet {
  let limits: Limits

  private static let margin = 24.0
  private static let gap = 16.0
  private static let page = Size(width: 150, height: 212)
  private static let headHeight = 26.0
  private static let captionHeight = 34.0
  /// Milliseconds that a document may take to be shown.
  private static let longestAgain = 5000
  /// Pixels a point.
  private static let scale = 2.0

  /// Nil where no document stands out.
  func picture(
    of unusual: Unusual, _ renderer: inout RecordRenderer
  ) throws(DiagnosticError) -> [UInt8]? {
    let kinds = Unusual.Kind.allCases.filter { !unusual.items($0).isEmpty }
    guard !kinds.isEmpty else { return nil }
    let rowHeight = Self.headHeight + Self.page.height + Self.captionHeight + Self.gap
    let columns = Double(kinds.map { unusual.items($0).count }.max() ?? 0)
    var scene = Scene(
      size: Size(
        width: 2 * Self.margin + columns * (Self.page.width + Self.gap) - Self.gap,
        height: 2 * Self.margin + Double(kinds.count) * rowHeight - Self.gap))
    let (fonts, shaper) = try renderer.type()
    let writer = SheetWriter(
      shaper: shaper, family: fonts.families.first ?? "", language: renderer.language)
    for (row, kind) in kinds.enumerated() {
      let top = Self.margin + Double(row) * rowHeight
      scene.items += writer.line(
        kind.title(in: renderer.language), x: Self.margin, y: top + 14, size: 11, weight: .bold)
      for (column, item) in unusual.items(kind).enumerated() {
        let x = Self.margin + Double(column) * (Self.page.width + Self.gap)
        let y = top + Self.headHeight
        scene.items += small(try firstPage(item, &renderer), x: x, y: y)
        let amount = kind.shown(item.amount, in: renderer.language)
        let width = Self.page.width
        scene.items += writer.line(
          item.record.name, x: x, y: y + Self.page.height + 13, size: 9, within: width)
        scene.items += writer.line(
          amount, x: x, y: y + Self.page.height + 25, size: 8, color: SheetWriter.pale)
      }
    }
    return try PNGRenderer(fonts: fonts, limits: limits).render(scene, scale: Self.scale)
  }

  /// Drawn again, but for a document that takes too long to wait for; its place stays empty.
  private func firstPage(
    _ item: Unusual.Item, _ renderer: inout RecordRenderer
  ) throws(DiagnosticError) -> Scene {
    guard item.milliseconds <= Self.longestAgain else { return Scene(size: Self.page) }
    let record = try item.record.request.record(limits: limits)
    return try renderer.firstPage(of: record) ?? Scene(size: Self.page)
  }

  /// A page within its place, with a thin line around it.
  private func small(_ page: Scene, x: Double, y: Double) -> [SceneItem] {
    let factor = min(Self.page.width / page.size.width, Self.page.height / page.size.height)
    let size = Size(width: page.size.width * factor, height: page.size.height * factor)
    let whole = Rect(x: 0, y: 0, width: page.size.width, height: page.size.height)
    let group = SceneGroup(
      page.items,
      transform: Transform.scale(factor, factor).then(.translation(x: x, y: y)),
      clip: Path(rect: whole))
    let frame = Path(rect: Rect(x: x, y: y, width: size.width, height: size.height))
    return [
      SceneItem(.group(group)),
      SceneItem(
        .path(PathItem(frame, fill: nil, stroke: Stroke(color: SheetWriter.pale, width: 0.5)))),
    ]
  }
}

/// Writes single lines onto a sheet.
private struct SheetWriter {
  static let pale = Color(0x80868B)

  let shaper: any TextShaper
  let family: String
  let language: Language

  /// - Parameter width: What a longer line is cut to.
  func line(
    _ text: String, x: Double, y: Double, size: Double, weight: TextStyle.Weight = .regular,
    color: Color = .black, within width: Double = .infinity
  ) -> [SceneItem] {
    let style = TextStyle(family: family, size: size, weight: weight, color: color)
    var shown = text
    while shown.count > 1, shaper.advance(shown, style: style) > width {
      shown = shown.dropLast(shown.hasSuffix("…") ? 2 : 1) + "…"
    }
    let shaped = shaper.shape(
      shown, spans: [StyledRange(0..<shown.utf8.count, style)], language: language.rawValue)
    return GlyphLine(shaped: shaped, x: x, y: y).items
  }
}

extension Unusual.Kind {
  func title(in language: Language) -> String {
    switch (self, language) {
    case (.longest, .ko): "가장 오래 걸린 문서"
    case (.longest, .en): "Took longest"
    case (.warnings, .ko): "경고가 가장 많은 문서"
    case (.warnings, .en): "Most warnings"
    case (.pages, .ko): "쪽이 가장 많은 문서"
    case (.pages, .en): "Most pages"
    }
  }

  func shown(_ amount: Int, in language: Language) -> String {
    switch (self, language) {
    case (.longest, _): "\(amount) ms"
    case (.warnings, .ko): "경고 \(amount)개"
    case (.warnings, .en): amount == 1 ? "1 warning" : "\(amount) warnings"
    case (.pages, .ko): "\(amount)쪽"
    case (.pages, .en): amount == 1 ? "1 page" : "\(amount) pages"
    }
  }
}
