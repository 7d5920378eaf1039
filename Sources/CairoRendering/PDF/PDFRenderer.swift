import CCairo
package import Diagnostics
package import Graphics

/// Draws scenes as the pages of one tagged PDF, a page at a time.
package final class PDFRenderer {
  private let info: DocumentInfo
  private let options: PDFOptions
  private let fonts: CairoFonts
  private let images: CairoImages
  private let sink = ByteSink()
  private let surface: OpaquePointer
  private let context: OpaquePointer
  private let figures: Set<Structure.LeafID>
  private var pages: [DrawnPage] = []
  private var isFinished = false

  package init(
    info: DocumentInfo, fonts: FontLibrary, options: PDFOptions = PDFOptions()
  ) throws(DiagnosticError) {
    self.info = info
    self.options = options
    figures = info.structure.root.figures
    self.fonts = CairoFonts(fonts, embeds: true)
    images = CairoImages(.document, limits: options.limits)
    // Each page sets its own size; the sink lives as long as the surface.
    guard
      let surface = cairo_pdf_surface_create_for_stream(
        { closure, data, count in
          guard let closure, let data else { return CAIRO_STATUS_WRITE_ERROR }
          Unmanaged<ByteSink>.fromOpaque(closure).takeUnretainedValue()
            .append(UnsafeBufferPointer(start: data, count: Int(count)))
          return CAIRO_STATUS_SUCCESS
        }, Unmanaged.passUnretained(sink).toOpaque(), 1, 1),
      let context = cairo_create(surface)
    else { throw RenderingFault.internal("out of memory") }
    self.surface = surface
    self.context = context
    // Later versions would let newer cairos pack objects, which the finishing pass does itself.
    cairo_pdf_surface_restrict_to_version(surface, CAIRO_PDF_VERSION_1_4)
    try RenderingFault.check(cairo_status(context), "making a PDF")
  }

  deinit {
    cairo_destroy(context)
    cairo_surface_destroy(surface)
  }

  /// Draws the next page.
  package func addPage(_ scene: Scene) throws(DiagnosticError) {
    guard !isFinished else { throw RenderingFault.internal("a page follows the end of the PDF") }
    try SceneCheck.check(scene)
    try Self.check(scene.size)
    if options.standards.contains(.a3a) { try PrivateUse.check(scene) }
    cairo_pdf_surface_set_size(surface, scene.size.width, scene.size.height)
    let tagger = PageTagger(context, figures: figures)
    let drawer = SceneDrawer(
      context: context, surface: .document(tagger), fonts: fonts, images: images)
    cairo_save(context)
    try drawer.draw(scene)
    cairo_restore(context)
    cairo_show_page(context)
    try RenderingFault.check(cairo_status(context), "drawing a page")
    try RenderingFault.check(cairo_surface_status(surface), "drawing a page")
    pages.append(
      DrawnPage(
        size: scene.size, stretches: tagger.stretches, links: tagger.links, boxes: tagger.boxes,
        destinations: scene.destinations))
  }

  /// A page is 200 inches long at most, and no shorter than 3 points (ISO 32000-1, annex C).
  private static func check(_ size: Size) throws(DiagnosticError) {
    guard max(size.width, size.height) <= 14_400 else {
      throw DiagnosticError(
        .error("pdf.page-size", "a page is longer than the 14400 pt that PDF allows"))
    }
    guard min(size.width, size.height) >= 3 else {
      throw DiagnosticError(
        .error("pdf.page-size", "a page is shorter than the 3 pt that PDF asks for"))
    }
  }

  /// Ends the document as cairo writes it, and gives the number of its bytes.
  func endUnfinished() throws(DiagnosticError) -> Int {
    isFinished = true
    cairo_surface_finish(surface)
    try RenderingFault.check(cairo_surface_status(surface), "ending a PDF")
    return sink.take().count
  }

  /// Ends the document and gives its bytes.
  package func finish() throws(DiagnosticError) -> [UInt8] {
    guard !isFinished, !pages.isEmpty else {
      throw RenderingFault.internal("a PDF without pages, or ended twice")
    }
    isFinished = true
    cairo_surface_finish(surface)
    try RenderingFault.check(cairo_surface_status(surface), "ending a PDF")
    do {
      return try PDFFinisher.finish(
        sink.take(), pages: pages, info: info, options: options)
    } catch {
      throw RenderingFault.internal("cairo's PDF isn't as expected: \(error.reason)")
    }
  }
}

extension Structure.Node {
  /// The leaves that are figures.
  fileprivate var figures: Set<Structure.LeafID> {
    children.reduce(into: role == .figure ? Set(leaf.map { [$0] } ?? []) : []) {
      $0.formUnion($1.figures)
    }
  }
}

/// Takes what cairo writes.
private final class ByteSink {
  private var bytes: [UInt8] = []

  func append(_ data: UnsafeBufferPointer<UInt8>) {
    bytes += data
  }

  /// Hands the bytes over and keeps none.
  func take() -> [UInt8] {
    defer { bytes = [] }
    return bytes
  }
}
