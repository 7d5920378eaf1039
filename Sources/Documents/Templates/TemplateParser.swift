package import Diagnostics

/// Reads Mustache: variables, sections, inverted sections, comments, set delimiters, partials.
///
/// Source: the Mustache specification 1.4 (mustache/spec). Lambdas are not of this world; inheritance and dynamic
/// names are errors that say so.
package struct TemplateParser {
  /// Faults of one template that are shown.
  private static let mostFaults = 50

  private let source: Source
  private let limits: Limits
  private var tags: TagScanner
  private var position: Int
  private var nodes: [Template.Node] = []
  private var open: [OpenSection] = []
  private var diagnostics: [Diagnostic] = []

  private struct OpenSection {
    /// As written, for the tag that closes it.
    var name: String
    var tag: Template.Tag
    /// Nil where the opening tag is at fault.
    var section: Template.Section?
    /// What was read before it on the level around it; once it is closed, what stands in it.
    var nodes: [Template.Node]
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
    let line =
      tag.kind.takesItsLine ? tags.standaloneLine(around: tag.range, after: position) : nil
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
    case .inheritance:
      fail(
        "template.unsupported", "template inheritance is not built yet", tag.range,
        "use a partial with sections instead")
      push(nil, named: content(of: tag), tag)
    case .end: closeSection(tag)
    case .partial: addPartial(tag, indentation: before..<tag.range.lowerBound)
    }
  }

  // MARK: Sections

  private mutating func openSection(_ tag: TemplateTag, isInverted: Bool) {
    var name = Substring(content(of: tag))
    let isOptional = name.first == "?"
    if isOptional { name = name.dropFirst().trimmingSpaces }
    guard open.count < limits[.templateDepth] else {
      diagnostics.append(
        limits.exceeded(.templateDepth, by: "the nesting of sections", at: location(tag.range)))
      open = []
      position = tags.end
      return
    }
    var section: Template.Section?
    do throws(NamePath.Fault) {
      section = Template.Section(
        tag: Template.Tag(range: tag.range), path: try NamePath(name), isOptional: isOptional,
        isInverted: isInverted)
    } catch {
      fail("template.name", error.message, tag.range, error.hint)
    }
    push(section, named: String(name), tag)
  }

  private mutating func push(_ section: Template.Section?, named name: String, _ tag: TemplateTag) {
    open.append(
      OpenSection(
        name: name, tag: Template.Tag(range: tag.range), section: section, nodes: nodes))
    nodes = []
  }

  private mutating func closeSection(_ tag: TemplateTag) {
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
    swap(&nodes, &closed.nodes)
    if var section = closed.section {
      section.body = closed.nodes
      nodes.append(.section(section))
    }
  }

  // MARK: Other tags

  private mutating func addPartial(_ tag: TemplateTag, indentation: Range<Int>) {
    let name = content(of: tag)
    if name.first == "*" {
      fail(
        "template.unsupported", "the dynamic name \"\(name)\" is not built yet", tag.range,
        "name the partial itself: {{> name}}")
    } else if name.isEmpty {
      fail(
        "template.name", "the partial has no name", tag.range,
        "name a file of partials/ without its ending: {{> name}}")
    } else {
      nodes.append(
        .partial(Template.Tag(range: tag.range), name: name, indentation: indentation))
    }
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

  private func content(of tag: TemplateTag) -> String {
    String(decoding: source.bytes[tag.content], as: UTF8.self)
  }

  private func location(_ range: Range<Int>) -> SourceLocation {
    SourceLocation(source, range)
  }

  private mutating func fail(
    _ id: String, _ message: String, _ range: Range<Int>, _ hint: String
  ) {
    diagnostics.append(.error(id, message, at: location(range), hints: [hint]))
  }
}
