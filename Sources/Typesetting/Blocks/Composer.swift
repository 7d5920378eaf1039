import Diagnostics
import Documents
import Formats
import Graphics
import Inputs

/// Turns blocks into flow items: shapes their text, lays out tables and figures, and builds the structure tree.
///
/// A class because every block adds to the same paragraphs, figures and structure; used within one typesetting only.
final class Composer {
  let document: Document
  let theme: Theme
  let shaper: any TextShaper
  let limits: Limits
  /// On which pages things stood when the document was set before.
  let pages: PageNumbers
  let memo: ChartMemo
  /// Reads a file that a chart names.
  let file: (String, String, SourceLocation) throws(DiagnosticError) -> Source

  var structure: StructureBuilder
  var diagnostics: [Diagnostic] = []
  var listsSources = false
  var reportedGlyphs: Set<Unicode.Scalar> = []
  var shapes = ShapeCache()
  /// By the numbers of their heads.
  var carriedTables: [Int: CarriedTable] = [:]
  /// Places of blocks that show nothing, for whatever comes next.
  var pendingPlaces: [Int] = []
  private(set) var paragraphs: [Paragraph] = []
  private(set) var figures: [PlacedFigure] = []
  private(set) var charts: [ChartRequest] = []
  private(set) var heads: [FlowBreaker.TableHead] = []
  private(set) var outline: [DocumentInfo.OutlineItem] = []
  /// The levels of the headings that the current place lies under, as they are written; 0 is the title's.
  private var openLevels: [Int] = []
  /// Where the block is written that is being composed: the place of what is wrong in it.
  private(set) var place: SourceLocation?

  init(
    document: Document, shaper: any TextShaper, limits: Limits, pages: PageNumbers = PageNumbers(),
    memo: ChartMemo = ChartMemo(),
    file: @escaping (String, String, SourceLocation) throws(DiagnosticError) -> Source
  ) {
    self.document = document
    self.shaper = shaper
    self.limits = limits
    self.pages = pages
    self.memo = memo
    self.file = file
    theme = document.theme
    structure = StructureBuilder(language: document.language.rawValue)
  }

  // MARK: Adding

  func add(_ paragraph: Paragraph) -> Int {
    paragraphs.append(paragraph)
    return paragraphs.count - 1
  }

  func add(_ figure: PlacedFigure) -> Int {
    figures.append(figure)
    return figures.count - 1
  }

  func add(_ chart: ChartRequest) {
    charts.append(chart)
  }

  func addTable(head: FlowBreaker.TableHead) -> Int {
    heads.append(head)
    return heads.count - 1
  }

  /// The height of a line or figure; what is drawn behind them and places that links lead to take none.
  func extent(of fragment: Fragment) -> Double {
    switch fragment.content {
    case .line(let paragraph, _): paragraphs[paragraph].leading
    case .figure(let figure): figures[figure].size.height
    case .rect, .destination: 0
    }
  }

  func addOutline(_ title: String, level: Int, destination: String) {
    outline.append(.init(title: title, level: level, destination: destination))
  }

  /// How deep a heading lies: its level, less those that the report leaves out, which a structure tree may not.
  func depth(ofHeading level: Int) -> Int {
    while let last = openLevels.last, last >= level { openLevels.removeLast() }
    openLevels.append(level)
    return openLevels.count
  }

  func fail(_ id: String, _ message: String, at location: SourceLocation? = nil, hints: [String]) {
    diagnostics.append(.error(id, message, at: location ?? place, hints: hints))
  }

  func warn(_ id: String, _ message: String, at location: SourceLocation? = nil, hints: [String]) {
    diagnostics.append(.warning(id, message, at: location ?? place, hints: hints))
  }

  /// A length in a reader's words.
  static func shown(_ points: Double) -> String {
    "\(Int(exactly: (points * 25.4 / 72).rounded()) ?? 0) mm"
  }

  /// Composes what belongs to a block: what is wrong in it is so at the block's place, and it is in the block's language.
  func inside<Result>(_ block: Block, _ compose: () -> Result) -> Result {
    let outer = (place, structure.language)
    place = block.location ?? outer.0
    structure.language = block.attributes["lang"] ?? outer.1
    defer { (place, structure.language) = outer }
    return compose()
  }
}
