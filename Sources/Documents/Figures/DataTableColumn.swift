import Diagnostics
import Formats
import Inputs

/// A column of a data table, its names read and held against the rows.
struct DataTableColumn {
  /// A column of bars: what its values are drawn against.
  struct Bars {
    var domain: ClosedRange<Double>
    var color: String
    var negative: String
  }

  struct Sparklines {
    var form: TableGraphic.Sparkline.Form
    var domain: ClosedRange<Double>?
    var color: String
  }

  /// As the specification writes it.
  var field: String
  var path: NamePath
  var key: NamePath?
  var format: ValueFormat?
  /// Where the field is named.
  var location: SourceLocation
  var keyLocation: SourceLocation?
  var bars: Bars?
  var sparklines: Sparklines?
  var block: TableBlock.Column

  func value(of row: Value) -> Value? { Self.member(path, of: row) }

  static func member(_ path: NamePath, of row: Value) -> Value? {
    path.segments.reduce(Optional(row)) { value, key in value?[key] }
  }
}
