import CairoRendering
import Diagnostics
import Formats
import Graphics
import VegaLite

/// Turns a drawn chart into files.
struct ChartPictures {
  let fonts: FontLibrary
  let settings: RunSettings
  let scale: Double
  /// What a drawing without pixels is shown larger by, where its size is asked for in pixels.
  let svgScale: Double
  let outlines: Bool
  let standard: DocumentStandard
  /// One for all charts of a run, which share its fonts.
  private let pixels: PNGRenderer

  init(
    fonts: FontLibrary, settings: RunSettings, scale: Double, svgScale: Double, outlines: Bool,
    standard: DocumentStandard
  ) {
    self.fonts = fonts
    self.settings = settings
    self.scale = scale
    self.svgScale = svgScale
    self.outlines = outlines
    self.standard = standard
    pixels = PNGRenderer(fonts: fonts, limits: settings.limits)
  }

  func bytes(
    _ chart: Chart, as format: OutputPlan.Format, of spec: String, in language: Language
  ) throws(DiagnosticError) -> [UInt8] {
    let title = chart.title ?? ChartPlan.name(of: spec)
    switch format {
    case .png:
      return try pixels.render(
        chart.scene, scale: scale, background: chart.scene.hasGround ? .white : nil)
    case .svg:
      var options = SVGOptions(
        title: title, description: chart.description ?? chart.words,
        language: language.rawValue, outlines: outlines)
      options.magnification = svgScale
      return try SVGRenderer(fonts: fonts).render(chart.scene, options: options)
    case .pdf: return try pdf(chart, title: title, language)
    }
  }

  private func pdf(
    _ chart: Chart, title: String, _ language: Language
  ) throws(DiagnosticError) -> [UInt8] {
    let words = [chart.description ?? "", chart.words].first { $0.contains { !$0.isWhitespace } }
    let figure = Structure.Node(.figure, alt: words ?? title, leaf: 0)
    let info = DocumentInfo(
      title: title, language: language.rawValue, created: try SourceDate.epoch(),
      creator: BriefKitVersion.creator,
      structure: Structure(root: Structure.Node(.document, children: [figure])))
    let renderer = try PDFRenderer(
      info: info, fonts: fonts,
      options: PDFOptions(
        standards: standard.declared(isEncrypted: false), limits: settings.limits))
    var page = Scene(size: chart.scene.size)
    // Without a clip cairo takes a ground that covers the page for a new start and forgets the tag.
    let sheet = Path(rect: Rect(x: 0, y: 0, width: page.size.width, height: page.size.height))
    page.items = [SceneItem(.group(SceneGroup(chart.scene.items, clip: sheet)), leaf: 0)]
    try renderer.addPage(page)
    return try renderer.finish()
  }
}

extension Scene {
  /// Whether its first item covers it, so that nothing behind is seen.
  fileprivate var hasGround: Bool {
    guard case .path(let item)? = items.first?.content, item.fill?.alpha == 1,
      item.path == Path(rect: Rect(x: 0, y: 0, width: size.width, height: size.height))
    else { return false }
    return true
  }
}
