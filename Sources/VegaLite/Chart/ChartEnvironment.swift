package import Diagnostics
package import Formats
package import Graphics
package import Inputs
package import Tables

/// All that a chart needs beside its specification.
package struct ChartEnvironment {
  /// Named data; nil for a name there is no data of.
  package var data: (String) -> Table?
  /// The names that `data` knows, for "did you mean".
  package var dataNames: [String]
  /// The file a `url` in the specification means; the location is the url's.
  package var file: (String, SourceLocation) throws(DiagnosticError) -> Source
  package var shaper: any TextShaper
  /// Vega-Lite config under the specification's own.
  package var config: Located?
  /// The size of the place the chart stands in: that of the whole picture.
  package var containerWidth: Double?
  package var containerHeight: Double?
  /// The size the picture must have, whatever the specification says.
  package var fixedSize: Size?
  package var language: Language
  package var limits: Limits
  /// The family of all text that the specification names no font for.
  package var fontFamily: String
  /// The families there are, so that a name for none of them is noticed; empty where nobody knows.
  package var fontFamilies: [String] = []
  /// Milliseconds since 1970 UTC; nil where the run has no clock.
  package var now: Double?
  /// The rows of files; shared by charts that are drawn in one run.
  package var frames = FrameCache()
  /// The ink of labels, which may be set in it or in white where they lie on marks and their author chose no colour;
  /// nil leaves them as Vega-Lite draws them.
  package var labelInk: Color?
  /// Whether what the stages make is told in `Chart.explanation`.
  package var explains = false
  /// Whether the data behind the marks is put into `Chart.tables`.
  package var tabulates = false
  /// What becomes of numbers that the specification gives no format.
  package var plainNumbers = PlainNumbers.asTheyAre

  /// Whether a theme gives the chart its look, which then comes before Vega-Lite's own ways.
  var isThemed: Bool { labelInk != nil }

  /// Numbers without a format of their own on axes, in legends and as labels.
  package enum PlainNumbers: Sendable, Hashable {
    case asTheyAre
    /// They are noted in `Chart.plainNumbers`, so that a unit can be chosen for them.
    case noted
    case counted(MagnitudeScale)
  }

  package init(
    data: @escaping (String) -> Table? = { _ in nil }, dataNames: [String] = [],
    file: @escaping (String, SourceLocation) throws(DiagnosticError) -> Source,
    shaper: any TextShaper, config: Located? = nil, containerWidth: Double? = nil,
    containerHeight: Double? = nil, fixedSize: Size? = nil,
    language: Language = .en, limits: Limits = Limits(),
    fontFamily: String = "sans-serif", now: Double? = nil
  ) {
    self.data = data
    self.dataNames = dataNames
    self.file = file
    self.shaper = shaper
    self.config = config
    self.containerWidth = containerWidth
    self.containerHeight = containerHeight
    self.fixedSize = fixedSize
    self.language = language
    self.limits = limits
    self.fontFamily = fontFamily
    self.now = now
  }
}
