package import Diagnostics

/// What reading Markdown needs to know beside the text, and what it collects on the way.
///
/// A class because the readers of blocks and inlines share one collection; used within one call only.
final class MarkdownContext {
  private let source: MarkdownSource
  private let values: [BoundValue]
  private let settings: MarkdownSettings
  private(set) var diagnostics: [Diagnostic] = []
  /// The keys cited, in the order of their numbers.
  private(set) var citedKeys: [String] = []

  init(source: MarkdownSource, values: [BoundValue], settings: MarkdownSettings) {
    self.source = source
    self.values = values
    self.settings = settings
  }

  // MARK: Holes

  /// Text with its holes filled, for places that hold only text: addresses, attributes, code.
  func filled(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: Marker.isMarker) else { return text }
    var out = ""
    for piece in Marker.pieces(of: text, between: Marker.holeStart, and: Marker.holeEnd) {
      switch piece {
      case .text(let literal):
        out.unicodeScalars.append(
          contentsOf: literal.unicodeScalars.filter { !Marker.isMarker($0) })
      case .number(let number):
        if values.indices.contains(number) { out += values[number].text }
      }
    }
    return out
  }

  /// Text as inlines: literal text and the values in it. A line end in a value is a line break.
  func holes(in text: String) -> [Inline] {
    Marker.pieces(of: text, between: Marker.holeStart, and: Marker.holeEnd).flatMap {
      piece -> [Inline] in
      switch piece {
      case .text(let literal): return [.text(String(literal))]
      case .number(let number):
        guard values.indices.contains(number) else { return [] }
        return values[number].inlines
      }
    }
  }

  /// Parses attributes with their holes in place, then fills them, so that no value can add an attribute.
  func attributes(_ text: String) throws(AttributeParser.Fault) -> Attributes {
    var attributes = try AttributeParser.parse(text)
    attributes.id = attributes.id.map(filled)
    attributes.classes = attributes.classes.map(filled)
    attributes.entries = attributes.entries.map { .init(key: $0.key, value: filled($0.value)) }
    return attributes
  }

  // MARK: Meaning

  func inlineClass(of attributes: Attributes) -> InlineClass {
    guard let name = attributes.classes.first else { return .plain }
    if name == "key" { return .key }
    if settings.styleNames.contains(name) { return .style(name) }
    unknownClass(name, at: attributes.location, known: ["key"])
    return .plain
  }

  func divRole(of attributes: Attributes) -> DivRole {
    guard let name = attributes.classes.first else { return .plain }
    if let role = DivRole(className: name) { return role }
    if settings.styleNames.contains(name) { return .style(name) }
    unknownClass(name, at: attributes.location, known: DivRole.classNames)
    return .plain
  }

  private func unknownClass(_ name: String, at location: SourceLocation?, known: [String]) {
    fail(
      "markdown.class", "unknown class \"\(name)\"", at: location,
      hints: Suggestion.hints(for: name, in: known + settings.styleNames)
        + ["a class of your own: declare it under \"styles\" in theme.yaml"])
  }

  /// The numbers of cited sources; each source is numbered at its first citation.
  func cite(_ keys: [String]) -> [Int]? {
    var numbers: [Int] = []
    for key in keys {
      if let position = citedKeys.firstIndex(of: key) {
        numbers.append(position + 1)
      } else if settings.sourceKeys.contains(key) {
        citedKeys.append(key)
        numbers.append(citedKeys.count)
      } else {
        fail(
          "markdown.citation", "no source has the key \"\(key)\"", at: nil,
          hints: settings.sourceKeys.isEmpty
            ? ["name the list of sources in the front matter: sources: summit.sources"]
            : Suggestion.hints(for: key, in: settings.sourceKeys))
      }
    }
    return numbers.isEmpty ? nil : numbers
  }

  /// `<br>` is a line break, comments vanish, other HTML is an error.
  func html(_ literal: String, at node: CmarkNode) -> Inline? {
    let text = literal.trimmingSpaces
    if ["<br>", "<br/>", "<br />"].contains(text.lowercased()) { return .lineBreak }
    if text.hasPrefix("<!--"), text.hasSuffix("-->") { return nil }
    fail(
      "markdown.html", "HTML is not part of a report: \"\(text.prefix(40))\"", at: location(node),
      hint: "only <br> and comments are read; write \\< for the sign itself")
    return nil
  }

  // MARK: Places and faults

  func location(_ node: CmarkNode) -> SourceLocation? {
    source.location(line: node.line, column: node.column)
  }

  func scope(line: Int, column: Int) -> Scope? {
    source.scope(line: line, column: column)
  }

  func fence(_ number: Int) -> (fence: MarkdownSource.Fence, location: SourceLocation?)? {
    guard source.fences.indices.contains(number) else { return nil }
    let fence = source.fences[number]
    return (fence, source.location(of: fence))
  }

  func scope(of fence: MarkdownSource.Fence) -> Scope? {
    source.scope(of: fence)
  }

  /// Warns of an emphasis mark that CommonMark left in the text.
  func warnOfMark(_ node: CmarkNode, offset: Int, in text: String) {
    let bytes = Array(text.utf8)
    let before = offset > 0 ? bytes[offset - 1] : 0x20
    let after = offset + 1 < bytes.count ? bytes[offset + 1] : 0x20
    guard before != 0x20 || after != 0x20, before != UInt8(ascii: "*") else { return }
    diagnostics.append(
      .warning(
        "markdown.mark", "the mark * is left in the text",
        at: source.location(line: node.line, column: node.column + offset),
        hints: ["if it is meant as a sign, write \\*; if as emphasis, close it beside a letter"]))
  }

  func warn(_ id: String, _ message: String, at location: SourceLocation?, hint: String) {
    diagnostics.append(.warning(id, message, at: location, hints: [hint]))
  }

  func fail(_ id: String, _ message: String, at location: SourceLocation?, hint: String) {
    fail(id, message, at: location, hints: [hint])
  }

  func fail(_ id: String, _ message: String, at location: SourceLocation?, hints: [String]) {
    diagnostics.append(.error(id, message, at: location ?? current, hints: hints))
  }

  func add(_ more: [Diagnostic]) {
    diagnostics += more
  }

  /// The block being read: the place of faults that have none of their own.
  var current: SourceLocation?
}

/// What a report gives to the reading of its text.
package struct MarkdownSettings: Sendable {
  /// Names of text styles that the theme declares.
  package var styleNames: [String]
  /// Keys of the sources that may be cited.
  package var sourceKeys: [String]

  package init(styleNames: [String], sourceKeys: [String]) {
    self.styleNames = styleNames
    self.sourceKeys = sourceKeys
  }
}

extension BoundValue {
  /// The value as inlines: a line end in it is a line break, never a new block.
  package var inlines: [Inline] {
    guard text.utf8.contains(0x0A) || text.utf8.contains(0x0D) else { return [.value(self)] }
    var inlines: [Inline] = []
    let lines = text.replacing("\r\n", with: "\n").split(
      omittingEmptySubsequences: false, whereSeparator: { $0 == "\n" || $0 == "\r" })
    for (index, line) in lines.enumerated() {
      if index > 0 { inlines.append(.lineBreak) }
      var part = self
      part.text = String(line)
      if !line.isEmpty { inlines.append(.value(part)) }
    }
    return inlines
  }
}
