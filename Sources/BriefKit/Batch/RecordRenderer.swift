import CairoRendering
import Diagnostics
import Documents
import Formats
import Graphics
import Inputs

/// A report kept ready: its files, fonts and named inputs are read once, then it is bound to one record after another.
struct RecordRenderer {
  private let settings: RecordSettings
  private let encryption: PDFMaker.Encryption?
  private var session: ReportSession
  /// The first edition.
  private let report: ReportFolder

  /// Reads all that doesn't depend on a record, and says all that is wrong with it.
  init(_ settings: RecordSettings) throws(JobError) {
    self.settings = settings
    encryption = try settings.job("").encryption()
    var timings = Timings()
    do throws(DiagnosticError) {
      var session = try ReportSession(
        settings.report, data: settings.data, settings: settings.settings)
      report = try session.read(settings.editions.first, &timings)
      for language in report.languages where settings.editions == .all {
        _ = try session.read(language, &timings)
      }
      _ = try session.fonts(&timings)
      try session.readFiles(for: report)
      self.session = session
    } catch {
      throw JobError(error)
    }
  }

  /// The types that the report declares for the columns of its main input.
  var columns: [String: CSVType] { report.frontMatter.data.columns }

  /// What goes into the hash of every record, since every document depends on it.
  mutating func ingredients() throws(DiagnosticError) -> RunIngredients {
    var timings = Timings()
    return try RunIngredients(
      settings, session: session, fonts: try session.fonts(&timings), home: session.home)
  }

  /// A text with its variables filled from a record and all else that the report sees.
  mutating func text(
    _ template: String, over record: Located
  ) throws(DiagnosticError) -> String {
    var timings = Timings()
    session.take(main: record, named: record.source.name)
    let loaded = try session.load(report, checksSchema: false, &timings)
    return try report.text(template, over: loaded.data)
  }

  /// Makes the files of a record's document; nothing is written.
  mutating func make(_ name: String, of record: Located) throws(JobError) -> MadeBrief {
    session.take(main: record, named: record.source.name)
    return try settings.job(name).make(in: &session, encryption)
  }

  /// Writes what was made, unless it is no longer wanted.
  func write(
    _ brief: inout MadeBrief, with writer: OutputWriter, isWanted: () -> Bool
  ) throws(JobError) {
    _ = try settings.job("").write(&brief, with: writer, isWanted: isWanted)
  }

  /// The language of the first edition.
  var language: Language { report.language }

  /// The first page of a record's document.
  mutating func firstPage(of record: Located) throws(DiagnosticError) -> Scene? {
    session.take(main: record, named: record.source.name)
    return try settings.job("").scenes(in: &session).scenes.first
  }

  /// The fonts, and a shaper over them.
  mutating func type() throws(DiagnosticError) -> (fonts: FontLibrary, shaper: any TextShaper) {
    var timings = Timings()
    let fonts = try session.fonts(&timings)
    return (fonts, try session.shaper(over: fonts))
  }
}
