import Formats
import Inputs
import Tables

/// How views stand beside each other: in how many columns, how far apart, aligned or not.
struct CompositionLayout {
  var columns: Int?
  var rowSpacing: Double
  var columnSpacing: Double
  /// Nil leaves the alignment to the operator.
  var rowAlignment: GridLayout.Alignment?
  var columnAlignment: GridLayout.Alignment?
  var centersRows = false
  var centersColumns = false
  /// Whether views are aligned by themselves, without the axes and legends around them.
  var isFlush = false

  static let known = ["align", "bounds", "center", "columns", "spacing"]

  /// The layout of an operator, which is the name of its config too.
  init(_ reader: ObjectReader, operator kind: String, wraps: Bool, _ run: ChartRun) {
    let config = run.properties(run.configuration.block(kind))
    let standard = config.number("spacing") ?? 20
    (rowSpacing, columnSpacing) = (standard, standard)
    if let spacing = reader.value["spacing"] {
      rowSpacing = spacing.double ?? spacing["row"]?.double ?? standard
      columnSpacing = spacing.double ?? spacing["column"]?.double ?? standard
    }
    if wraps {
      let count = reader.number("columns") ?? config.number("columns")
      columns = count.flatMap { $0 >= 1 ? Int(clamping: $0, to: 1...10_000) : nil }
    }
    if let align = reader.value["align"] {
      if align.object == nil {
        rowAlignment = align.string.flatMap { GridLayout.Alignment(rawValue: $0) }
        columnAlignment = rowAlignment
      } else {
        let inner = reader.object("align")
        rowAlignment = inner?.word("row")
        columnAlignment = inner?.word("column")
      }
    }
    if let center = reader.value["center"] {
      centersRows = center.bool ?? center["row"]?.bool ?? false
      centersColumns = center.bool ?? center["column"]?.bool ?? false
    }
    isFlush = reader.string("bounds") == "flush"
  }
}
