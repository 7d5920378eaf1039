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

  /// The lines between what stands in the table.
  package enum Rules: String, Sendable, Hashable, CaseIterable {
    case rows
    /// Between the columns too.
    case columns
    case none
  }

  /// What is done where the words of a table don't fit into its width.
  package enum TooWide: String, Sendable, Hashable, CaseIterable {
    /// The type becomes smaller, and then words are broken.
    case shrink
    /// The table stands on pages whose longer side lies; what doesn't fit there becomes smaller.
    case landscape
    case error
  }

  package struct Column: Sendable {
    package var title: [Inline]
    package var alignment: Alignment
    package var width: Width
    /// The least and greatest width in points, where it is found from the content.
    package var least: Double?
    package var most: Double?
    /// The name of a text style of the theme.
    package var style: String?
    /// Where zero lies from the left, 0 to 1, in a column with bars.
    package var barZero: Double?
    package var hasSparklines = false

    package init(
      title: [Inline], alignment: Alignment = .left, width: Width = .auto, style: String? = nil
    ) {
      self.title = title
      self.alignment = alignment
      self.width = width
      self.style = style
    }
  }

  /// A title above several columns.
  package struct Spanner: Sendable {
    /// Empty where the titles below reach up.
    package var title: [Inline]
    package var span: Int

    package init(_ title: [Inline], span: Int) {
      self.title = title
      self.span = span
    }
  }

  package struct Cell: Sendable {
    package var inlines: [Inline]
    /// The name of a theme colour shown as a square before the text.
    package var key: String?
    /// How many rows the cell covers; 0 for a cell that one above covers.
    package var rowSpan: Int
    /// How many columns the cell covers; 0 for a cell that one to the left covers.
    package var columnSpan = 1
    /// Whether it names the row that it stands in.
    package var isHead = false
    /// How it looks where that depends on data.
    package var look: TableLook?
    package var graphic: TableGraphic?

    package init(_ inlines: [Inline], key: String? = nil, rowSpan: Int = 1) {
      self.inlines = inlines
      self.key = key
      self.rowSpan = rowSpan
    }
  }

  package struct Row: Sendable {
    package enum Role: Sendable, Hashable {
      case data
      /// The sums of the rows of a group, below them.
      case subtotal
      /// The sums of all rows.
      case total
    }

    package var cells: [Cell]
    package var role: Role
    package var look: TableLook?

    package init(_ cells: [Cell], role: Role = .data, look: TableLook? = nil) {
      self.cells = cells
      self.role = role
      self.look = look
    }
  }

  /// Sums that go over from page to page.
  package struct Carry: Sendable {
    /// The columns that are summed up, rising.
    package var columns: [Int]
    /// For each row, what the rows above it come to.
    package var sums: [[BoundValue]]
  }

  package var columns: [Column]
  /// What stands above the columns' titles, the highest level first; each covers all columns.
  package var levels: [[Spanner]] = []
  package var rows: [Row]
  /// Whether the first column names its row.
  package var hasRowHeads: Bool
  /// Nil as the theme has it.
  package var rules: Rules?
  /// Whether every second row stands on a tint; nil as the theme has it.
  package var isStriped: Bool?
  /// Whether a row may begin on one page and end on the next.
  package var splitsRows = false
  package var tooWide = TooWide.shrink
  /// What its amounts are counted in, where its specification says so.
  package var unit: UnitRequest?
  package var carry: Carry?
  package var caption: [Inline]
  package var subtitle: [Inline]
  package var note: [Inline]
  package var location: SourceLocation?
  /// Where tables are numbered.
  package internal(set) var number: Int?

  package init(
    columns: [Column], rows: [Row], hasRowHeads: Bool = false, caption: [Inline] = [],
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
