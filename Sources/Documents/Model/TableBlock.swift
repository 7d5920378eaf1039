package import Diagnostics
import Inputs

/// A table ready to be set: columns, a head, rows of cells.
package struct TableBlock: Sendable {
  package enum Alignment: String, Sendable, Hashable, CaseIterable {
    case left
    case center
    case right
    /// Numbers: right, on the decimal point.
    case decimal
  }

  /// How wide a column is.
  package enum Width: Sendable, Hashable {
    case auto
    /// In points.
    case points(Double)
    /// A share of the table's width, 0 to 1.
    case fraction(Double)
  }

  package struct Column: Sendable {
    package var title: [Inline]
    package var alignment: Alignment
    package var width: Width
    /// The name of a text style of the theme.
    package var style: String?

    package init(
      title: [Inline], alignment: Alignment = .left, width: Width = .auto, style: String? = nil
    ) {
      self.title = title
      self.alignment = alignment
      self.width = width
      self.style = style
    }
  }

  package struct Cell: Sendable {
    package var inlines: [Inline]
    /// The name of a theme colour shown as a square before the text.
    package var key: String?
    /// How many rows the cell covers; 0 for a cell that one above covers.
    package var rowSpan: Int

    package init(_ inlines: [Inline], key: String? = nil, rowSpan: Int = 1) {
      self.inlines = inlines
      self.key = key
      self.rowSpan = rowSpan
    }
  }

  package var columns: [Column]
  package var rows: [[Cell]]
  /// Whether the first column names its row.
  package var hasRowHeads: Bool
  package var caption: [Inline]
  package var subtitle: [Inline]
  package var note: [Inline]
  package var location: SourceLocation?
  /// Where tables are numbered.
  package internal(set) var number: Int?

  package init(
    columns: [Column], rows: [[Cell]], hasRowHeads: Bool = false, caption: [Inline] = [],
    subtitle: [Inline] = [], note: [Inline] = [], location: SourceLocation? = nil
  ) {
    self.columns = columns
    self.rows = rows
    self.hasRowHeads = hasRowHeads
    self.caption = caption
    self.subtitle = subtitle
    self.note = note
    self.location = location
  }
}
