import Diagnostics
import Documents
import Formats
import Graphics
import Inputs
import VegaLite

/// Turns blocks into flow items: shapes their text, lays out tables and figures, and builds the structure tree.
///
/// A class because every block adds to the same paragraphs, figures and structure; used within one typesetting only.
final class Composer {
  let document: Document
  let theme: Theme
  /// The sheet that is composed for: the theme's, or one that a block turns.
  private(set) var sheet: Theme.Page
  private(set) var isTurned = false
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
  /// The lines of footnotes, by their numbers.
  private(set) var noteBodies: [Int: [FlowItem]] = [:]
  /// Notes whose marks were set, but not yet they.
  private var pendingNotes: [Int] = []
  private var isComposingNotes = false
  var floats: [FloatingBlock] = []
  /// Floats that were written before anything that they could be written behind.
  var pendingFloats: [Int] = []
  /// The sections in which references stand, by the references' numbers.
  var sectionsOfReferences: [Int: Int] = [:]
  /// The references to each place, in order.
  var referencesByPlace: [Int: [Int]] = [:]
  /// The section that is being composed, counted from 0.
  private(set) var section = 0
  /// How many blocks the one being composed lies in, itself included.
  var nesting = 0
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
    theme = document.theme.onItsGrid
    sheet = document.theme.page
    structure = StructureBuilder(language: document.language.rawValue)
  }

  /// What baselines stand on, where the theme wants it.
  private(set) lazy var grid = theme.baselineGrid.map { step in
    let metrics = shaper.metrics(textStyle(theme[.body]))
    let grid = BaselineGrid(step: step, baseline: 0)
    let leading = grid.rounded(theme[.body].leading)
    return BaselineGrid(
      step: step,
      baseline: (leading - metrics.ascent - metrics.descent) / 2 + metrics.ascent)
  }

  /// From one line of a style to the next.
  func leading(of style: Theme.Style) -> Double { grid?.rounded(style.leading) ?? style.leading }

  /// The middle of what a line's small letters and figures take, from its top: where marks beside it stand.
  func middle(ofLine style: Theme.Style) -> Double {
    let leading = leading(of: style)
    guard let grid else { return leading / 2 }
    let metrics = shaper.metrics(textStyle(style))
    let natural = (leading - metrics.ascent - metrics.descent) / 2 + metrics.ascent
    return leading / 2 + grid.baseline(nearest: natural, leading: leading) - natural
  }

  /// Composes for a turned sheet.
  func turned<Result>(_ orientation: Orientation, _ compose: () -> Result) -> Result {
    let outer = sheet
    sheet.orient(orientation)
    isTurned = true
    defer { (sheet, isTurned) = (outer, false) }
    return compose()
  }

  // MARK: Sections, notes

  /// Begins the next section, and gives its number.
  func beginSection() -> Int {
    section += 1
    return section
  }

  /// Asks for a note where its mark is set.
  func ask(forNote number: Int) {
    if noteBodies[number] == nil, !pendingNotes.contains(number) { pendingNotes.append(number) }
  }

  /// Composes the notes whose marks were set; in the structure they stand behind what they belong to.
  func composeNotes() {
    // What a note itself holds asks for none, but its blocks end here too.
    guard !isComposingNotes else { return }
    isComposingNotes = true
    defer { isComposingNotes = false }
    while !pendingNotes.isEmpty {
      let number = pendingNotes.removeFirst()
      noteBodies[number] = []
      noteBodies[number] = note(number)
    }
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
    case .rect, .destination, .float: 0
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

  /// Warns of what is wrong on every page in the same words.
  func warnOnce(
    _ id: String, _ message: String, at location: SourceLocation? = nil, hints: [String]
  ) {
    guard !diagnostics.contains(where: { $0.id == id && $0.message == message }) else { return }
    warn(id, message, at: location, hints: hints)
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
