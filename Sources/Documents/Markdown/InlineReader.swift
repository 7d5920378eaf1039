import Diagnostics

/// Turns a paragraph's nodes into inlines: holes filled, spans, citations and attributes read.
///
/// CommonMark knows none of `[text]{.class}`, `[@key]` and `![…](…){width=60%}`; they arrive as text and are read here.
struct InlineReader {
  /// An image as it stands in the text.
  struct ImageReference {
    var url: String
    var description: [Inline]
    var attributes: Attributes
    var line: Int
    var column: Int
    var location: SourceLocation?
  }

  /// What a run of text and inlines gave.
  struct Result {
    var inlines: [Inline] = []
    var images: [ImageReference] = []
    /// Attributes at the very end of the text, behind a space: a heading's.
    var trailing = Attributes()
  }

  private enum Atom {
    case scalar(Unicode.Scalar, isEscaped: Bool, offset: Int)
    case inline(Inline)
    case image(ImageReference)
  }

  let context: MarkdownContext

  /// Reads the children of a block.
  func read(_ nodes: [CmarkNode]) -> Result {
    var result = Result()
    append(atoms(of: nodes)[...], to: &result)
    return result
  }

  private func atoms(of nodes: [CmarkNode]) -> [Atom] {
    var atoms: [Atom] = []
    for node in nodes {
      switch node.kind {
      case .text: appendText(node, to: &atoms)
      case .softBreak: atoms.append(.inline(.softBreak))
      case .lineBreak: atoms.append(.inline(.lineBreak))
      case .inlineCode: atoms.append(.inline(.code(context.filled(node.literal))))
      case .emphasis: atoms.append(.inline(.emphasis(inner(node, in: &atoms))))
      case .strong: atoms.append(.inline(.strong(inner(node, in: &atoms))))
      case .strikethrough: atoms.append(.inline(.strikethrough(inner(node, in: &atoms))))
      case .link:
        atoms.append(.inline(.link(uri: context.filled(node.url), inner(node, in: &atoms))))
      case .image:
        let location = context.location(node)
        atoms.append(
          .image(
            ImageReference(
              url: context.filled(node.url), description: read(node.children).inlines,
              attributes: Attributes(location: location), line: node.line, column: node.column,
              location: location)))
      case .inlineHTML:
        if let inline = context.html(node.literal, at: node) { atoms.append(.inline(inline)) }
      case .footnoteReference:
        context.fail(
          "markdown.footnote", "footnotes are not built yet", at: context.location(node),
          hint: "put the note into the text, or into the note of a table or figure")
      default:
        atoms += self.atoms(of: node.children)
      }
    }
    return atoms
  }

  private func inner(_ node: CmarkNode, in atoms: inout [Atom]) -> [Inline] {
    let result = read(node.children)
    atoms += result.images.map(Atom.image)
    return result.inlines
  }

  private func appendText(_ node: CmarkNode, to atoms: inout [Atom]) {
    let text = node.literal
    guard text.unicodeScalars.contains(where: Self.isSpecial) else {
      atoms.append(.inline(.text(text)))
      return
    }
    var offset = 0
    var isEscaped = false
    for scalar in text.unicodeScalars {
      if scalar == Marker.escape {
        isEscaped = true
      } else if scalar != Marker.flank {
        atoms.append(.scalar(scalar, isEscaped: isEscaped, offset: offset))
        if scalar == "*", !isEscaped { context.warnOfMark(node, offset: offset, in: text) }
        isEscaped = false
      }
      offset += String(scalar).utf8.count
    }
  }

