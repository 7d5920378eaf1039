import Diagnostics
import Inputs

/// Partials, by name or by a value that names them, and the parents that are partials with blocks replaced.
extension Expander {
  /// What stands in a block's place, and the template it is written in.
  struct Replacement {
    var block: Template.Block
    var source: Source
  }

  mutating func include(_ partial: Template.Partial, at site: Site, scope: Scope) {
    if strictness == .strict, let ignored = partial.ignored {
      report(Template.Tag(range: ignored), at: site) { location in
        .error(
          "template.ignored", "what stands in a parent outside its blocks is never printed",
          at: location, hints: ["put it into a block: {{$name}} … {{/name}}"])
      }
    }
    guard let name = name(of: partial, at: site, scope: scope) else { return }
    guard let template = partials[name] else {
      if strictness == .strict { reportMissing(name, partial.tag, at: site) }
      return
    }
    checkReplacements(of: partial, named: name, at: site)
    let outer = replacements
    for block in partial.replacements where replacements[block.name] == nil {
      replacements[block.name] = Replacement(block: block, source: site.source)
    }
    include(template, partial.tag, indentation: partial.indentation, at: site, scope: scope)
    replacements = outer
    // A partial whose last line has no end would swallow the line behind it; Mustache lets it.
    if strictness == .strict, partial.takesLineEnd { endLine(partial.tag, at: site) }
  }

  /// Renders a block, or what replaces it, in the scope of the place where the block stands.
  mutating func render(_ block: Template.Block, at site: Site, scope: Scope) {
    guard let replacement = replacements[block.name] else {
      nested(block.tag, at: site) { $0.render(block.body, at: site, scope: scope) }
      return
    }
    let inner = Site(
      source: replacement.source, id: id(of: replacement.source),
      indentation: site.indentation(adding: block.indentation), margin: replacement.block.margin)
    nested(block.tag, at: site) { $0.render(replacement.block.body, at: inner, scope: scope) }
  }

  private mutating func name(
    of partial: Template.Partial, at site: Site, scope: Scope
  ) -> String? {
    switch partial.name {
    case .fixed(let name): return name
    case .dynamic(let path):
      do throws(Scope.Miss) {
        let found = try scope.look(up: path)
        if let name = found.value.string { return name }
        if strictness == .strict {
          report(partial.tag, at: site) { location in
            .error(
              "template.partial",
              "\"\(path.text)\" is \(found.value.kindName), not the name of a partial",
              at: location, notes: [found.origin.note])
          }
        }
      } catch {
        if strictness == .strict {
          report(partial.tag, at: site) { location in error.diagnostic(at: location) }
        }
      }
      return nil
    }
  }

  private mutating func reportMissing(_ name: String, _ tag: Template.Tag, at site: Site) {
    let known = partials.keys.sorted()
    report(tag, at: site) { location in
      .error(
        "template.partial", "no partial is named \"\(name)\"", at: location,
        hints: known.isEmpty
          ? ["put it into the report's folder: partials/\(name).mustache"]
          : Suggestion.hints(for: name, in: known))
    }
  }

  /// A replacement whose name no block in reach bears would vanish in silence.
  private mutating func checkReplacements(
    of partial: Template.Partial, named name: String, at site: Site
  ) {
    guard strictness == .strict, !partial.replacements.isEmpty else { return }
    var reach = BlockReach(partials: partials)
    reach.visit(name)
    guard !reach.isOpen else { return }
    for block in partial.replacements where !reach.names.contains(block.name) {
      report(block.tag, at: site) { location in
        .error(
          "template.block", "\"\(name)\" has no block \"\(block.name)\"", at: location,
          hints: Suggestion.hints(for: block.name, in: reach.names))
      }
    }
  }
}

/// The names of the blocks in a partial and in all that it includes.
private struct BlockReach {
  let partials: [String: Template]
  private(set) var names: [String] = []
  /// Whether a partial is named by a value, so that the names can't be known.
  private(set) var isOpen = false
  private var visited: Set<String> = []

  init(partials: [String: Template]) {
    self.partials = partials
  }

  mutating func visit(_ name: String) {
    guard visited.insert(name).inserted, let template = partials[name] else { return }
    visit(template.nodes)
  }

  private mutating func visit(_ nodes: [Template.Node]) {
    for node in nodes {
      switch node {
      case .text, .variable: break
      case .section(let section): visit(section.body)
      case .block(let block):
        names.append(block.name)
        visit(block.body)
      case .partial(let partial):
        switch partial.name {
        case .fixed(let name): visit(name)
        case .dynamic: isOpen = true
        }
        for replacement in partial.replacements { visit(replacement.body) }
      }
    }
  }
}
