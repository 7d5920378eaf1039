package import Diagnostics
import Formats
import Inputs

/// Expands templates over a scope: control flow becomes text, values become holes.
///
/// Values never meet the Markdown parser, so no value can change the document's structure.
package struct Expander {
  private let printer: ValuePrinter
  private let limits: Limits
  /// A partial by name; nil where there is none.
  private let partial: (String) throws(DiagnosticError) -> Template?
  private let partialNames: [String]

  private var expansion = Expansion()
  private var sourceIndex: [String: Int] = [:]
  private var diagnostics: [Diagnostic] = []
  private var depth = 0
  private var isFull = false

  package init(
    printer: ValuePrinter, limits: Limits, partialNames: [String] = [],
    partial: @escaping (String) throws(DiagnosticError) -> Template? = { _ in nil }
  ) {
    self.printer = printer
    self.limits = limits
    self.partialNames = partialNames
    self.partial = partial
  }

  /// Expands a template; all unknown names are reported at once.
  package func expand(
    _ template: Template, in scope: Scope
  ) throws(DiagnosticError) -> Expansion {
    var run = self
    run.render(template.nodes, of: template.source, scope: scope, indentation: [])
    if run.diagnostics.hasErrors { throw DiagnosticError(run.diagnostics) }
    return run.expansion
  }

  private mutating func render(
    _ nodes: [Template.Node], of source: Source, scope: Scope, indentation: [UInt8]
  ) {
    markScope(scope)
    let sourceID = index(of: source)
    for node in nodes where !isFull {
      switch node {
      case .text(let range):
        copy(range, of: source, sourceID, indentation: indentation)
      case .variable(let tag, let hole):
        indentIfAtLineStart(indentation, sourceID, tag.range.lowerBound)
        fill(hole, tag: tag, source: source, sourceID, scope: scope)
      case .section(let tag, let path, let optional, let inverted, let body):
        let found = look(up: path, in: scope, at: tag, of: source, optional: optional)
        guard let found else {
          if optional && inverted {
            render(body, of: source, scope: scope, indentation: indentation)
            markScope(scope)
          }
          continue
        }
        section(
          found, inverted: inverted, body: body, of: source, scope: scope,
          indentation: indentation)
        markScope(scope)
      case .partial(let tag, let name, let own):
        include(
          name, tag: tag, of: source, scope: scope,
          indentation: indentation + source.bytes[own])
        markScope(scope)
      }
    }
  }

  private mutating func section(
    _ found: Scope.Binding, inverted: Bool, body: [Template.Node], of source: Source, scope: Scope,
    indentation: [UInt8]
  ) {
    if inverted {
      if !Self.isTruthy(found.value) {
        render(body, of: source, scope: scope, indentation: indentation)
      }
      return
    }
    switch found.value.kind {
    case .null, .bool(false): break
    case .bool(true): render(body, of: source, scope: scope, indentation: indentation)
    case .array(let items):
      for (index, item) in items.enumerated() where !isFull {
        let binding = Scope.Binding(item, origin: found.origin.appending(index))
        render(
          body, of: source, scope: scope.entering(binding, index: index, of: items.count),
          indentation: indentation)
      }
    case .object, .string, .number:
      render(body, of: source, scope: scope.entering(found), indentation: indentation)
    }
  }

  private static func isTruthy(_ value: Value) -> Bool {
    switch value.kind {
    case .null, .bool(false): false
    case .array(let items): !items.isEmpty
    case .bool(true), .number, .string, .object: true
    }
  }

  private mutating func include(
    _ name: String, tag: Template.Tag, of source: Source, scope: Scope, indentation: [UInt8]
  ) {
    let location = SourceLocation(source, tag.range)
    guard depth < limits[.templateDepth] else {
      diagnostics.append(limits.exceeded(.templateDepth, by: "the nesting of partials", at: location))
      isFull = true
      return
    }
    do throws(DiagnosticError) {
      guard let template = try partial(name) else {
        diagnostics.append(
          .error(
            "template.partial", "no partial is named \"\(name)\"", at: location,
            hints: Suggestion.hints(for: name, in: partialNames)))
        return
      }
      depth += 1
      render(template.nodes, of: template.source, scope: scope, indentation: indentation)
      depth -= 1
    } catch {
      diagnostics += error.diagnostics
      isFull = true
    }
  }

  // MARK: Values

  private mutating func fill(
    _ hole: Template.Hole, tag: Template.Tag, source: Source, _ sourceID: Int, scope: Scope
  ) {
    guard let found = look(up: hole.path, in: scope, at: tag, of: source, optional: hole.optional)
    else { return }
    let location = SourceLocation(source, tag.range)
    do throws(FormatError) {
      guard let text = try printer.text(found.value, format: hole.format) else {
        if !hole.optional {
          diagnostics.append(
            .error(
              "template.null", "\"\(hole.path.text)\" is null", at: location,
              hints: ["if it may be missing: {{?\(hole.path.text)}}"]))
        }
        return
      }
      if hole.markdown {
        emit(Array(text.utf8), from: sourceID, tag.range.lowerBound)
        return
      }
      let shown = particle(of: hole, after: text)
      emit(
        Array("\(Marker.holeStart)\(expansion.values.count)\(Marker.holeEnd)".utf8),
        from: sourceID, tag.range.lowerBound)
      expansion.values.append(
        BoundValue(
          text: shown, value: found.value, origin: found.origin, format: hole.format))
    } catch {
      let format = hole.format.map { " as \"\($0)\"" } ?? ""
      diagnostics.append(
        .error(
          "template.value", "\"\(hole.path.text)\" can't be printed\(format): \(error.message)",
          at: location, hints: error.hints))
    }
  }

  private func particle(of hole: Template.Hole, after text: String) -> String {
    guard let notation = hole.particle, printer.language == .ko,
      let particle = Particle(notation)
    else { return hole.particleOnly ? "" : text }
    let chosen = particle.form(after: text)
    return hole.particleOnly ? chosen : text + chosen
  }

  private mutating func look(
    up path: NamePath, in scope: Scope, at tag: Template.Tag, of source: Source, optional: Bool
  ) -> Scope.Binding? {
    do throws(Scope.Miss) {
      return try scope.look(up: path)
    } catch {
      if !optional {
        diagnostics.append(error.diagnostic(at: SourceLocation(source, tag.range)))
      }
      return nil
    }
  }

  // MARK: Output

  private mutating func index(of source: Source) -> Int {
    if let index = sourceIndex[source.name] { return index }
    sourceIndex[source.name] = expansion.sources.count
    expansion.sources.append(source)
    return expansion.sources.count - 1
  }

  private mutating func markScope(_ scope: Scope) {
    let start = expansion.bytes.count
    if expansion.scopes.last?.start == start {
      expansion.scopes[expansion.scopes.count - 1].scope = scope
    } else {
      expansion.scopes.append(.init(start: start, scope: scope))
    }
  }

  private var isAtLineStart: Bool {
    expansion.bytes.last == 0x0A || expansion.bytes.isEmpty
  }

  private mutating func indentIfAtLineStart(_ indentation: [UInt8], _ source: Int, _ place: Int) {
    if !indentation.isEmpty, isAtLineStart { emit(indentation, from: source, place) }
  }

  private mutating func emit(_ bytes: [UInt8], from source: Int, _ place: Int) {
    append(bytes[...], .init(start: 0, source: source, sourceStart: place, copied: false))
  }

  private mutating func append(_ bytes: ArraySlice<UInt8>, _ segment: Expansion.Segment) {
    guard expansion.bytes.count + bytes.count <= limits[.templateBytes] else {
      diagnostics.append(
        limits.exceeded(
          .templateBytes, by: "the expanded text",
          at: SourceLocation(
            expansion.sources[segment.source], segment.sourceStart..<segment.sourceStart)))
      isFull = true
      return
    }
    var segment = segment
    segment.start = expansion.bytes.count
    expansion.segments.append(segment)
    expansion.bytes += bytes
  }

  private mutating func copy(
    _ range: Range<Int>, of source: Source, _ sourceID: Int, indentation: [UInt8]
  ) {
    guard !indentation.isEmpty else {
      append(
        source.bytes[range],
        .init(start: 0, source: sourceID, sourceStart: range.lowerBound, copied: true))
      return
    }
    var start = range.lowerBound
    while start < range.upperBound {
      let line =
        source.bytes[start..<range.upperBound].firstIndex(of: 0x0A).map { $0 + 1 }
        ?? range.upperBound
      indentIfAtLineStart(indentation, sourceID, start)
      append(
        source.bytes[start..<line],
        .init(start: 0, source: sourceID, sourceStart: start, copied: true))
      start = line
    }
  }
}

extension Scope.Miss {
  /// The miss as an error at the place that asked.
  package func diagnostic(at location: SourceLocation?) -> Diagnostic {
    if name == "." {
      return .error(
        "template.unknown", "\".\" stands outside any section", at: location,
        hints: ["name a value: {{summit.name}}"])
    }
    if let parentKind {
      return .error(
        "template.unknown", "\"\(parent)\" is \(parentKind) and has no \"\(name)\"", at: location,
        hints: parentKind == "a list" ? ["go through it with {{#\(parent)}} … {{/\(parent)}}"] : [])
    }
    let place = parent.isEmpty ? "" : " in \"\(parent)\""
    return .error(
      "template.unknown", "unknown name \"\(name)\"\(place)", at: location,
      hints: Suggestion.hints(for: name, in: known)
        + ["if it may be missing, say so: {{?name}}, {{#?name}}"])
  }
}
