import Formats
import Inputs

/// A data table as a `*.table.yaml` file describes it.
struct DataTableSpecification: Sendable {
  struct Text: Sendable {
    var text: String
    var range: Range<Int>
  }

  struct Column: Sendable {
    var field: Text
    var title: Text?
    /// Printed behind the title.
    var unit: Text?
    var format: Text?
    var alignment: TableBlock.Alignment?
    var width: TableBlock.Width
    var least: Double?
    var most: Double?
    /// A text style that the theme declares.
    var style: Text?
    /// The field that names the colour of a square before the text.
    var key: Text?
    var conditions: [Condition]
    var bar: Bar?
    var sparkline: Sparkline?
  }

  /// A look for the rows that pass a test.
  struct Condition: Sendable {
    var test: Text
    /// A text style or a colour of the theme.
    var style: Text?
    /// A colour of the theme.
    var ground: Text?
  }

  struct Bar: Sendable {
    /// The values at the ends of the room that bars have; nil takes in zero and the column's values.
    var domain: ClosedRange<Double>?
    var color: Text?
    /// The colour of what is below zero.
    var negative: Text?
  }

  struct Sparkline: Sendable {
    var form: TableGraphic.Sparkline.Form
    /// Nil scales each row by itself.
    var domain: ClosedRange<Double>?
    var color: Text?
  }

  /// A title above several columns.
  struct Spanner: Sendable {
    var title: Text?
    var span: Int
    var range: Range<Int>
  }

  struct Level: Sendable {
    var spanners: [Spanner]
    var range: Range<Int>
  }

  /// A row below others that sums them up.
  struct Total: Sendable {
    struct Measure: Sendable {
      var field: Text
      var operation: TotalOperation
    }

    var label: Text?
    var measures: [Measure]
    var range: Range<Int>
  }

  /// The name of the list of rows.
  var data: Text
  var columns: [Column]
  var levels: [Level]
  /// The field of the column whose equal neighbours are printed once.
  var group: Text?
  /// Below each group.
  var subtotals: [Total]
  var totals: [Total]
  /// The fields whose sums go over from page to page.
  var carry: [Text]
  /// Of rows.
  var conditions: [Condition]
  var rules: TableBlock.Rules?
  var isStriped: Bool?
  var splitsRows: Bool
  var tooWide: TableBlock.TooWide
  /// What the attributes of the figure say, where they say it.
  var unit: String?
  var currency: Currency?
  var note: Text?
}
