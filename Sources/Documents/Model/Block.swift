package import Diagnostics

/// A part of a document that stands on lines of its own.
package struct Block: Sendable {
  package indirect enum Kind: Sendable {
    case heading(Heading)
    case paragraph([Inline])
    case list(ListBlock)
    case quote([Block])
    case code(String)
    case rule
    case table(TableBlock)
    case figure(Figure)
    case div(DivRole, [Block])
  }

  package var kind: Kind
  package var attributes: Attributes
  package var location: SourceLocation?
  /// The positions in `Document.places` of what begins with it.
  package internal(set) var places: [Int] = []
  /// Tells a block that can be shortened or left out from all others.
  var number: Int?

  package init(_ kind: Kind, attributes: Attributes = Attributes(), location: SourceLocation? = nil)
  {
    self.kind = kind
    self.attributes = attributes
    self.location = location
  }
}

package struct Heading: Sendable {
  /// 1 for the highest.
  package var level: Int
  package var text: [Inline]
  /// As printed before it; nil for none.
  package internal(set) var number: String?

  package init(level: Int, _ text: [Inline]) {
    self.level = level
    self.text = text
  }
}

package struct ListBlock: Sendable {
  /// The number of the first item; nil for bullets.
  package var start: Int?
  /// Whether the items stand without space between them.
  package var isTight: Bool
  package var items: [[Block]]

  package init(start: Int?, isTight: Bool, items: [[Block]]) {
    self.start = start
    self.isTight = isTight
    self.items = items
  }
}

/// What a fenced div is for: the classes of ARCHITECTURE.md and those a theme declares.
package enum DivRole: Sendable, Hashable {
  case lead
  case kpis
  case kpi
  case calloutNote
  case calloutImportant
  case columns
  case column
  case timeline
  case sources
  case pageBreak
  /// On pages whose longer side lies.
  case landscape
  /// What may stand in place of a block where pages are short.
  case short
  /// The sections with their pages.
  case contents
  case listOfFigures
  case listOfTables
  case key
  /// A class that the theme declares.
  case style(String)
  /// No class: only attributes.
  case plain

  /// The role of a class; nil for one that isn't built in.
  package init?(className: String) {
    guard let role = Self.byClass.first(where: { $0.0 == className })?.1 else { return nil }
    self = role
  }

  private static let byClass: [(String, DivRole)] = [
    ("lead", .lead), ("kpis", .kpis), ("kpi", .kpi), ("callout-note", .calloutNote),
    ("callout-important", .calloutImportant), ("columns", .columns), ("column", .column),
    ("timeline", .timeline), ("sources", .sources), ("page-break", .pageBreak),
    ("landscape", .landscape), ("short", .short), ("contents", .contents),
    ("list-of-figures", .listOfFigures), ("list-of-tables", .listOfTables), ("key", .key),
  ]

  /// The class of the block that it must stand right in.
  var container: String? {
    switch self {
    case .kpi: "kpis"
    case .column: "columns"
    default: nil
    }
  }

  package static var classNames: [String] { byClass.map(\.0) }
}
