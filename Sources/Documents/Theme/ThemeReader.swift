package import Diagnostics
import Graphics
package import Inputs

/// Reads theme.yaml over the standard theme, key by key.
package enum ThemeReader {
  /// The theme with the file's changes in it; all faults of the file at once.
  package static func read(
    _ file: Located, over base: Theme = .standard
  ) throws(DiagnosticError) -> Theme {
    var decoding = Decoding(file.source)
    var theme = base
    let parts = parts.read(file.value, &decoding)
    if let parts { apply(parts, to: &theme, &decoding) }
    let diagnostics = decoding.finish()
    if diagnostics.hasErrors { throw DiagnosticError(diagnostics) }
    return theme
  }

  // MARK: What a theme may say

  private struct Parts: Sendable {
    var fonts: Fonts?
    var colors: [(key: String, value: Color)]
    var palette: [Color]?
    var page: PageParts?
    var spacing: SpacingParts?
    var styles: [(key: String, value: StyleParts)]
  }

  private struct Fonts: Sendable {
    var text: String?
    var italic: String?
    var monospaced: String?
  }

  private struct StyleParts: Sendable {
    var size: Double?
    var leading: Double?
    var weight: TextStyle.Weight?
    var color: ColorName?
    var before: Double?
    var after: Double?
  }

  private struct ColorName: Sendable {
    var name: String
    var range: Range<Int>
  }

  private struct SpacingParts: Sendable {
    var gutter: Double?
    var step: Double?
    var block: Double?
    var padding: Double?
    var cell: Double?
    var rule: Double?
    var hairline: Double?
  }

  private static let parts = Shape<Parts>.object(
    "theme", "The look of a report.",
    .optional("fonts", fonts, "The families, by name."),
    Field(
      "colors", Shape.dictionary(of: .color), default: [],
      "Colours: ink, secondary, hairline, tint, accent, warning, paper, and names of your own."),
    .optional("palette", Shape.list(of: .color), "Colours of categories, in order."),
    .optional("page", PageParts.shape, "The sheet and its margins."),
    .optional("spacing", spacing, "Gaps and lines."),
    Field(
      "styles", Shape.dictionary(of: style), default: [],
      "How each kind of text is set; a name of your own is a class."),
    make: Parts.init)

  private static let fonts = Shape<Fonts>.object(
    "set of fonts", "The families, by name.",
    .optional("text", .text, "All text."), .optional("italic", .text, "Emphasis."),
    .optional("monospaced", .text, "Code."), make: Fonts.init)

  private static let colorName = Shape<String>.text.map { name, value, _ in
    ColorName(name: name, range: value.range)
  }

  private static let style = Shape<StyleParts>.object(
    "style", "How a kind of text is set.",
    .optional("size", .length(in: 1...200), "Size of the type."),
    .optional("leading", .length(in: 1...400), "From baseline to baseline."),
    .optional("weight", .weight, "light, regular, medium, semibold or bold."),
    .optional("color", colorName, "A colour or its name."),
    .optional("before", .length(in: 0...1000), "Space above."),
    .optional("after", .length(in: 0...1000), "Space below."), make: StyleParts.init)

  private static let spacing = Shape<SpacingParts>.object(
    "set of gaps", "Gaps and lines.",
    .optional("gutter", .length(in: 0...500), "Between columns."),
    .optional("step", .length(in: 0...500), "Between paragraphs."),
    .optional("block", .length(in: 0...500), "Around tables, figures and callouts."),
    .optional("padding", .length(in: 0...500), "Inside callouts."),
    .optional("cell", .length(in: 0...500), "Above and below a table row's text."),
    .optional("rule", .length(in: 0...20), "The line that opens a block."),
    .optional("hairline", .length(in: 0...20), "The line that parts rows."),
    make: SpacingParts.init)

  // MARK: Putting them in

  private static func apply(_ parts: Parts, to theme: inout Theme, _ decoding: inout Decoding) {
    if let fonts = parts.fonts {
      theme.family = fonts.text ?? theme.family
      theme.italicFamily = fonts.italic ?? theme.italicFamily
      theme.monospacedFamily = fonts.monospaced ?? theme.monospacedFamily
    }
    recolor(&theme, with: parts.colors)
    theme.palette = parts.palette ?? theme.palette
    parts.page?.apply(to: &theme.page)
    if let spacing = parts.spacing { apply(spacing, to: &theme.spacing) }
    for (name, style) in parts.styles {
      let role = Theme.Role(rawValue: name)
      var merged = role.map { theme[$0] } ?? theme.ownStyles[name] ?? theme[.body]
      merged.size = style.size ?? merged.size
      merged.leading = style.leading ?? merged.leading
      merged.weight = style.weight ?? merged.weight
      merged.before = style.before ?? merged.before
      merged.after = style.after ?? merged.after
      if let wanted = style.color {
        if let color = theme.color(named: wanted.name) {
          merged.color = color
        } else {
          decoding.error(
            "theme.color", "\"\(wanted.name)\" is no colour", at: wanted.range,
            hints: Suggestion.hints(for: wanted.name, in: theme.colorNames)
              + ["write \"#rrggbb\" or the name of a colour"])
        }
      }
      if let role { theme.styles[role] = merged } else { theme.ownStyles[name] = merged }
    }
  }

  /// New colours reach the styles that used the old ones.
  private static func recolor(_ theme: inout Theme, with colors: [(key: String, value: Color)]) {
    for (name, color) in colors {
      guard let role = Theme.ColorRole(rawValue: name) else {
        theme.ownColors[name] = color
        continue
      }
      let old = theme[role]
      theme.colors[role] = color
      for key in Theme.Role.allCases where theme[key].color == old {
        theme.styles[key]?.color = color
      }
    }
  }

  private static func apply(_ parts: SpacingParts, to spacing: inout Theme.Spacing) {
    spacing.gutter = parts.gutter ?? spacing.gutter
    spacing.step = parts.step ?? spacing.step
    spacing.block = parts.block ?? spacing.block
    spacing.padding = parts.padding ?? spacing.padding
    spacing.cell = parts.cell ?? spacing.cell
    spacing.rule = parts.rule ?? spacing.rule
    spacing.hairline = parts.hairline ?? spacing.hairline
  }
}
