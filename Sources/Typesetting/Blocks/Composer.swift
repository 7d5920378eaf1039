import Diagnostics
import Documents
import Formats
import Graphics
import Inputs
import Tables
import VegaLite

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
  private(set) var paragraphs: [Paragraph] = []
  private(set) var figures: [PlacedFigure] = []
  private(set) var charts: [ChartRequest] = []
  private(set) var heads: [Int: FlowBreaker.TableHead] = [:]
  private(set) var outline: [DocumentInfo.OutlineItem] = []
  var diagnostics: [Diagnostic] = []
  private var headingNumbers: [Int] = []
  private var reportedGlyphs: Set<Unicode.Scalar> = []

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

  /// A drawn chart or picture with the leaf it belongs to.
  struct PlacedFigure: Sendable {
    enum Content: Sendable {
      case scene(Scene)
      case image(bytes: [UInt8], ImageHeader)
    }

    var content: Content
    var size: Size
    var leaf: Structure.LeafID
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
    heads[heads.count] = head
    return heads.count - 1
  }

  /// The number of a heading such as `2` or `2.1`, counted on from the last one.
  func nextHeadingNumber(level: Int) -> String {
    while headingNumbers.count > level { headingNumbers.removeLast() }
    while headingNumbers.count < level { headingNumbers.append(0) }
    headingNumbers[level - 1] += 1
    return headingNumbers.map(String.init).joined(separator: ".")
  }

  func addOutline(_ title: String, level: Int) -> String {
    let name = "section-\(outline.count + 1)"
    outline.append(.init(title: title, level: level, destination: name))
    return name
  }

  // MARK: Blocks

  func items(of blocks: [Block], width: Double) -> [FlowItem] {
    blocks.flatMap { items(of: $0, width: width) }
  }

  func items(of block: Block, width: Double) -> [FlowItem] {
    switch block.kind {
    case .heading(let level, let text): heading(text, level: level, width: width)
    case .paragraph(let text): paragraph(text, theme[.body], width: width, at: block.location)
    case .list(let list): self.list(list, width: width, style: theme[.list])
    case .quote(let blocks): quote(blocks, width: width)
    case .code(let text): code(text, width: width, at: block.location)
    case .rule: rule(width: width)
    case .table(let table): self.table(table, width: width)
    case .figure(let figure):
      self.figure(figure, attributes: block.attributes, width: width, at: block.location)
    case .div(let role, let blocks): div(role, blocks, block, width: width)
    }
  }

  private func div(
    _ role: DivRole, _ blocks: [Block], _ block: Block, width: Double
  ) -> [FlowItem] {
    switch role {
    case .lead: styled(blocks, theme[.lead], width: width)
    case .style(let name): styled(blocks, theme.style(named: name) ?? theme[.body], width: width)
    case .kpis: kpis(blocks, width: width, at: block.location)
    case .kpi: kpis([block], width: width, at: block.location)
    case .calloutNote:
      callout(blocks, attributes: block.attributes, accent: theme[.accent], width: width)
    case .calloutImportant:
      callout(blocks, attributes: block.attributes, accent: theme[.warning], width: width)
    case .columns: columns(blocks, attributes: block.attributes, width: width, at: block.location)
    case .column, .plain: items(of: blocks, width: width)
    case .timeline: timeline(blocks, width: width, at: block.location)
    case .sources: sources(width: width)
    case .pageBreak: pageBreak()
    case .key: styled(blocks, theme[.key], width: width)
    }
  }

  /// Paragraphs in a style of their own; other blocks as always.
  func styled(_ blocks: [Block], _ style: Theme.Style, width: Double) -> [FlowItem] {
    blocks.flatMap { block in
      switch block.kind {
      case .paragraph(let text): paragraph(text, style, width: width, at: block.location)
      case .list(let list): self.list(list, width: width, style: style)
      default: items(of: block, width: width)
      }
    }
  }

  private func pageBreak() -> [FlowItem] {
    var item = FlowItem(.box([]), height: 0)
    item.startsPage = true
    item.keepsWithNext = true
    return [item]
  }

  // MARK: Text

  func textStyle(_ style: Theme.Style) -> TextStyle {
    TextStyle(
      family: theme.family, size: style.size, weight: style.weight, color: style.color)
  }

  /// Shapes a text; characters without a glyph are errors.
  func shape(_ text: StyledText, at location: SourceLocation?) -> ShapedText {
    let shaped = shaper.shape(
      text.text, spans: text.spans, language: document.language.rawValue)
    for missing in shaped.missing where reportedGlyphs.insert(missing.scalar).inserted {
      let code = String(missing.scalar.value, radix: 16, uppercase: true)
      let padded = String(repeating: "0", count: max(0, 4 - code.count)) + code
      let around = String(text.text.prefix(40))
      diagnostics.append(
        .error(
          "text.glyph", "no font has a glyph for \"\(missing.scalar)\" (U+\(padded)) in \"\(around)\"",
          at: location,
          hints: [
            "put a font that has it into the report's folder fonts/, or write another character"
          ]))
    }
    return shaped
  }

  /// Makes a paragraph whose text is one leaf, or whose links and the text between them are.
  func makeParagraph(
    _ text: StyledText, role: Structure.Node?, leading: Double, at location: SourceLocation?
  ) -> Paragraph {
    var text = text
    text.finish()
    let shaped = shape(text, at: location)
    let whole = 0..<text.text.utf8.count
    var parts: [Paragraph.Part] = []
    var linkLeaves: [Int: Structure.LeafID] = [:]
    if let role {
      if text.parts.isEmpty {
        parts = [.init(range: whole, leaf: structure.leaf(role))]
      } else {
        structure.begin(role)
        for part in text.parts {
          let leaf = structure.leaf(Structure.Node(part.role))
          if part.role != .span { linkLeaves[part.range.lowerBound] = leaf }
          parts.append(.init(range: part.range, leaf: leaf))
        }
        structure.end()
      }
    }
    let metrics = shaper.metrics(
      text.spans.first?.style ?? TextStyle(family: theme.family, size: 10))
    let height = metrics.ascent + metrics.descent
    return Paragraph(
      text: shaped, parts: parts,
      links: text.links.map {
        .init(
          range: $0.range, target: $0.target, contents: $0.contents,
          leaf: linkLeaves[$0.range.lowerBound])
      },
      keys: text.keys.map { .init(offset: $0.offset, color: $0.color) },
      baseline: (leading - height) / 2 + metrics.ascent, leading: leading)
  }

  /// Flow items of a text's lines, with widows and orphans kept together.
  func lines(
    of paragraph: Paragraph, width: Double, x: Double = 0, alignment: TableBlock.Alignment = .left
  ) -> [FlowItem] {
    guard !paragraph.text.clusters.isEmpty else { return [] }
    let extra = paragraph.keys.isEmpty
      ? 0 : paragraph.keyWidth(in: 0..<paragraph.text.clusters.count)
    let lines = LineBreaker(paragraph.text).lines(width: max(width - extra, 1), indent: 0)
    let index = add(paragraph)
    var items = lines.map { line in
      let shift: Double
      switch alignment {
      case .left: shift = 0
      case .center: shift = (width - line.width) / 2
      case .right, .decimal: shift = width - line.width
      }
      return FlowItem(
        .box([
          Fragment(x: x + shift, y: 0, .line(paragraph: index, clusters: line.clusters))
        ]), height: paragraph.leading)
    }
    if items.count <= 3 { return items.keptTogether() }
    items[0].keepsWithNext = true
    items[items.count - 2].keepsWithNext = true
    return items
  }

  func paragraph(
    _ inlines: [Inline], _ style: Theme.Style, width: Double, at location: SourceLocation?,
    role: Structure.Role = .paragraph, x: Double = 0
  ) -> [FlowItem] {
    let text = styledText(inlines, style)
    guard !text.isEmpty else { return [] }
    let paragraph = makeParagraph(
      text, role: Structure.Node(role), leading: style.leading, at: location)
    return lines(of: paragraph, width: width, x: x)
      .spaced(before: style.before, after: style.after)
  }
}
