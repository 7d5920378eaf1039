package import Diagnostics

/// How a PDF is written.
package struct PDFOptions: Sendable {
  /// What the file declares itself to be; the caller answers for contents that meet it.
  package var standards: Set<PDFStandard>
  /// The number of the first page, where not all pages of a document are drawn.
  package var firstPage: Int
  package var attachments: [PDFAttachment]
  package var limits: Limits

  package init(
    standards: Set<PDFStandard> = [], firstPage: Int = 1, attachments: [PDFAttachment] = [],
    limits: Limits = Limits()
  ) {
    self.standards = standards
    self.firstPage = firstPage
    self.attachments = attachments
    self.limits = limits
  }
}

/// A standard that a PDF can declare.
package enum PDFStandard: String, Sendable, Hashable, CaseIterable {
  /// Accessible to screen readers (ISO 14289-1).
  case ua1 = "pdf/ua-1"
  /// Fit for archives, with structure and attachments (ISO 19005-3, conformance level A).
  case a3a = "pdf/a-3a"
}
