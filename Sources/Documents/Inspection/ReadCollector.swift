import Diagnostics
import Formats
import Inputs

/// Walks templates and specifications without expanding them and notes each name that they read.
struct ReadCollector {
  private(set) var reads: [ReportRead] = []
  private let partials: [String: Template]
  private let specifications: SpecificationFiles
  private var visited: Set<String> = []

  /// Reads the specifications that the text names.
  struct SpecificationFiles {
    var chart: (String) -> Located?
    var table: (String) -> Located?
  }

  init(partials: [String: Template], specifications: SpecificationFiles) {
    self.partials = partials
    self.specifications = specifications
  }

  // MARK: Templates

  mutating func visit(_ template: Template, in scope: StaticScope) {
    visit(template.nodes, of: template.source, in: scope)
  }

  /// The tags of a text that stands elsewhere, such as a title.
  mutating func visit(_ text: String, at location: SourceLocation?, in scope: StaticScope) {
    guard text.contains("{{"),
      let template = try? TemplateParser.parse(Source(name: "", text: text))
    else { return }
    for case .variable(_, let hole) in template.nodes { note(hole, at: location, in: scope) }
  }

  private mutating func visit(_ nodes: [Template.Node], of source: Source, in scope: StaticScope) {
    for node in nodes {
      switch node {
      case .text(let range): visitFigures(source, range, in: scope)
      case .variable(let tag, let hole):
        note(hole, at: SourceLocation(source, tag.range), in: scope)
      case .section(let section): visit(section, of: source, in: scope)
      case .block(let block): visit(block.body, of: source, in: scope)
      case .partial(let partial):
        switch partial.name {
        case .fixed(let name): visitPartial(name, in: scope)
        case .dynamic(let path):
          note(
            path, .value, isOptional: false, at: SourceLocation(source, partial.tag.range),
            in: scope)
          for name in partials.keys.sorted() { visitPartial(name, in: scope) }
        }
        for block in partial.replacements { visit(block.body, of: source, in: scope) }
      }
    }
  }

  private mutating func visit(
    _ section: Template.Section, of source: Source, in scope: StaticScope
  ) {
    let location = SourceLocation(source, section.tag.range)
    let found = note(
      section.path, .section, isOptional: section.isOptional, at: location, in: scope)
    switch (found, section.isInverted) {
    case (.found(let place), false) where place.isEmptyList:
      visit(section.body, of: source, in: scope.hypothetical)
    case (.found(let place), false) where place.shape.kind != .bool:
      visit(section.body, of: source, in: scope.entering(place))
    case (.missing, false): visit(section.body, of: source, in: scope.hypothetical)
    case (.found, _), (.builtin, _), (.missing, true):
      visit(section.body, of: source, in: scope)
    }
  }

  private mutating func visitPartial(_ name: String, in scope: StaticScope) {
    guard let template = partials[name], visited.insert("\(name)|\(scope.key)").inserted else {
      return
    }
    visit(template, in: scope)
  }

  // MARK: Figures

  /// Charts and tables are images whose address ends as theirs do.
  private mutating func visitFigures(
    _ source: Source, _ range: Range<Int>, in scope: StaticScope
  ) {
    let text = String(decoding: source.bytes[range], as: UTF8.self)
    for part in text.split(separator: "](").dropFirst() {
      let address = String(part.prefix { $0 != ")" && $0 != " " && $0 != "\n" })
      if address.hasSuffix(".vl.json"), let spec = specifications.chart(address) {
        visit(chart: spec, in: scope)
      } else if address.hasSuffix(".table.yaml"), let spec = specifications.table(address) {
        visit(table: spec, in: scope)
      }
    }
  }

  // MARK: Notes

  private mutating func note(
    _ hole: Template.Hole, at location: SourceLocation?, in scope: StaticScope
  ) {
    note(
      hole.path, .value, isOptional: hole.isOptional, format: hole.format?.text, at: location,
      in: scope)
  }

  @discardableResult
  mutating func note(
    _ path: NamePath, _ role: ReportRead.Role, isOptional: Bool, format: String? = nil,
    at location: SourceLocation?, in scope: StaticScope
  ) -> StaticScope.Result {
    let result = scope.look(up: path)
    var read = ReportRead(
      path: path.text, role: role, isOptional: isOptional, format: format, location: location,
      shape: nil, isHypothetical: scope.isHypothetical || !scope.hasData, suggestion: nil)
    switch result {
    case .builtin: return result
    case .found(let place):
      read.path = place.path
      read.shape = place.shape
    case .missing(let known):
      read.suggestion = path.segments.last.flatMap { Suggestion.nearest(to: $0, in: known) }
    }
    reads.append(read)
    return result
  }

  /// Notes a column of rows, where they have it; what has another name was made by a transform.
  mutating func note(field name: String, of rows: StaticScope.Place, at location: SourceLocation?) {
    if let place = rows.member(name) { note(column: place, at: location) }
  }

  mutating func note(
    column place: StaticScope.Place, format: String? = nil, at location: SourceLocation?
  ) {
    reads.append(
      ReportRead(
        path: place.path, role: .field, isOptional: true, format: format, location: location,
        shape: place.shape, isHypothetical: false, suggestion: nil))
  }
}
