package import Diagnostics
package import Formats

/// A parsed Mustache template.
package struct Template: Sendable {
  package indirect enum Node: Sendable {
    /// Text as it stands; a range of the source.
    case text(Range<Int>)
    case variable(Tag, Hole)
    case section(Section)
    case partial(Partial)
    case block(Block)
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

  /// `{{> name}}`, or a parent: `{{< name}} … {{/name}}`, which is a partial some of whose blocks are replaced.
  package struct Partial: Sendable {
    package enum Name: Sendable, Hashable {
      case fixed(String)
      /// `{{>*name}}`: the partial that a value names.
      case dynamic(NamePath)
    }

    package var tag: Tag
    package var name: Name
    /// Bytes of the source that are put before each of the partial's lines.
    package var indentation: Range<Int>
    /// Whether it took a line's end with it.
    package var takesLineEnd = false
    package var replacements: [Block] = []
    /// The first thing inside a parent that is no block and so never shows.
    package var ignored: Range<Int>?
  }

  /// `{{$name}} … {{/name}}`: text that whoever names this template as a parent may replace.
  package struct Block: Sendable {
    package var tag: Tag
    package var name: String
    /// Bytes of the source put before each line of what replaces the block.
    package var indentation: Range<Int>
    /// How far all lines of the body stand to the right, in bytes; what takes the body elsewhere takes that away.
    package var margin = 0
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
