import Diagnostics
import Inputs

/// A report that is read once and renders many briefs, one after another: its files, fonts and named inputs are kept.
///
///     var prepared = try Report(path: "client-letter").prepared()
///     for client in clients {
///       let letter = try prepared.render(json: client.json, to: "letters/\(client.id).pdf")
///       print(letter.pageCount)
///     }
///
/// It isn't `Sendable`, since shaping text can't be shared: a server makes one for each task that renders.
public struct PreparedReport {
  private let report: Report
  private let data: DataBinding
  private var session: ReportSession

  init(_ report: Report, _ data: DataBinding) throws(JobError) {
    self.report = report
    self.data = data
    do throws(DiagnosticError) {
      var timings = Timings()
      var session = try ReportSession(report.path, data: data, settings: report.settings)
      let folder = try session.read(nil, &timings)
      _ = try session.fonts(&timings)
      try session.readFiles(for: folder)
      self.session = session
    } catch {
      throw JobError(error)
    }
  }

  /// Renders the report over a main input, to a file by its ending or to a folder.
  ///
  /// - Parameters:
  ///   - json: The main input as JSON (RFC 8259), in UTF-8.
  ///   - name: What faults call the input.
  ///   - editions: Several need a folder, or `{lang}` in the file's name.
  ///   - pdf: What the PDF promises, holds beside its pages, and who may open it.
  public mutating func render(
    json: [UInt8], named name: String = "data.json", to output: String,
    editions: EditionChoice = .own, pdf: PDFSettings = PDFSettings()
  ) throws(BriefError) -> Report.Brief {
    do throws(JobError) {
      let source = Source(name: name, bytes: json)
      let limits = report.settings.limits
      let value = try JobError.input { () throws(DiagnosticError) in
        try JSONReader.read(source, limits: limits)
      }
      session.take(main: Located(value, in: source), named: name)
      let outcome = try RenderJob(
        report: report.path, data: data, output: output, editions: editions, pdf: pdf,
        settings: report.settings
      ).run(in: &session)
      return Report.Brief(outcome)
    } catch {
      throw BriefError(error)
    }
  }
}

extension Report {
  /// The report made ready to render many briefs.
  ///
  /// - Parameter data: Named inputs and single values, the same for all briefs.
  public func prepared(
    with data: DataBinding = DataBinding()
  ) throws(BriefError) -> PreparedReport {
    do throws(JobError) {
      return try PreparedReport(self, data)
    } catch {
      throw BriefError(error)
    }
  }
}

extension Report.Brief {
  init(_ outcome: RenderJob.Outcome) {
    self.init(
      files: outcome.files, pageCount: outcome.pageCount,
      warnings: outcome.warnings.map(BriefMessage.init))
  }
}
