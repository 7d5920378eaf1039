import CairoRendering
import Diagnostics
import Documents
import Graphics
import Typesetting

/// Makes the PDF of a set document, as a run and the report ask for it.
struct PDFMaker {
  /// The last step on the way to an encrypted file.
  struct Encryption {
    let tool: QPDF
    let protection: PDFProtection

    func encrypt(_ pdf: [UInt8]) throws(OutputWriter.Fault) -> [UInt8] {
      try tool.encrypt(pdf, protection)
    }
  }

  private let settings: PDFSettings
  private let standard: DocumentStandard
  private let fonts: FontLibrary
  private let limits: Limits
  private let created: Int?
  var attachments: [PDFAttachment] = []

  /// - Parameter standard: What the report asks for, where the run asks for nothing.
  init(
    _ settings: PDFSettings, standard: FrontMatter.Standard?, fonts: FontLibrary, limits: Limits,
    created: Int?
  ) {
    self.settings = settings
    self.standard = settings.standard ?? standard.map(DocumentStandard.init) ?? .archive
    self.fonts = fonts
    self.limits = limits
    self.created = created
  }

  /// What a run needs to encrypt; said before anything is read that it can't be had.
  ///
  /// - Parameter isWritten: Whether the run writes a PDF at all.
  static func encryption(
    _ settings: PDFSettings, isWritten: Bool
  ) throws(JobError) -> Encryption? {
    guard isWritten || !settings.asksForPDF else {
      throw JobError(
        .usage,
        [
          .error(
            "usage.pdf",
            "--standard, --embed, --password and their like are for a PDF, and none is written",
            hints: ["write one: --format pdf,png, or -o brief.pdf"])
        ])
    }
    guard let protection = settings.protection else { return nil }
    if let fault = protection.fault { throw JobError(.usage, [fault]) }
    do throws(OutputWriter.Fault) {
      return Encryption(tool: try QPDF.find(), protection: protection)
    } catch {
      throw JobError(.output, [error.diagnostic])
    }
  }

  /// What the file won't be, although it was asked for.
  var warnings: [Diagnostic] {
    guard settings.protection != nil, standard == .archive else { return [] }
    return [
      .warning(
        "pdf.encrypted", "an encrypted file is no archive: it says that it is PDF/UA-1, not PDF/A",
        hints: ["leave out the password for an archive, or say --standard pdf17"])
    ]
  }

  func pdf(
    of document: TypesetDocument, pages: ClosedRange<Int>
  ) throws(DiagnosticError) -> [UInt8] {
    let info = DocumentInfo(
      title: document.title, author: document.author, language: document.language,
      created: created, creator: BriefKitVersion.creator, outline: document.outline,
      structure: document.structure)
    let renderer = try PDFRenderer(
      info: info, fonts: fonts,
      options: PDFOptions(
        standards: standard.declared(isEncrypted: settings.protection != nil),
        firstPage: pages.lowerBound + document.firstPageNumber - 1, attachments: attachments,
        limits: limits))
    for page in pages { try renderer.addPage(document.scene(ofPage: page - 1)) }
    return try renderer.finish()
  }
}
