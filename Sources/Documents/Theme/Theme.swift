package import Diagnostics
package import Formats
package import Graphics

/// How a document looks: faces, colours, type scale, spacing, page. All lengths in points.
package struct Theme: Sendable {
  /// How one kind of text is set.
  package struct Style: Sendable, Hashable {
    package var size: Double
    /// From baseline to baseline.
    package var leading: Double
    package var weight: TextStyle.Weight
    package var color: Color
    /// Space above and below the block; the larger of two that meet counts.
    package var before: Double
    package var after: Double
    package var align = TextAlignment.left

    package init(
      size: Double, leading: Double, weight: TextStyle.Weight = .regular, color: Color,
      before: Double = 0, after: Double = 0
    ) {
      self.size = size
      self.leading = leading
      self.weight = weight
      self.color = color
      self.before = before
      self.after = after
    }
  }

  /// The kinds of text that BriefKit sets itself; a report's own classes stand in `ownStyles`.
  package enum Role: String, Sendable, Hashable, CaseIterable {
    case body
    case lead
    case title
    case message
    case kicker
    case heading1 = "heading-1"
    case heading2 = "heading-2"
    case heading3 = "heading-3"
    case heading4 = "heading-4"
    case headingNumber = "heading-number"
    case list
    case quote
    case code
    case kpiFigure = "kpi-figure"
    case kpiUnit = "kpi-unit"
    case kpiLabel = "kpi-label"
    case kpiNote = "kpi-note"
    case callout
    case calloutTitle = "callout-title"
    case timeline
    case timelineDate = "timeline-date"
    case caption
    case subtitle
    case note
    case tableHead = "table-head"
    case table
    case tableTotal = "table-total"
    case key
    case source
    case contents
    case contentsDetail = "contents-detail"
    case footnote
    case pageHead = "page-head"
    case pageFoot = "page-foot"
  }

  /// Colours that BriefKit itself uses.
  package enum ColorRole: String, Sendable, Hashable, CaseIterable {
    case ink
    case secondary
    case hairline
    case tint
    case accent
    case warning
    case paper
  }

  package struct Page: Sendable, Hashable {
    package var size: Size
    package var top: Double
    package var right: Double
    package var bottom: Double
    package var left: Double

    package init(size: Size, top: Double, right: Double, bottom: Double, left: Double) {
      self.size = size
      self.top = top
      self.right = right
      self.bottom = bottom
      self.left = left
    }

    /// Whether left and right change places on pages with even numbers.
    package var isMirrored = false
    package var sections = SectionStart.flow

    /// Turns the sheet; its margins stay, so that heads and feet are where they were.
    package mutating func orient(_ orientation: Orientation) {
      let isLandscape = size.width > size.height
      guard size.width != size.height, isLandscape != (orientation == .landscape) else { return }
      size = Size(width: size.height, height: size.width)
    }

    /// The sheet of a page with a number: where pages are mirrored, even ones have left and right changed.
    package func facing(_ number: Int) -> Page {
      guard isMirrored, number % 2 == 0 else { return self }
      var page = self
      swap(&page.left, &page.right)
      return page
    }

    package var textWidth: Double { size.width - left - right }
    package var textHeight: Double { size.height - top - bottom }
  }

  /// Rules and gaps; the names are those of theme.yaml.
  package struct Spacing: Sendable, Hashable {
    /// Between columns.
    package var gutter: Double
    /// Between paragraphs, list items and the like, where no style says otherwise.
    package var step: Double
    /// Between blocks such as tables, figures and callouts, and the text around them.
    package var block: Double
    /// Inside callouts.
    package var padding: Double
    /// Above and below the text of a table row.
    package var cell: Double
    /// The line that opens a block.
    package var rule: Double
    /// The line that parts rows.
    package var hairline: Double
  }

  package var family: String
  /// The families named for emphasis and code, where the theme names any.
  package var italicFamily: String?
  package var monospacedFamily: String?
  package var colors: [ColorRole: Color]
  /// Colours by names of the report's own, such as the keys of its categories.
  package var ownColors: [String: Color]
  /// For categories in charts, in this order.
  package var palette: [Color]
  package var styles: [Role: Style]
  /// Styles by class names of the report's own.
  package var ownStyles: [String: Style]
  package var page: Page
  package var spacing: Spacing
  package var showsHeadingNumbers: Bool
  /// Whether full stops, quotes and the like at the ends of lines stand in the margin.
  package var hangsPunctuation = false
  /// Room between Hangul and the Latin letters or digits beside it, in ems.
  package var latinGap = 0.0
  /// The distance of the lines that all baselines stand on; nil where each block has its own.
  package var baselineGrid: Double?
  /// The lines of tables that don't say themselves; nil has lines between rows, but where every second one is tinted.
  package var tableRules: TableBlock.Rules?
  /// Whether every second row of tables is tinted that don't say themselves.
  package var stripesTables = false
  /// How words are read aloud, for the particles behind them.
  package var pronunciation = Pronunciation.standard

  /// What the theme's file says that is likely to be a slip.
  package var warnings: [Diagnostic] = []

  /// Where the theme's file names its families; empty for those that BriefKit names itself.
  package var familyLocations: [String: SourceLocation] = [:]
  /// Where each weight is first asked for by name.
  package var weightLocations: [TextStyle.Weight: SourceLocation] = [:]

  /// The faces that the theme's styles ask for, in a fixed order.
  package var faces: [(family: String, weight: TextStyle.Weight, slant: TextStyle.Slant)] {
    let weights = Set((Array(styles.values) + Array(ownStyles.values)).map(\.weight))
    let wanted = TextStyle.Weight.allCases.filter(weights.union([.medium, .bold]).contains)
    return wanted.map { (family, $0, .upright) }
      + [italicFamily.map { ($0, .regular, .italic) }].compactMap(\.self)
      + [monospacedFamily.map { ($0, .regular, .upright) }].compactMap(\.self)
  }

  package subscript(role: Role) -> Style {
    styles[role] ?? Style(size: 10, leading: 16, color: .black)
  }

  package subscript(role: ColorRole) -> Color {
    colors[role] ?? .black
  }

  /// A colour by the name that a theme or report gives it.
  package func color(named name: String) -> Color? {
    ownColors[name] ?? ColorRole(rawValue: name).map { self[$0] } ?? Color(hex: name)
  }

  /// A style by the name that a class or a column gives it.
  package func style(named name: String) -> Style? {
    ownStyles[name] ?? Role(rawValue: name).map { self[$0] }
  }

  package var styleNames: [String] {
    Role.allCases.map(\.rawValue) + ownStyles.keys.sorted()
  }

  package var colorNames: [String] {
    ColorRole.allCases.map(\.rawValue) + ownColors.keys.sorted()
  }
}

extension Color {
  /// A colour written `#rgb`, `#rrggbb` or `#rrggbbaa`.
  package init?(hex: String) {
    guard hex.first == "#" else { return nil }
    let digits = hex.dropFirst()
    guard digits.allSatisfy({ $0.isASCII && $0.isHexDigit }) else { return nil }
    let pairs: [Substring]
    switch digits.count {
    case 3: pairs = digits.map { "\($0)\($0)" }
    case 6, 8:
      pairs = stride(from: 0, to: digits.count, by: 2).map {
        digits.dropFirst($0).prefix(2)
      }
    default: return nil
    }
    let parts = pairs.compactMap { Int($0, radix: 16) }.map { Double($0) / 255 }
    guard parts.count >= 3 else { return nil }
    self.init(
      red: parts[0], green: parts[1], blue: parts[2], alpha: parts.count > 3 ? parts[3] : 1)
  }
}
