package import Diagnostics

/// Reads Mustache: variables, sections, inverted sections, comments, set delimiters, partials, inheritance.
///
/// Source: the Mustache specification 1.4 (mustache/spec) with its optional modules but for lambdas, which are code.
package struct TemplateParser {
  /// Faults of one template that are shown.
  private static let mostFaults = 50

  let source: Source
  private let limits: Limits
  private(set) var tags: TagScanner
  var position: Int
  var nodes: [Template.Node] = []
  private(set) var open: [OpenElement] = []
  private var diagnostics: [Diagnostic] = []

  /// A section, parent or block whose closing tag is still to come.
  struct OpenElement {
    enum Kind {
      case section(Template.Section)
      case parent(Template.Partial)
      case block(Template.Block, beginsLines: Bool)
      /// The opening tag is at fault.
      case faulty
    }

    /// As written, for the tag that closes it.
    var name: String
    var tag: Template.Tag
    var kind: Kind
    /// What was read before it on the level around it.
    var outer: [Template.Node]
  }

  /// Parses the bytes of `source` from `start` on.
  package static func parse(
    _ source: Source, from start: Int = 0, limits: Limits = Limits()
  ) throws(DiagnosticError) -> Template {
    var parser = TemplateParser(source: source, position: start, limits: limits)
    parser.parse()
    if parser.diagnostics.hasErrors { throw DiagnosticError(parser.diagnostics) }
    return Template(source: source, nodes: parser.nodes)
  }

  private init(source: Source, position: Int, limits: Limits) {
    self.source = source
    self.position = position
    self.limits = limits
    tags = TagScanner(source.bytes)
  }

  private mutating func parse() {
    while position < tags.end, diagnostics.count < Self.mostFaults {
      guard let start = tags.nextTag(from: position) else {
        nodes.append(.text(position..<tags.end))
        break
      }
      do throws(TagScanner.Unclosed) {
        read(try tags.tag(at: start))
      } catch {
        let opened = start..<start + tags.open.count
        fail(
          "template.unclosed-tag", "the tag isn't closed", opened, "close it with \(error.closing)")
        position = opened.upperBound
      }
    }
    guard diagnostics.count < Self.mostFaults else { return }
    for section in open {
      fail(
        "template.unclosed", "the section \"\(section.name)\" isn't closed", section.tag.range,
        "close it with {{/\(section.name)}}")
    }
  }

  private mutating func read(_ tag: TemplateTag) {
    let line = tag.kind.takesItsLine ? line(of: tag) : nil
    let before = line?.lowerBound ?? tag.range.lowerBound
    if position < before { nodes.append(.text(position..<before)) }
    position = line?.upperBound ?? tag.range.upperBound
    switch tag.kind {
    case .comment: break
    case .delimiters: setDelimiters(tag)
    case .variable(let isMarkdown):
      do throws(Template.Hole.Fault) {
        let hole = try Template.Hole(content(of: tag), isMarkdown: isMarkdown)
        nodes.append(.variable(Template.Tag(range: tag.range), hole))
      } catch {
        diagnostics.append(
          .error(error.id, error.message, at: location(tag.range), hints: error.hints))
      }
    case .section(let isInverted): openSection(tag, isInverted: isInverted)
    case .parent: openParent(tag)
    case .block: openBlock(tag, takesItsLine: line != nil)
    case .end: close(tag)
    case .partial:
      if let name = partialName(of: tag) {
        nodes.append(
          .partial(
            Template.Partial(
              tag: Template.Tag(range: tag.range), name: name,
              indentation: before..<tag.range.lowerBound, takesLineEnd: tags.endsLine(line))))
      }
    }
  }

  /// The line that a tag takes with it.
  private func line(of tag: TemplateTag) -> Range<Int>? {
    if let line = tags.standaloneLine(around: tag.range, after: position) { return line }
    return isInParent || isInReplacement ? lineOfReplacement(tag) : nil
  }

  // MARK: Sections

  private mutating func openSection(_ tag: TemplateTag, isInverted: Bool) {
    var name = Substring(content(of: tag))
    let isOptional = name.first == "?"
    if isOptional { name = name.dropFirst().trimmingSpaces }
    var kind = OpenElement.Kind.faulty
    do throws(NamePath.Fault) {
      kind = .section(
        Template.Section(
          tag: Template.Tag(range: tag.range), path: try NamePath(name), isOptional: isOptional,
          isInverted: isInverted))
    } catch {
      fail("template.name", error.message, tag.range, error.hint)
    }
    push(kind, named: String(name), tag)
  }

  mutating func push(_ kind: OpenElement.Kind, named name: String, _ tag: TemplateTag) {
    guard open.count < limits[.templateDepth] else {
      diagnostics.append(
        limits.exceeded(.templateDepth, by: "the nesting of sections", at: location(tag.range)))
      open = []
      position = tags.end
      return
    }
    open.append(
      OpenElement(name: name, tag: Template.Tag(range: tag.range), kind: kind, outer: nodes))
    nodes = []
  }

  private mutating func close(_ tag: TemplateTag) {
    let name = Substring(content(of: tag)).drop { $0 == "?" }.trimmingSpaces
    guard let wanted = open.last?.name, let opened = open.last?.tag.range else {
      fail(
        "template.unopened", "{{/\(name)}} closes a section that isn't open", tag.range,
        "open it with {{#\(name)}} or remove this tag")
      return
    }
    if wanted != name {
      diagnostics.append(
        .error(
          "template.crossed", "{{/\(name)}} closes \"\(wanted)\"", at: location(tag.range),
          notes: [.init("opened here", at: location(opened))],
          hints: ["write {{/\(wanted)}} first"]))
      // Go on as if the sections inside the one meant had been closed, so that one slip is one fault.
      if let meant = open.lastIndex(where: { $0.name == name }) {
        open.removeSubrange((meant + 1)...)
      }
    }
    guard var closed = open.popLast() else { return }
    // Exchanged, not copied: the nodes of the level around are many where sections stand in a row.
    swap(&nodes, &closed.outer)
    let body = closed.outer
    switch closed.kind {
    case .faulty: break
    case .section(var section):
      section.body = body
      nodes.append(.section(section))
    case .parent(let partial): close(partial, over: body, tag)
    case .block(let block, let beginsLines):
      close(block, over: body, beginsLines: beginsLines, tag)
    }
  }

  // MARK: Other tags

  /// The name in a partial's or a parent's tag; nil where it is at fault, which is reported.
  mutating func partialName(of tag: TemplateTag) -> Template.Partial.Name? {
    let name = content(of: tag)
    if name.first == "*" {
      do throws(NamePath.Fault) {
        return .dynamic(try NamePath(name.dropFirst().trimmingSpaces))
      } catch {
        fail("template.name", error.message, tag.range, "write {{>*name}}, where name holds text")
        return nil
      }
    }
    if name.isEmpty {
      fail(
        "template.name", "the partial has no name", tag.range,
        "name a file of partials/ without its ending: {{> name}}")
      return nil
    }
    return .fixed(name)
  }

  private mutating func setDelimiters(_ tag: TemplateTag) {
    let marks = content(of: tag).split(whereSeparator: \.isWhitespace)
    guard marks.count == 2, marks.allSatisfy({ !$0.contains("=") }) else {
      fail(
        "template.delimiters", "the delimiters \"\(content(of: tag))\" are not two marks",
        tag.range, "write {{=<% %>=}}")
      return
    }
    tags.setDelimiters(open: marks[0], close: marks[1])
  }

  func content(of tag: TemplateTag) -> String {
    String(decoding: source.bytes[tag.content], as: UTF8.self)
  }

  private func location(_ range: Range<Int>) -> SourceLocation {
    SourceLocation(source, range)
  }

  mutating func fail(
    _ id: String, _ message: String, _ range: Range<Int>, _ hint: String
  ) {
    diagnostics.append(.error(id, message, at: location(range), hints: [hint]))
  }
}