  /// What needs a closer look than copying.
  private static func isSpecial(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "[", "]", "{", "}", "@", "*": true
    default: Marker.isMarker(scalar)
    }
  }

  // MARK: Reading atoms

  private func append(_ atoms: ArraySlice<Atom>, to result: inout Result) {
    var index = atoms.startIndex
    var text = ""
    func flush(_ result: inout Result) {
      if !text.isEmpty { result.inlines.append(contentsOf: context.holes(in: text)) }
      text = ""
    }
    while index < atoms.endIndex {
      switch atoms[index] {
      case .inline(.text(let literal)):
        text += literal
        index += 1
      case .inline(let inline):
        flush(&result)
        result.inlines.append(inline)
        index += 1
      case .image(var image):
        flush(&result)
        index += 1
        if let (attributes, next) = attributes(at: index, in: atoms) {
          image.attributes = attributes
          image.attributes.location = image.location
          index = next
        }
        result.images.append(image)
      case .scalar("[", isEscaped: false, _):
        if let next = bracket(at: index, in: atoms, flush: flush, into: &result) {
          index = next
        } else {
          text.append("[")
          index += 1
        }
      case .scalar("{", isEscaped: false, _):
        if let (attributes, next) = attributes(at: index, in: atoms), next == atoms.endIndex,
          text.isEmpty || text.last == " "
        {
          while text.last == " " { text.removeLast() }
          flush(&result)
          result.trailing = attributes
          index = next
        } else {
          text.append("{")
          index += 1
        }
      case .scalar("@", isEscaped: false, _) where isReference(at: index, in: atoms):
        context.fail(
          "markdown.reference", "cross references are not built yet", at: nil,
          hint: "name the figure or table in words")
        index += 1
      case .scalar(let scalar, _, _):
        text.unicodeScalars.append(scalar)
        index += 1
      }
    }
    flush(&result)
  }

  /// Reads `[@key; @key]` or `[text]{attributes}`; gives the index behind it, or nil where it is neither.
  private func bracket(
    at start: Int, in atoms: ArraySlice<Atom>, flush: (inout Result) -> Void,
    into result: inout Result
  ) -> Int? {
    guard let close = closing("]", of: "[", from: start, in: atoms) else { return nil }
    let inside = atoms[start + 1..<close]
    if let keys = citationKeys(inside) {
      flush(&result)
      if let numbers = context.cite(keys) { result.inlines.append(.citation(numbers)) }
      return close + 1
    }
    guard let (attributes, next) = attributes(at: close + 1, in: atoms) else { return nil }
    var inner = Result()
    append(inside, to: &inner)
    flush(&result)
    result.images += inner.images
    result.inlines.append(
      .span(context.inlineClass(of: attributes), attributes, inner.inlines))
    return next
  }

  private func citationKeys(_ atoms: ArraySlice<Atom>) -> [String]? {
    guard case .scalar("@", isEscaped: false, _)? = atoms.first else { return nil }
    guard let text = plainText(atoms) else { return nil }
    return context.filled(text).split(separator: ";").map { part in
      let key = part.trimmingSpaces
      return String(key.first == "@" ? key.dropFirst() : key)
    }
  }

  private func attributes(
    at start: Int, in atoms: ArraySlice<Atom>
  ) -> (Attributes, next: Int)? {
    guard atoms.indices.contains(start), case .scalar("{", isEscaped: false, _) = atoms[start],
      let close = closing("}", of: "{", from: start, in: atoms),
      let text = plainText(atoms[start + 1..<close])
    else { return nil }
    do throws(AttributeParser.Fault) {
      return (try context.attributes(text), close + 1)
    } catch {
      return nil
    }
  }

  private func closing(
    _ close: Unicode.Scalar, of open: Unicode.Scalar, from start: Int, in atoms: ArraySlice<Atom>
  ) -> Int? {
    var depth = 0
    for index in start..<atoms.endIndex {
      guard case .scalar(let scalar, isEscaped: false, _) = atoms[index] else { continue }
      if scalar == open { depth += 1 }
      if scalar == close {
        depth -= 1
        if depth == 0 { return index }
      }
    }
    return nil
  }

  private func plainText(_ atoms: ArraySlice<Atom>) -> String? {
    var text = ""
    for atom in atoms {
      switch atom {
      case .scalar(let scalar, _, _): text.unicodeScalars.append(scalar)
      case .inline(.text(let literal)): text += literal
      case .inline(.softBreak): text += " "
      case .inline, .image: return nil
      }
    }
    return text
  }

  private func isReference(at index: Int, in atoms: ArraySlice<Atom>) -> Bool {
    if index > atoms.startIndex, case .scalar(let before, _, _) = atoms[index - 1],
      before.properties.isAlphabetic
    {
      return false
    }
    let ahead = atoms[(index + 1)...].prefix(4).compactMap { atom -> Character? in
      if case .scalar(let scalar, _, _) = atom { Character(scalar) } else { nil }
    }
    return ["fig-", "tbl-", "sec-"].contains(String(ahead))
  }
}
