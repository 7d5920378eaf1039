package import Diagnostics
import Inputs

/// Expands templates over a scope: control flow becomes text, values become holes.
///
/// Values never meet the Markdown parser, so no value can change the document's structure.
package struct Expander {
  /// What becomes of a name or a partial that isn't there.
  package enum Strictness: Sendable {
    /// It is an error: a report never blanks what is missing.
    case strict
    /// It stands for nothing, as the Mustache specification has it.
    case lenient
  }

  let printer: HolePrinter
  let strictness: Strictness
  let partials: [String: Template]
  private let depthLimit: Int
  private let byteLimit: Int
  private let turnLimit: Int
  private let limits: Limits

  private var expansion = Expansion()
  private var sources: [String: Expansion.SourceID] = [:]
  private var diagnostics: [Diagnostic] = []
  /// Tags whose fault has been reported: a loop meets the same one at every turn.
  private var reported: Set<Place> = []
  private(set) var includes: [SourceLocation] = []
  /// What replaces blocks of the templates being included, by name; the outermost parent's word counts.
  var replacements: [String: Replacement] = [:]
  private var depth = 0
  private var turns = 0
  /// Set once a limit is passed: nothing more is expanded.
  private(set) var isFull = false

  private struct Place: Hashable {
    var source: Expansion.SourceID
    var offset: Int
  }

  /// Where nodes are rendered: in which template, and behind which indentation of partials.
  struct Site {
    var source: Source
    var id: Expansion.SourceID
    /// What each line begins with.
    var indentation: [UInt8] = []
    /// How many blanks each line of the source loses at its start.
    var margin = 0

    func location(of tag: Template.Tag) -> SourceLocation {
      SourceLocation(source, tag.range)
    }

    /// The indentation of what is included behind blanks of this site's source.
    func indentation(adding blanks: Range<Int>) -> [UInt8] {
      let lost = isLineStart(blanks.lowerBound) ? margin : 0
      return indentation + source.bytes[blanks].dropFirst(lost)
    }

    /// The first byte of a line that is printed, given the first in the source.
    func start(ofLine offset: Int, before end: Int) -> Int {
      guard margin > 0, isLineStart(offset) else { return offset }
      var start = offset
      while start < min(end, offset + margin), TagScanner.isBlank(source.bytes[start]) {
        start += 1
      }
      return start
    }

    private func isLineStart(_ offset: Int) -> Bool {
      offset == 0 || source.bytes[offset - 1] == 0x0A
    }
  }

  /// Expands a template; all unknown names are reported at once.
  package static func expand(
    _ template: Template, in scope: Scope, printer: HolePrinter, partials: [String: Template] = [:],
    strictness: Strictness = .strict, limits: Limits = Limits()
  ) throws(DiagnosticError) -> Expansion {
    var expander = Expander(
      printer: printer, partials: partials, strictness: strictness, limits: limits)
    let site = Site(source: template.source, id: expander.id(of: template.source))
    expander.expansion.enter(scope)
    expander.render(template.nodes, at: site, scope: scope)
    if expander.diagnostics.hasErrors { throw DiagnosticError(expander.diagnostics) }
    return expander.expansion
  }

  private init(
    printer: HolePrinter, partials: [String: Template], strictness: Strictness, limits: Limits
  ) {
    self.printer = printer
    self.partials = partials
    self.strictness = strictness
    self.limits = limits
    depthLimit = limits[.templateDepth]
    byteLimit = limits[.templateBytes]
    turnLimit = limits[.rows]
  }

  mutating func render(_ nodes: [Template.Node], at site: Site, scope: Scope) {
    for node in nodes where !isFull {
      switch node {
      case .text(let range): copy(range, at: site)
      case .variable(let tag, let hole): fill(hole, tag, at: site, scope: scope)
      case .section(let section):
        render(section, at: site, scope: scope)
        expansion.enter(scope)
      case .partial(let partial):
        include(partial, at: site, scope: scope)
        expansion.enter(scope)
      case .block(let block):
        render(block, at: site, scope: scope)
        expansion.enter(scope)
      }
    }
  }

  // MARK: Sections and partials

  private mutating func render(_ section: Template.Section, at site: Site, scope: Scope) {
    var found: Scope.Binding?
    do throws(Scope.Miss) {
      found = try scope.look(up: section.path)
    } catch {
      if !section.isOptional, strictness == .strict {
        let mark = section.isInverted ? "^" : "#"
        report(section.tag, at: site) { location in
          error.diagnostic(
            at: location, hint: "if it may be missing, write {{\(mark)?\(section.path.text)}}")
        }
        return
      }
    }
    if section.isInverted {
      if found?.value.isTruthy != true { turn(section, at: site, scope: scope) }
      return
    }
    guard let found else { return }
    switch found.value.kind {
    case .null, .bool(false): break
    case .bool(true): turn(section, at: site, scope: scope)
    case .array(let items):
      for (index, item) in items.enumerated() where !isFull {
        let binding = Scope.Binding(item, origin: found.origin.appending(index))
        turn(
          section, at: site, scope: scope.entering(binding, index: index, of: items.count))
      }
    case .object, .string, .number:
      turn(section, at: site, scope: scope.entering(found))
    }
  }

  private mutating func turn(_ section: Template.Section, at site: Site, scope: Scope) {
    expansion.enter(scope)
    nested(section.tag, at: site) { $0.render(section.body, at: site, scope: scope) }
  }

  /// Renders a template that a tag includes.
  mutating func include(
    _ template: Template, _ tag: Template.Tag, indentation: Range<Int>, at site: Site, scope: Scope
  ) {
    let inner = Site(
      source: template.source, id: id(of: template.source),
      indentation: site.indentation(adding: indentation))
    includes.append(site.location(of: tag))
    nested(tag, at: site) { $0.render(template.nodes, at: inner, scope: scope) }
    includes.removeLast()
  }

  /// Goes one level down, within the limits of depth and of work.
  mutating func nested(
    _ tag: Template.Tag, at site: Site, _ body: (inout Expander) -> Void
  ) {
    turns += 1
    guard turns <= turnLimit else {
      stop(limits.exceeded(.rows, by: "the expansion of sections", at: site.location(of: tag)))
      return
    }
    guard depth < depthLimit else {
      stop(
        limits.exceeded(
          .templateDepth, by: "the nesting of sections and partials", at: site.location(of: tag)))
      return
    }
    depth += 1
    body(&self)
    depth -= 1
  }

  // MARK: Text and values

  private mutating func copy(_ range: Range<Int>, at site: Site) {
    guard !site.indentation.isEmpty || site.margin > 0 else {
      if admits(range.count, at: site, range) { expansion.copy(range, of: site.id) }
      return
    }
    var start = range.lowerBound
    while start < range.upperBound, !isFull {
      let end =
        site.source.bytes[start..<range.upperBound].firstIndex(of: 0x0A).map { $0 + 1 }
        ?? range.upperBound
      let first = site.start(ofLine: start, before: end)
      indent(at: site, first..<first)
      if admits(end - first, at: site, first..<end) { expansion.copy(first..<end, of: site.id) }
      start = end
    }
  }

  private mutating func fill(
    _ hole: Template.Hole, _ tag: Template.Tag, at site: Site, scope: Scope
  ) {
    indent(at: site, tag.range)
    do throws(HolePrinter.Fault) {
      guard let value = try printer.value(of: hole, in: scope) else { return }
      if hole.isMarkdown {
        write(markdown: value, tag, at: site)
      } else if admits(Marker.mostHoleBytes, at: site, tag.range) {
        expansion.write(value, for: tag.range, of: site.id)
      }
    } catch {
      if strictness == .lenient, error.isMiss { return }
      report(tag, at: site) { error.diagnostic(of: hole, at: $0) }
    }
  }

  private mutating func write(markdown value: BoundValue, _ tag: Template.Tag, at site: Site) {
    guard !value.text.unicodeScalars.contains(where: Marker.isMarker) else {
      report(tag, at: site) { location in
        .error(
          "template.marker", "the value holds a noncharacter that BriefKit uses itself",
          at: location, notes: [value.origin.note], hints: ["remove the invisible character"])
      }
      return
    }
    if admits(value.text.utf8.count, at: site, tag.range) {
      expansion.write(markdown: value.text, for: tag.range, of: site.id)
    }
  }

  private mutating func indent(at site: Site, _ place: Range<Int>) {
    guard !site.indentation.isEmpty, expansion.isAtLineStart,
      admits(site.indentation.count, at: site, place)
    else { return }
    expansion.write(site.indentation, for: place, of: site.id)
  }

  mutating func endLine(_ tag: Template.Tag, at site: Site) {
    guard !expansion.isAtLineStart, admits(1, at: site, tag.range) else { return }
    expansion.write(CollectionOfOne(UInt8(ascii: "\n")), for: tag.range, of: site.id)
  }

  private mutating func admits(_ count: Int, at site: Site, _ place: Range<Int>) -> Bool {
    if expansion.bytes.count + count <= byteLimit { return true }
    stop(
      limits.exceeded(
        .templateBytes, by: "the expanded text", at: SourceLocation(site.source, place)))
    return false
  }

  // MARK: Bookkeeping

  mutating func id(of source: Source) -> Expansion.SourceID {
    if let id = sources[source.name] { return id }
    let id = expansion.add(source)
    sources[source.name] = id
    return id
  }

  private mutating func stop(_ diagnostic: Diagnostic) {
    if !isFull { diagnostics.append(diagnostic) }
    isFull = true
  }

  /// Reports the fault of a tag the first time that it is met.
  mutating func report(
    _ tag: Template.Tag, at site: Site, _ diagnostic: (SourceLocation) -> Diagnostic
  ) {
    let place = Place(source: site.id, offset: tag.range.lowerBound)
    guard reported.insert(place).inserted else { return }
    var diagnostic = diagnostic(site.location(of: tag))
    if let include = includes.last {
      diagnostic.notes.append(Diagnostic.Note("included here", at: include))
    }
    diagnostics.append(diagnostic)
  }
}

extension Value {
  /// What a section shows itself for: anything but null, false and the empty list.
  fileprivate var isTruthy: Bool {
    switch kind {
    case .null, .bool(false): false
    case .array(let items): !items.isEmpty
    case .bool(true), .number, .string, .object: true
    }
  }
}
