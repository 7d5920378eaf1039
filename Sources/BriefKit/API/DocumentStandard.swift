import CairoRendering
import Documents

/// What a PDF promises its readers.
public enum DocumentStandard: String, Sendable, Hashable, CaseIterable {
  /// Accessible to everybody and fit for archives: PDF/UA-1 (ISO 14289-1) and PDF/A-3a (ISO 19005-3).
  case archive
  /// PDF 1.7 (ISO 32000-1) and no more; it is tagged all the same.
  case pdf17

  init(_ standard: FrontMatter.Standard) {
    switch standard {
    case .archive: self = .archive
    case .pdf17: self = .pdf17
    }
  }

  /// What the file says of itself; an encrypted one can be no archive (ISO 19005-3, 6.1.3).
  func declared(isEncrypted: Bool) -> Set<PDFStandard> {
    switch self {
    case .archive: isEncrypted ? [.ua1] : [.ua1, .a3a]
    case .pdf17: []
    }
  }
}
