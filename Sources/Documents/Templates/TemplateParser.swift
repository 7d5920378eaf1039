package import Diagnostics
import Formats

/// Reads Mustache: variables, sections, inverted sections, comments, set delimiters, partials.
///
/// Source: the Mustache specification 1.4 (mustache/spec). Lambdas are not of this world; inheritance and dynamic
/// names are errors that say so.
package struct TemplateParser {
  private let source: Source
  private var position: Int
  private let end: Int
  private var open: [UInt8] = Array("{{".utf8)
  private var close: [UInt8] = Array("}}".utf8)
  private var diagnostics: [Diagnostic] = []
  private var stack: [Frame] = []
  private let limits: Limits

  private struct Frame {
    var tag: Template.Tag
    var path: NamePath
    var optional: Bool
    var inverted: Bool
    var nodes: [Template.Node] = []
  }

  /// Parses the bytes of `source` from `start` on.
  package static func parse(
    _ source: Source, from start: Int = 0, limits: Limits = Limits()
  ) throws(DiagnosticError) -> Template {
    var parser = TemplateParser(source: source, position: start, limits: limits)
    let nodes = parser.parse()
    if parser.diagnostics.hasErrors { throw DiagnosticError(parser.diagnostics) }
    return Template(source: source, nodes: nodes)
  }

  private init(source: Source, position: Int, limits: Limits) {
    self.source = source
    self.position = position
    self.limits = limits
    end = source.bytes.count
  }

  private mutating func parse() -> [Template.Node] {
    var root: [Template.Node] = []
    func append(_ node: Template.Node, to stack: inout [Frame], _ root: inout [Template.Node]) {
      if stack.isEmpty { root.append(node) } else { stack[stack.count - 1].nodes.append(node) }
    }
    while position < end {
      guard let tagStart = find(open, from: position) else {
        append(.text(position..<end), to: &stack, &root)
        break
      }
      guard let tag = readTag(at: tagStart) else { break }
      let line = tag.kind.isVariable ? nil : standaloneLine(around: tag.range)
      let textEnd = line?.lowerBound ?? tagStart
      if position < textEnd { append(.text(position..<textEnd), to: &stack, &root) }
      position = line?.upperBound ?? tag.range.upperBound
      switch tag.kind {
      case .comment: break
      case .delimiters: setDelimiters(tag)
      case .variable(let markdown):
        if let hole = hole(tag, markdown: markdown) {
          append(.variable(Template.Tag(range: tag.range), hole), to: &stack, &root)
        }
      case .section(let inverted): openSection(tag, inverted: inverted)
      case .end:
        if let node = closeSection(tag) { append(node, to: &stack, &root) }
      case .partial:
        let indentation = line.map { $0.lowerBound..<tagStart } ?? tagStart..<tagStart
        if let name = partialName(tag) {
          append(
            .partial(Template.Tag(range: tag.range), name: name, indentation: indentation),
            to: &stack, &root)
        }
      case .unsupported(let what):
        fail(
          "template.unsupported", "\(what) is not built yet", tag.range,
          "use a partial with sections instead")
      }
    }
    for frame in stack {
      fail(
        "template.unclosed", "the section \"\(frame.path.text)\" isn't closed", frame.tag.range,
        "close it with {{/\(frame.path.text)}}")
    }
    return root
  }

  // MARK: Tags

  private enum Kind {
    case comment, delimiters, end, partial
    case variable(markdown: Bool)
    case section(inverted: Bool)
    case unsupported(String)

    var isVariable: Bool {
      if case .variable = self { true } else { false }
    }
  }

  private struct RawTag {
    var kind: Kind
    /// Delimiters included.
    var range: Range<Int>
    /// What stands between, without the sigil and white space.
    var content: Range<Int>
  }

  private mutating func readTag(at start: Int) -> RawTag? {
    let bytes = source.bytes
    var content = start + open.count
    let sigil = content < end ? bytes[content] : 0
    var closing = close
    var kind: Kind
    switch sigil {
    case UInt8(ascii: "!"): kind = .comment
    case UInt8(ascii: "="):
      kind = .delimiters
      closing = [UInt8(ascii: "=")] + close
    case UInt8(ascii: "#"): kind = .section(inverted: false)
    case UInt8(ascii: "^"): kind = .section(inverted: true)
    case UInt8(ascii: "/"): kind = .end
    case UInt8(ascii: ">"): kind = .partial
    case UInt8(ascii: "&"): kind = .variable(markdown: true)
    case UInt8(ascii: "{"):
      kind = .variable(markdown: true)
      closing = [UInt8(ascii: "}")] + close
    case UInt8(ascii: "<"), UInt8(ascii: "$"): kind = .unsupported("template inheritance")
    default:
      kind = .variable(markdown: false)
      content -= 1
    }
    content += 1
    guard let stop = find(closing, from: content) else {
      fail(
        "template.unclosed-tag", "the tag isn't closed",
        start..<min(start + open.count + 1, end),
        "close it with \(String(decoding: closing, as: UTF8.self))")
      position = end
      return nil
    }
    var inner = content..<stop
    while let first = bytes[inner].first, Self.isSpace(first) {
      inner = inner.lowerBound + 1..<inner.upperBound
    }
    while let last = bytes[inner].last, Self.isSpace(last) {
      inner = inner.lowerBound..<inner.upperBound - 1
    }
    return RawTag(kind: kind, range: start..<stop + closing.count, content: inner)
  }

  private func text(_ range: Range<Int>) -> String {
    String(decoding: source.bytes[range], as: UTF8.self)
  }

  private mutating func hole(_ tag: RawTag, markdown: Bool) -> Template.Hole? {
    var content = Substring(text(tag.content))
    var hole = Template.Hole(path: NamePath(segments: []), markdown: markdown)
    if content.first == "?" {
      hole.optional = true
      content = content.dropFirst()
    }
    let nameEnd = Self.colon(in: content) ?? content.endIndex
    let name = content[..<nameEnd].trimmingSpaces
    do throws(NamePath.Fault) {
      hole.path = try NamePath(name)
    } catch {
      fail("template.name", error.message, tag.range, error.hint)
      return nil
    }
    guard nameEnd < content.endIndex else { return hole }
    var format = content[content.index(after: nameEnd)...].trimmingSpaces
    let lastPart = format.lastIndex(of: ":").map { format[format.index(after: $0)...] } ?? format
    let bare = lastPart.first == "-" ? lastPart.dropFirst() : lastPart
    if Particle(String(bare)) != nil {
      hole.particle = String(bare)
      hole.particleOnly = lastPart.first == "-"
      format = format[..<lastPart.startIndex]
      if format.last == ":" { format = format.dropLast() }
    }
    if !format.isEmpty {
      hole.format = String(format)
      do throws(FormatError) {
        _ = try ValueFormat.parse(String(format))
      } catch {
        diagnostics.append(
          .error(
            "template.format", error.message, at: SourceLocation(source, tag.range),
            hints: error.hints))
        return nil
      }
    }
    return hole
  }

  /// The colon that ends the name: the first one outside brackets.
  private static func colon(in text: Substring) -> Substring.Index? {
    var depth = 0
    for index in text.indices {
      switch text[index] {
      case "[": depth += 1
      case "]": depth -= 1
      case ":" where depth <= 0: return index
      default: break
      }
    }
    return nil
  }

  private mutating func openSection(_ tag: RawTag, inverted: Bool) {
    var name = Substring(text(tag.content))
    let optional = name.first == "?"
    if optional { name = name.dropFirst() }
    guard stack.count < limits[.templateDepth] else {
      diagnostics.append(
        limits.exceeded(
          .templateDepth, by: "the nesting of sections", at: SourceLocation(source, tag.range)))
      position = end
      return
    }
    do throws(NamePath.Fault) {
      stack.append(
        Frame(
          tag: Template.Tag(range: tag.range), path: try NamePath(name.trimmingSpaces),
          optional: optional, inverted: inverted))
    } catch {
      fail("template.name", error.message, tag.range, error.hint)
    }
  }

  private mutating func closeSection(_ tag: RawTag) -> Template.Node? {
    let name = Substring(text(tag.content)).drop { $0 == "?" }
    guard let frame = stack.last else {
      fail(
        "template.unopened", "{{/\(name)}} closes a section that isn't open", tag.range,
        "open it with {{#\(name)}} or remove this tag")
      return nil
    }
    guard name == frame.path.text || (try? NamePath(name)) == frame.path else {
      diagnostics.append(
        .error(
          "template.crossed", "{{/\(name)}} closes \"\(frame.path.text)\"",
          at: SourceLocation(source, tag.range),
          notes: [.init("opened here", at: SourceLocation(source, frame.tag.range))],
          hints: ["write {{/\(frame.path.text)}} first"]))
      return nil
    }
    stack.removeLast()
    return .section(
      frame.tag, path: frame.path, optional: frame.optional, inverted: frame.inverted,
      body: frame.nodes)
  }

  private mutating func partialName(_ tag: RawTag) -> String? {
    let name = text(tag.content)
    if name.first == "*" {
      fail(
        "template.unsupported", "the dynamic name \"\(name)\" is not built yet", tag.range,
        "name the partial itself: {{> name}}")
      return nil
    }
    return name
  }

  private mutating func setDelimiters(_ tag: RawTag) {
    let parts = text(tag.content).split(whereSeparator: \.isWhitespace)
    guard parts.count == 2, parts.allSatisfy({ !$0.contains("=") }) else {
      fail(
        "template.delimiters", "the delimiters \"\(text(tag.content))\" are not two marks",
        tag.range, "write {{=<% %>=}}")
      return
    }
    open = Array(parts[0].utf8)
    close = Array(parts[1].utf8)
  }

  // MARK: Bytes

  /// The whole line of a tag that stands alone on it, line end included; nil where text stands beside the tag.
  private func standaloneLine(around tag: Range<Int>) -> Range<Int>? {
    let bytes = source.bytes
    var start = tag.lowerBound
    while start > position, bytes[start - 1] == 0x20 || bytes[start - 1] == 0x09 { start -= 1 }
    guard start == 0 || bytes[start - 1] == 0x0A || (start == position && isLineStart(start)) else {
      return nil
    }
    var stop = tag.upperBound
    while stop < end, bytes[stop] == 0x20 || bytes[stop] == 0x09 { stop += 1 }
    if stop < end, bytes[stop] == 0x0D, stop + 1 < end, bytes[stop + 1] == 0x0A { stop += 1 }
    guard stop == end || bytes[stop] == 0x0A else { return nil }
    return start..<min(stop + 1, end)
  }

  private func isLineStart(_ offset: Int) -> Bool {
    offset == 0 || source.bytes[offset - 1] == 0x0A
  }

  private func find(_ mark: [UInt8], from start: Int) -> Int? {
    guard let first = mark.first, start < end else { return nil }
    return source.bytes.withUnsafeBufferPointer { bytes in
      var at = start
      while at + mark.count <= end {
        if bytes[at] == first, bytes[at..<at + mark.count].elementsEqual(mark) { return at }
        at += 1
      }
      return nil
    }
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D
  }

  private mutating func fail(
    _ id: String, _ message: String, _ range: Range<Int>, _ hint: String
  ) {
    diagnostics.append(
      .error(id, message, at: SourceLocation(source, range), hints: [hint]))
  }
}

extension StringProtocol where SubSequence == Substring {
  /// Without white space at both ends.
  package var trimmingSpaces: Substring {
    var rest = self[startIndex..<endIndex]
    while rest.first?.isWhitespace == true { rest = rest.dropFirst() }
    while rest.last?.isWhitespace == true { rest = rest.dropLast() }
    return rest
  }
}
