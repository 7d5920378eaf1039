/// A report folder: renders briefs from data.
///
///     let report = Report(path: "Reports/executive-brief")
///     let data = DataBinding(files: [DataArgument(path: "summit.json")])
///     let brief = try report.render(data, to: "brief.pdf")
///     print(brief.pageCount)
public struct Report: Sendable {
  /// The folder, or the name of a report that comes with BriefKit.
  public var path: String
  /// Fonts, limits and BriefKit's own folder.
  public var settings: RunSettings

  /// A report at a path; nothing is read until it is rendered.
  public init(path: String, settings: RunSettings = RunSettings()) {
    self.path = path
    self.settings = settings
  }

  /// What a rendering made.
  public struct Brief: Sendable {
    /// The paths of the files written.
    public let files: [String]
    /// How many pages the document has.
    public let pageCount: Int
    /// What its author should know.
    public let warnings: [BriefMessage]
  }

  /// Renders the report over data, to a file by its ending or to a folder.
  ///
  /// - Parameters:
  ///   - editions: Several need a folder, or `{lang}` in the file's name.
  ///   - pdf: What the PDF promises, holds beside its pages, and who may open it.
  public func render(
    _ data: DataBinding, to output: String, editions: EditionChoice = .own,
    pdf: PDFSettings = PDFSettings()
  ) throws(BriefError) -> Brief {
    do throws(JobError) {
      let outcome = try RenderJob(
        report: path, data: data, output: output, editions: editions, pdf: pdf, settings: settings
      ).run()
      return Brief(outcome)
    } catch {
      throw BriefError(error)
    }
  }
}
