import Diagnostics
import Formats
import Graphics
import Inputs
import Tables

/// What the stages of one chart share: its surroundings, its findings, and the values of its parameters.
final class ChartRun {
  let environment: ChartEnvironment
  let findings = Findings()
  let evaluation: Evaluation
  let configuration: Configuration
  /// The parameters that are selections.
  let selections = Selections()
  /// Numbers shown without a format of their own, each once.
  private(set) var plainNumbers: [Double] = []
  /// Units some of whose marks have a place in the picture.
  private(set) var shownUnits: Set<Int> = []
  private var notedNumbers: Set<Double> = []
  private var viewCount = 0
  /// Notes the stages, where they are to be explained.
  let trace: ChartTrace?
  /// What expressions know of the chart.
  let host = ChartHost()
  private var images: [String: (bytes: [UInt8], header: ImageHeader)?] = [:]
  private var colors: [String: Color??] = [:]
  private var widths: [WidthKey: Double] = [:]

  private struct WidthKey: Hashable {
    var text: String
    var style: TextStyle
  }

  /// The specification as a whole.
  private let spec: Located?

  /// The source of values that no file holds: defaults.
  static let builtIn = Source(name: "built-in defaults", bytes: [])

  init(_ environment: ChartEnvironment, spec: Located?) {
    self.environment = environment
    self.spec = spec
    trace = environment.explains ? ChartTrace() : nil
    evaluation = Evaluation(
      language: environment.language, now: environment.now, limits: environment.limits)
    evaluation.host = host
    configuration = Configuration(spec: spec?["config"], environment: environment.config)
    // The evaluation keeps this closure, so it must not be kept by it.
    evaluation.isSelected = { [selections, weak evaluation] name, frame, row in
      // A variable is a test by itself.
      selections.has(name)
        ? selections.holds(name, frame, row) : evaluation?.parameters[name]?.asBool
    }
    evaluation.numberLocale = configuration.numberLocale(environment.language)
  }

  /// More views than anybody can look at are a slip, not a wish.
  private static let mostViews = 5_000

  /// Counts views; false, which is reported, where there are too many.
  func countViews(_ count: Int = 1, at location: SourceLocation?) -> Bool {
    viewCount += count
    guard viewCount > Self.mostViews else { return true }
    findings.error(
      "chart.views", "the chart has more than \(Self.mostViews) views", at: location,
      hints: ["filter the data, or repeat fewer fields"])
    return false
  }

  /// Where a text stands in the specification, or a part of it; else the specification as a whole.
  func place(of text: String, or part: String) -> SourceLocation? {
    guard let spec else { return nil }
    for wanted in [text, part] {
      if let start = spec.source.bytes.firstRange(of: Array(wanted.utf8)) {
        return SourceLocation(spec.source, start)
      }
    }
    return SourceLocation(spec.source)
  }

  func note(shownUnit unit: Int) { shownUnits.insert(unit) }

  func holds(_ predicate: Predicate, _ frame: Frame, _ row: Int) -> Bool {
    findings.attempt { () throws(DiagnosticError) in
      try predicate.holds(frame, row, evaluation)
    } ?? false
  }

  func note(plainNumber number: Double) {
    if number.isFinite, notedNumbers.insert(number).inserted { plainNumbers.append(number) }
  }

  func properties(_ layers: [Located?]) -> Properties { Properties(layers, self) }

  /// A colour of a specification; nil within for none, nil for one that can't be read, which is reported.
  func color(_ datum: Datum, at location: SourceLocation? = nil) -> Color?? {
    guard let text = datum.string else { return datum.isNull ? .some(nil) : nil }
    if let known = colors[text] { return known }
    // No text is no colour, as in a browser.
    let parsed: Color?? = text.isEmpty ? .some(nil) : ColorParser.color(text)
    if parsed == nil {
      findings.error(
        "spec.color", "unknown colour \"\(text)\"", at: location,
        hints: Suggestion.hints(for: text, in: ColorNames.sorted))
    }
    colors[text] = parsed
    return parsed
  }

  /// Families that every reader of pictures has, whatever they look like there.
  private static let genericFamilies = [
    "serif", "sans-serif", "monospace", "cursive", "fantasy", "system-ui",
  ]

  /// Warns of a list of families none of which is there: text is then set in another one.
  func checkFont(_ text: String, at location: SourceLocation) {
    let known = environment.fontFamilies
    guard !known.isEmpty else { return }
    let wanted = text.split(separator: ",").map { family in
      family.trimmingPrefix { " '\"".contains($0) }.reversed()
        .trimmingPrefix { " '\"".contains($0) }.reversed()
    }.map { String($0) }
    guard let first = wanted.first,
      !wanted.contains(where: { name in
        (known + Self.genericFamilies).contains { $0.lowercased() == name.lowercased() }
      })
    else { return }
    findings.warning(
      "font.unknown-family", "no font has the family name \"\(first)\"", at: location,
      hints: Suggestion.hints(for: first, in: known) + [
        "put its files into the report's folder fonts/, or name their folder: --fonts DIR"
      ])
  }

  private static let spreadsheets = ["xlsx", "xls", "xlsm", "ods", "numbers"]

  /// A file that the specification names. The network is never read.
  func file(_ path: String, at location: SourceLocation) throws(DiagnosticError) -> Source {
    let ending = path.split(separator: ".").last.map { $0.lowercased() } ?? ""
    if Self.spreadsheets.contains(ending) {
      throw DiagnosticError(
        .error(
          "chart.spreadsheet", "\"\(path)\" is a spreadsheet, which isn't read", at: location,
          hints: ["save it as CSV and write \"\(path.dropLast(ending.count))csv\""]))
    }
    let start = path.prefix(8).lowercased()
    guard start.hasPrefix("http://") || start.hasPrefix("https://") || start.hasPrefix("//") else {
      return try environment.file(path, location)
    }
    let name = path.split(separator: "?").first?.split(separator: "/").last ?? "data.json"
    throw DiagnosticError(
      .error(
        "chart.network", "\"\(path)\" is on the network, which is never read", at: location,
        hints: ["save the file beside the specification and write \"\(name)\""]))
  }

  /// An image file and what its header says; nil where it can't be read, which is reported once.
  func image(
    _ path: String, at location: SourceLocation
  ) -> (bytes: [UInt8], header: ImageHeader)? {
    if let known = images[path] { return known }
    let image = findings.attempt {
      () throws(DiagnosticError) -> (bytes: [UInt8], header: ImageHeader) in
      let source = try file(path, at: location)
      return (source.bytes, try ImageHeaderReader.read(source, limits: environment.limits))
    }
    images[path] = .some(image)
    return image
  }

  /// The width of a text on one line.
  func width(_ text: String, _ style: TextStyle) -> Double {
    let key = WidthKey(text: text, style: style)
    if let known = widths[key] { return known }
    let width = environment.shaper.advance(text, style: style)
    widths[key] = width
    return width
  }
}
