package import Diagnostics
package import Formats

/// A parsed Mustache template.
package struct Template: Sendable {
  package indirect enum Node: Sendable {
    /// Text as it stands; a range of the source.
    case text(Range<Int>)
    case variable(Tag, Hole)
    case section(Section)
    /// The indentation, bytes of the source, is put before each of the partial's lines.
    case partial(Tag, name: String, indentation: Range<Int>)
  }

  /// Where a tag stands, braces included.
  package struct Tag: Sendable {
    package var range: Range<Int>
  }

  /// What stands between `{{#name}}` or `{{^name}}` and `{{/name}}`.
  package struct Section: Sendable {
    package var tag: Tag
    package var path: NamePath
    /// `{{#?name}}`: left out where the name is unknown.
    package var isOptional: Bool
    /// `{{^name}}`: kept where there is nothing.
    package var isInverted: Bool
    package var body: [Node] = []
  }

  /// What a variable tag asks for.
  package struct Hole: Sendable, Hashable {
    package var path: NamePath
    package var format: ValueFormat?
    package var particle: Particle?
    /// `{{name:-은(는)}}`: the particle alone.
    package var showsParticleOnly = false
    /// `{{?name}}`: prints nothing where the name is unknown or null.
    package var isOptional = false
    /// `{{{name}}}`: the value is Markdown, on purpose.
    package var isMarkdown = false
  }

  package var source: Source
  package var nodes: [Node]
}
