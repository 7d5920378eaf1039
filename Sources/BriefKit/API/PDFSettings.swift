/// What a run wants of its PDF beside the pages.
public struct PDFSettings: Sendable, Hashable {
  /// Nil leaves it to the report, which is `archive` where it says nothing.
  public var standard: DocumentStandard?
  /// Whether the data and the report travel inside the file: a reader then gets more than the pages show.
  public var embedsSources: Bool
  /// Who may open the file, and what for; nil for everybody.
  public var protection: PDFProtection?

  /// Settings as they are where nothing is said.
  public init(
    standard: DocumentStandard? = nil, embedsSources: Bool = false,
    protection: PDFProtection? = nil
  ) {
    self.standard = standard
    self.embedsSources = embedsSources
    self.protection = protection
  }

  /// Whether anything is asked for that only a PDF can have.
  var asksForPDF: Bool { self != PDFSettings() }
}
