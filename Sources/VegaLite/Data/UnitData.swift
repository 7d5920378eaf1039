import Tables

/// The rows of a view at the stages that its scales and marks look at.
struct UnitData {
  /// Before aggregation: what a domain may be sorted by.
  var raw: Frame
  /// What is drawn.
  var marks: Frame
  /// What domains are taken from.
  var scales: Frame
  /// The bins of binned columns.
  var bins: [String: Bins]
}
