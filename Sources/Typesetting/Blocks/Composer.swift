import Diagnostics
import Documents
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
  /// Reads a file that a chart names.
  let file: (String, String, SourceLocation) throws(DiagnosticError) -> Source

  var structure = StructureBuilder()
  var diagnostics: [Diagnostic] = []
  var listsSources = false
  var reportedGlyphs: Set<Unicode.Scalar> = []
  var shapes = ShapeCache()
  private(set) var paragraphs: [Paragraph] = []
  private(set) var figures: [PlacedFigure] = []
  private(set) var charts: [ChartRequest] = []
  private(set) var heads: [FlowBreaker.TableHead] = []
  private(set) var outline: [DocumentInfo.OutlineItem] = []
  /// The levels of the headings that the current place lies under, as they are written.
  private var openLevels: [Int] = []
  private var sectionCount = 0
  /// Where the block is written that is being composed: the place of what is wrong in it.
  private(set) var place: SourceLocation?

  init(
    document: Document, shaper: any TextShaper, limits: Limits,
    file: @escaping (String, String, SourceLocation) throws(DiagnosticError) -> Source
  ) {
    self.document = document
    self.shaper = shaper
    self.limits = limits
    self.file = file
    theme = document.theme
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

  func nextSectionNumber() -> String {
    sectionCount += 1
    return String(sectionCount)
  }

  func addOutline(_ title: String, level: Int) -> Fragment {
    let name = "section-\(outline.count + 1)"
    outline.append(.init(title: title, level: level, destination: name))
    return Fragment(x: 0, y: 0, .destination(name))
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

  // MARK: Blocks

  /// The items of blocks; paragraphs and lists among them are set in the style, if one is given.
  func items(of blocks: [Block], _ style: Theme.Style? = nil, width: Double) -> [FlowItem] {
    var items: [FlowItem] = []
    for (index, block) in blocks.enumerated() {
      // A note belongs to the table or figure that stands above it.
      if case .div(.style(Theme.Role.note.rawValue), _) = block.kind, let last = items.indices.last,
        index > 0, blocks[index - 1].takesNote
      {
        items[last].keepsWithNext = true
        items[last].after = 0
      }
      items += self.items(of: block, style, width: width)
    }
    return items
  }

  /// Less room than this, in points, shows no words.
  private static let leastWidth = 10.0

  private func items(of block: Block, _ style: Theme.Style?, width: Double) -> [FlowItem] {
    inside(block) {
      guard width >= Self.leastWidth else {
        fail(
          "block.width", "no room is left for what stands here",
          hints: ["give its column more room, or put it into fewer other blocks"])
        return []
      }
      var items = composed(block, style, width: width)
      for index in items.indices where items[index].location == nil {
        items[index].location = place
      }
      return items
    }
  }

  /// Composes what belongs to a block: what is wrong in it is so at the block's place.
  func inside<Result>(_ block: Block, _ compose: () -> Result) -> Result {
    let outer = place
    place = block.location ?? outer
    defer { place = outer }
    return compose()
  }

  private func composed(
    _ block: Block, _ style: Theme.Style?, width: Double
  ) -> [FlowItem] {
    switch block.kind {
    case .heading(let level, let text): heading(text, level: level, width: width)
    case .paragraph(let text): paragraph(text, style ?? theme[.body], width: width)
    case .list(let list): self.list(list, width: width, style: style ?? theme[.list])
    case .quote(let blocks): quote(blocks, width: width)
    case .code(let text): code(text, width: width)
    case .rule: rule(width: width)
    case .table(let table): self.table(table, width: width)
    case .figure(let figure): self.figure(figure, attributes: block.attributes, width: width)
    case .div(let role, let blocks): div(role, blocks, block, width: width)
    }
  }

  private func div(
    _ role: DivRole, _ blocks: [Block], _ block: Block, width: Double
  ) -> [FlowItem] {
    switch role {
    case .lead: items(of: blocks, theme[.lead], width: width)
    case .style(let name): items(of: blocks, theme.style(named: name), width: width)
    case .key: items(of: blocks, theme[.key], width: width)
    case .kpis: kpis(blocks, width: width)
    case .kpi: kpis([block], width: width)
    case .calloutNote:
      callout(blocks, attributes: block.attributes, accent: theme[.accent], width: width)
    case .calloutImportant:
      callout(blocks, attributes: block.attributes, accent: theme[.warning], width: width)
    case .columns: columns(blocks, attributes: block.attributes, width: width)
    case .column, .plain: items(of: blocks, width: width)
    case .timeline: timeline(blocks, width: width)
    case .sources: sources(width: width)
    case .pageBreak: [FlowItem(.pageBreak, height: 0)]
    }
  }
}

extension Block {
  /// Whether a note behind it speaks of it.
  fileprivate var takesNote: Bool {
    switch kind {
    case .table, .figure: true
    case .heading, .paragraph, .list, .quote, .code, .rule, .div: false
    }
  }
}
