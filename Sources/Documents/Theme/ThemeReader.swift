package import Diagnostics
import Formats
import Graphics
package import Inputs

/// Reads theme.yaml over the standard theme, key by key.
package enum ThemeReader {
  /// The theme with the file's changes in it; all faults of the file at once.
  package static func read(
    _ file: Located, over base: Theme = .standard
  ) throws(DiagnosticError) -> Theme {
    // A file of comments only changes nothing.
    if file.value.isNull { return base }
    var decoding = Decoding(file.source)
    var theme = base
    if let parts = decoding.within("the theme", { Self.parts.read(file.value, &$0) }) {
      apply(parts, to: &theme, &decoding)
      if parts.page != nil, let fault = theme.page.fault(at: file["page"]?.location) {
        decoding.report(fault)
      }
    }
    let diagnostics = decoding.finish()
    if diagnostics.hasErrors { throw DiagnosticError(diagnostics) }
    theme.warnings = diagnostics
    return theme
  }

  // MARK: What a theme may say

  private struct Parts: Sendable {
    var fonts: Fonts?
    var colors: [(key: String, value: NamedPart<Color>)]
    var palette: [Color]?
    var page: PageParts?
    var spacing: SpacingParts?
    var tables: TableParts?
    var styles: [(key: String, value: NamedPart<StyleParts>)]
    var readings: [(key: String, value: String)]
    var justify: Bool?
    var hangingPunctuation: Bool?
    var latinGap: Double?
    var baselineGrid: Double?
  }

  /// A part under a name that may be a report's own, with the place of its value.
  private struct NamedPart<Part: Sendable>: Sendable {
    var part: Part
    var range: Range<Int>
  }

  private struct Fonts: Sendable {
    var text: Family?
    var italic: Family?
    var monospaced: Family?
  }

  private struct Family: Sendable {
    var name: String
    var location: SourceLocation
  }

  private struct StyleParts: Sendable {
    var size: Double?
    var leading: Double?
    var weight: Weight?
    var color: ColorName?
    var before: Double?
    var after: Double?
    var align: TextAlignment?
  }

  private struct Weight: Sendable {
    var value: TextStyle.Weight
    var location: SourceLocation
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

  private struct TableParts: Sendable {
    var rules: TableBlock.Rules?
    var zebra: Bool?
  }

  private static let parts = Shape<Parts>.object(
    "theme", "The look of a report.",
    .optional("fonts", fonts, "The families, by name."),
    Field(
      "colors", Shape.dictionary(of: named(.color)), default: [],
      "Colours: ink, secondary, hairline, tint, accent, warning, paper, and names of your own."),
    .optional("palette", palette, "Colours of categories, in order."),
    .optional("page", PageParts.shape, "The sheet and its margins."),
    .optional("spacing", spacing, "Gaps and lines."),
    .optional("tables", tables, "Lines and tints of tables that don't say themselves."),
    Field(
      "styles", Shape.dictionary(of: named(style)), default: [],
      "How each kind of text is set; a name of your own is a class."),
    Field(
      "readings", Shape.dictionary(of: reading), default: [],
      "How words are read aloud where their spelling misleads, for particles."),
    .optional("justify", .bool, "Whether running text is justified."),
    .optional("hanging-punctuation", .bool, "Whether marks at the ends of lines hang."),
    .optional("latin-gap", .gap, "Room between Hangul and Latin letters or digits."),
    .optional(
      "baseline-grid", .length(in: 2...100), "The distance of lines that baselines stand on."),
    make: Parts.init)

  /// Colours that everybody can tell apart.
  private static let palette = Shape.list(of: Shape<Color>.color).checked {
    colors, value, decoding in
    guard let pair = colors.closestPair, pair.difference < [Color].leastDifference,
      let items = value.array, items.count == colors.count
    else { return }
    let sight = pair.vision == .normal ? "" : " to people with \(pair.vision.rawValue)"
    let (found, wanted) = (Int(pair.difference), Int([Color].leastDifference))
    decoding.report(
      .warning(
        "theme.palette",
        "\(colors[pair.first].hex) and \(colors[pair.second].hex) look alike\(sight): they differ by \(found), "
          + "and \(wanted) is the least that tells colours apart (CIEDE2000)",
        at: decoding.location(items[pair.second].range),
        hints: ["make one of them lighter or darker"]))
  }

  /// A reading in Hangul; how it ends is what counts.
  private static let reading = Shape<String>.text.checked { text, value, decoding in
    guard text.unicodeScalars.last.map({ (0xAC00...0xD7A3).contains($0.value) }) != true else {
      return
    }
    decoding.error(
      "theme.reading", "\"\(text)\" doesn't end in a Hangul syllable", at: value.range,
      hints: ["write how the word is read aloud: KAIST: 카이스트"])
  }

  private static func named<Part>(_ shape: Shape<Part>) -> Shape<NamedPart<Part>> {
    shape.map { part, value, _ in NamedPart(part: part, range: value.range) }
  }

  private static let fonts = Shape<Fonts>.object(
    "set of fonts", "The families, by name.",
    .optional("text", familyName, "All text."), .optional("italic", familyName, "Emphasis."),
    .optional("monospaced", familyName, "Code."), make: Fonts.init)

  private static let familyName = Shape<String>.text.map { name, value, decoding in
    Family(name: name, location: decoding.location(value.range))
  }

  private static let colorName = Shape<String>.text.map { name, value, _ in
    ColorName(name: name, range: value.range)
  }

  private static let weight = Shape<TextStyle.Weight>.weight.map { weight, value, decoding in
    Weight(value: weight, location: decoding.location(value.range))
  }

  private static let style = Shape<StyleParts>.object(
    "style", "How a kind of text is set.",
    .optional("size", .length(in: 1...200), "Size of the type."),
    .optional("leading", .length(in: 1...400), "From baseline to baseline."),
    .optional("weight", weight, "light, regular, medium, semibold or bold."),
    .optional("color", colorName, "A colour or its name."),
    .optional("before", .length(in: 0...1000), "Space above."),
    .optional("after", .length(in: 0...1000), "Space below."),
    .optional("align", .code("alignment"), "left or justify."), make: StyleParts.init)

  private static let tables = Shape<TableParts>.object(
    "set of tables", "Lines and tints of tables.",
    .optional("rules", Shape<TableBlock.Rules>.code("kind of rules"), "rows, columns or none."),
    .optional("zebra", .bool, "Whether every second row is tinted."), make: TableParts.init)

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
      theme.family = fonts.text?.name ?? theme.family
      theme.italicFamily = fonts.italic?.name ?? theme.italicFamily
      theme.monospacedFamily = fonts.monospaced?.name ?? theme.monospacedFamily
      for family in [fonts.text, fonts.italic, fonts.monospaced].compactMap(\.self) {
        theme.familyLocations[family.name] = family.location
      }
    }
    recolor(&theme, with: parts.colors, &decoding)
    theme.palette = parts.palette ?? theme.palette
    parts.page?.apply(to: &theme.page)
    theme.tableRules = parts.tables?.rules ?? theme.tableRules
    theme.stripesTables = parts.tables?.zebra ?? theme.stripesTables
    if let spacing = parts.spacing { apply(spacing, to: &theme.spacing) }
    theme.pronunciation = theme.pronunciation.adding(
      Dictionary(parts.readings.map { ($0.key, $0.value) }, uniquingKeysWith: { $1 }))
    theme.hangsPunctuation = parts.hangingPunctuation ?? theme.hangsPunctuation
    theme.latinGap = parts.latinGap ?? theme.latinGap
    theme.baselineGrid = parts.baselineGrid ?? theme.baselineGrid
    if let justify = parts.justify {
      for role in Theme.Role.allCases where role.isRunningText {
        theme.styles[role]?.align = justify ? .justify : .left
      }
    }
    for (name, style) in parts.styles { apply(style, named: name, to: &theme, &decoding) }
  }

  private static func apply(
    _ named: NamedPart<StyleParts>, named name: String, to theme: inout Theme,
    _ decoding: inout Decoding
  ) {
    let style = named.part
    let role = Theme.Role(rawValue: name)
    if role == nil, DivRole(className: name) != nil {
      decoding.error(
        "theme.style", "\"\(name)\" is a class of BriefKit's own", at: named.range,
        hints: ["choose another name, or change the styles of its parts"])
    }
    if role == nil { refuseSlip(name, of: Theme.Role.self, at: named.range, &decoding) }
    var merged = role.map { theme[$0] } ?? theme.ownStyles[name] ?? theme[.body]
    merged.size = style.size ?? merged.size
    merged.leading = style.leading ?? merged.leading
    if let weight = style.weight {
      merged.weight = weight.value
      theme.weightLocations[weight.value] = theme.weightLocations[weight.value] ?? weight.location
    }
    merged.before = style.before ?? merged.before
    merged.after = style.after ?? merged.after
    merged.align = style.align ?? merged.align
    if let role, style.align == .justify, !role.isRunningText {
      let running = Theme.Role.allCases.filter(\.isRunningText).map(\.rawValue)
      decoding.error(
        "theme.align", "\"\(name)\" isn't running text, which alone is justified", at: named.range,
        hints: ["justify \(running.joined(separator: ", ")) or a style of your own"])
    }
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

  /// New colours reach the styles that used the old ones.
  private static func recolor(
    _ theme: inout Theme, with colors: [(key: String, value: NamedPart<Color>)],
    _ decoding: inout Decoding
  ) {
    let base = theme
    for (name, color) in colors {
      guard let role = Theme.ColorRole(rawValue: name) else {
        refuseSlip(name, of: Theme.ColorRole.self, at: color.range, &decoding)
        theme.ownColors[name] = color.part
        continue
      }
      theme.colors[role] = color.part
      for key in Theme.Role.allCases where base[key].color == base[role] {
        theme.styles[key]?.color = color.part
      }
    }
  }

  /// A name of the report's own that is one of BriefKit's but for hyphens or capitals is a slip.
  private static func refuseSlip<Name: CaseIterable & RawRepresentable<String>>(
    _ name: String, of names: Name.Type, at range: Range<Int>, _ decoding: inout Decoding
  ) {
    func bare(_ name: String) -> String { name.lowercased().filter { $0 != "-" && $0 != "_" } }
    guard let meant = names.allCases.first(where: { bare($0.rawValue) == bare(name) }) else {
      return
    }
    decoding.error(
      "theme.name", "\"\(name)\" is not how BriefKit writes \"\(meant.rawValue)\"", at: range,
      hints: ["write \(meant.rawValue)"])
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
