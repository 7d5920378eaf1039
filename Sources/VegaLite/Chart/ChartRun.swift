import Diagnostics
import Formats
import Graphics
import Inputs
import Tables

/// What the stages of one chart share: its surroundings, its findings, and the values of its parameters.
final class ChartRun {
  let environment: ChartEnvironment
  /// The specification as a whole, for what has no place of its own in it.
  let place: SourceLocation?
  let findings = Findings()
  let evaluation: Evaluation
  let configuration: Configuration
  /// The parameters that are selections.
  let selections = Selections()
  /// Numbers shown without a format of their own, each once.
  private(set) var plainNumbers: [Double] = []
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

  /// The source of values that no file holds: defaults.
  static let builtIn = Source(name: "built-in defaults", bytes: [])

  init(_ environment: ChartEnvironment, config: Located?, place: SourceLocation? = nil) {
    self.environment = environment
    self.place = place
    trace = environment.explains ? ChartTrace() : nil
    evaluation = Evaluation(
      language: environment.language, now: environment.now, limits: environment.limits)
    evaluation.host = host
    configuration = Configuration(spec: config, environment: environment.config)
    evaluation.isSelected = { [selections, evaluation] name, frame, row in
      // A variable is a test by itself.
      selections.has(name)
        ? selections.holds(name, frame, row) : evaluation.parameters[name]?.asBool
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

  /// A file that the specification names. The network is never read.
  func file(_ path: String, at location: SourceLocation) throws(DiagnosticError) -> Source {
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
