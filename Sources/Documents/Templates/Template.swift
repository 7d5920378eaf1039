package import Diagnostics

/// A parsed Mustache template.
package struct Template: Sendable {
  package indirect enum Node: Sendable {
    /// Text as it stands; a range of the source.
    case text(Range<Int>)
    case variable(Tag, Hole)
    case section(Tag, path: NamePath, optional: Bool, inverted: Bool, body: [Node])
    /// The indentation, bytes of the source, is put before each of the partial's lines.
    case partial(Tag, name: String, indentation: Range<Int>)
  }

  /// Where a tag stands, braces included.
  package struct Tag: Sendable {
    package var range: Range<Int>
  }

  /// What a variable tag asks for.
  package struct Hole: Sendable, Hashable {
    package var path: NamePath
    package var format: String?
    package var particle: String?
    /// `{{name:-은(는)}}`: the particle alone.
    package var particleOnly = false
    /// `{{?name}}`: prints nothing where the name is unknown or null.
    package var optional = false
    /// `{{{name}}}`: the value is Markdown, on purpose.
    package var markdown = false
  }

  package var source: Source
  package var nodes: [Node]
}
