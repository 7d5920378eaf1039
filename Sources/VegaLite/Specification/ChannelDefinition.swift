import Diagnostics
import Inputs
import Tables

/// What a channel shows: a field, a constant of the data, or a plain value; with conditions, one of several.
struct ChannelDefinition {
  enum Aggregate: Equatable {
    case operation(AggregateOperation, parameter: Double?)
    /// The value of the field in the row where another field is least or greatest.
    case argmin(String)
    case argmax(String)

    var counts: Bool {
      if case .operation(let operation, _) = self { operation.counts } else { false }
    }
  }

  enum Binning: Equatable {
    case parameters(BinParameters, key: String)
    /// The data is binned already; the step is the bins' width, where it is said.
    case binned(step: Double?)
  }

  enum Sort: Equatable {
    case ascending
    case descending
    /// In order of appearance.
    case unsorted
    case values([Datum])
    case field(String?, AggregateOperation?, descending: Bool)
    case channel(Channel, descending: Bool)
  }

  enum Stacking: Equatable {
    case offset(StackTransform.Offset)
    case off
  }

  struct Condition {
    var test: Predicate
    var definition: ChannelDefinition
  }

  let channel: Channel
  let reader: ObjectReader
  var field: String?
  var type: FieldType = .nominal
  var typeIsGiven = false
  var aggregate: Aggregate?
  var binning: Binning?
  var timeUnit: TimeUnit?
  var sort: Sort?
  var stacking: Stacking?
  var bandPosition: Double?
  var datum: PropertyValue?
  var value: PropertyValue?
  var conditions: [Condition] = []

  /// Whether a field or a count gives the channel's values.
  var isField: Bool { field != nil || aggregate == .operation(.count, parameter: nil) }
  var isDatum: Bool { datum != nil }
  var isFieldOrDatum: Bool { isField || isDatum }

  /// Whether it shows nothing: neither a field nor a value, not even the order of a stack.
  var isEmpty: Bool {
    !isFieldOrDatum && value == nil && conditions.isEmpty
      && reader.value["value"] == nil && !(channel == .order && sort != nil)
  }

  /// The definition that has a scale: this one, or that of its condition.
  var scaled: ChannelDefinition? {
    if isFieldOrDatum { return self }
    return conditions.lazy.map(\.definition).first { $0.isFieldOrDatum }
  }

  /// Whether its values are in another order than their own.
  var sortsByRows: Bool {
    switch sort {
    case .values, .field, .channel, .descending: true
    case .ascending, .unsorted, nil: false
    }
  }

  var isBinning: Bool {
    if case .parameters? = binning { true } else { false }
  }

  var isBinned: Bool {
    if case .binned? = binning { true } else { false }
  }

  /// Numbers along a continuous scale, not cut into bins.
  var isUnbinnedQuantitative: Bool { type == .quantitative && !isBinning && isFieldOrDatum }

  var scale: Located? { reader.value["scale"].map { reader.located($0) } }
  var axis: Located? { reader.value["axis"].map { reader.located($0) } }
  var legend: Located? { reader.value["legend"].map { reader.located($0) } }
  /// Whether null or false switches the scale off: the data are what is seen.
  var hasScale: Bool {
    guard let scale = scale?.value else { return true }
    return !scale.isNull && scale.bool != false
  }

  var location: SourceLocation { reader.location }
}

extension ChannelDefinition {
  /// What the columns of this definition begin with: `mean_price`, `bin_maxbins_10_price`, `yearmonth_date`.
  private var stem: String {
    let name = field.map { FieldPath($0).name } ?? ""
    if let binning, case .parameters(_, let key) = binning { return "\(key)_\(name)" }
    switch aggregate {
    case .operation(.count, _): return "__count"
    case .operation(let operation, _): return "\(operation.rawValue)_\(name)"
    case .argmin(let other): return "argmin_\(other)"
    case .argmax(let other): return "argmax_\(other)"
    case nil: break
    }
    if let timeUnit, !timeUnit.isBinned { return "\(timeUnit.name)_\(name)" }
    return name
  }

  /// The column of the channel's values.
  var column: FieldPath {
    switch aggregate {
    case .argmin, .argmax:
      // The rest of the path leads into the row that was found.
      return FieldPath("\(stem)['\(field ?? "")']")
    case .operation, nil:
      return FieldPath(column: stem)
    }
  }

  /// The column of an aggregate before it is taken apart.
  var aggregateColumn: String { stem }
  /// Where the interval of a bin or time unit ends.
  var endColumn: FieldPath { FieldPath(column: "\(stem)_end") }
  var middleColumn: FieldPath { FieldPath(column: "\(stem)_mid") }
  /// The text of a bin, `10 – 20`.
  var rangeColumn: FieldPath { FieldPath(column: "\(stem)_range") }
  /// Where a stacked value begins and ends.
  var stackStart: FieldPath { FieldPath(column: "\(stem)_start") }
  var stackEnd: FieldPath { FieldPath(column: "\(stem)_end") }
  /// The bounds of a band that is shifted off its time unit.
  var offsetStart: FieldPath { FieldPath(column: "\(stem)_offsetted_rect_start") }
  var offsetEnd: FieldPath { FieldPath(column: "\(stem)_offsetted_rect_end") }
  /// The place of a value in a list that it is sorted by.
  var sortColumn: FieldPath { FieldPath(column: "\(channel.rawValue)_\(stem)_sort_index") }
}
