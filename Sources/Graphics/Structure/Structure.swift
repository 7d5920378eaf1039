/// The logical tree of a document, beside its pages: what a screen reader reads, in this order.
///
/// Scene items name leaves of it; a leaf's items may lie on several pages. Roles are the standard structure types of
/// PDF 1.7 (ISO 32000-1, 14.8.4).
package struct Structure: Sendable {
  package typealias LeafID = Int

  package enum Role: String, Sendable, Hashable, CaseIterable {
    case document = "Document"
    case section = "Sect"
    case division = "Div"
    case heading1 = "H1"
    case heading2 = "H2"
    case heading3 = "H3"
    case heading4 = "H4"
    case heading5 = "H5"
    case heading6 = "H6"
    case paragraph = "P"
    case span = "Span"
    case quote = "BlockQuote"
    case code = "Code"
    case list = "L"
    case listItem = "LI"
    case label = "Lbl"
    case listBody = "LBody"
    case table = "Table"
    case tableHead = "THead"
    case tableBody = "TBody"
    case tableRow = "TR"
    case tableHeaderCell = "TH"
    case tableCell = "TD"
    case caption = "Caption"
    case figure = "Figure"
    case link = "Link"
    case reference = "Reference"
    case note = "Note"
    case contents = "TOC"
    case contentsItem = "TOCI"
    case bibliographyEntry = "BibEntry"

    package var isHeading: Bool {
      switch self {
      case .heading1, .heading2, .heading3, .heading4, .heading5, .heading6: true
      default: false
      }
    }
  }

  package enum Scope: String, Sendable, Hashable {
    case row = "Row"
    case column = "Column"
    case both = "Both"
  }

  /// How the items of a list are marked (ISO 32000-1, table 347).
  package enum ListNumbering: String, Sendable, Hashable {
    case none = "None"
    case disc = "Disc"
    case circle = "Circle"
    case square = "Square"
    case decimal = "Decimal"
    case upperRoman = "UpperRoman"
    case lowerRoman = "LowerRoman"
    case upperAlpha = "UpperAlpha"
    case lowerAlpha = "LowerAlpha"
  }

  /// What stands on a page without being a part of what the document says (ISO 32000-1, 14.8.2.2.2).
  ///
  /// Decoration is an artifact too and needs no kind.
  package enum Artifact: Sendable, Hashable, CaseIterable {
    /// In the head of every page.
    case header
    /// In the foot of every page, such as its number.
    case footer
    /// Set again since a page ended, such as a table's head.
    case repeated
    /// Across every page, below what it shows.
    case watermark
  }

  package struct Node: Sendable {
    package var role: Role
    /// A BCP 47 tag where it differs from the parent's.
    package var language: String?
    /// What a figure shows, for those who can't see it.
    package var alt: String?
    /// Whether a figure stands in a line as words do.
    package var isInline = false
    package var scope: Scope?
    package var rowSpan = 1
    package var columnSpan = 1
    /// Of a list.
    package var numbering: ListNumbering?
    /// A name in the document, such as a note's.
    package var id: String?
    package var children: [Node] = []
    /// Set on leaves: the number that scene items carry.
    package var leaf: LeafID?

    package init(
      _ role: Role, language: String? = nil, alt: String? = nil, scope: Scope? = nil,
      id: String? = nil, leaf: LeafID? = nil, children: [Node] = []
    ) {
      self.role = role
      self.language = language
      self.alt = alt
      self.scope = scope
      self.id = id
      self.leaf = leaf
      self.children = children
    }
  }

  /// Its role is `document`.
  package var root: Node

  package init(root: Node = Node(.document)) {
    self.root = root
  }
}
