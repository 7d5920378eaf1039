import Inputs
import Tables

/// The order in which marks are drawn, or points joined.
struct MarkOrder {
  let frame: UnitFrame

  /// Whether the specification switches sorting off.
  private var isOff: Bool {
    if let order = frame.encoding[.order], let value = order.value?.evaluate(frame.run) {
      return value.isNull || !value.asBool
    }
    if let located = frame.mark.properties.located("order") {
      return located.value.isNull || located.value.bool == false
    }
    // A null value reads as no value at all.
    return frame.encoding[.order].map { $0.reader.value["value"]?.isNull ?? false } ?? false
  }

  /// Fields of the order channel, where it isn't the order of a stack.
  private var fields: [SortField] {
    guard frame.stack == nil else { return [] }
    return frame.encoding.all(.order).filter(\.isField).map {
      SortField($0.column, descending: $0.sort == .descending)
    }
  }

  /// Rows in the order they are drawn.
  func rows(_ rows: [Int]) -> [Int] {
    isOff ? rows : fields.sorted(rows, in: frame.rows)
  }

  /// Rows in the order a path runs through them: by the order channel, else along the dimension.
  func path(_ rows: [Int], along place: RowValue<Double>) -> [Int] {
    if isOff { return rows }
    let fields = fields
    if !fields.isEmpty { return fields.sorted(rows, in: frame.rows) }
    let dimension: Channel = frame.mark.orientation == .horizontal ? .y : .x
    guard frame.encoding[dimension]?.isField == true else { return rows }
    return rows.sorted { a, b in
      let (x, y) = (place(a), place(b))
      return y.isNaN ? false : x.isNaN ? true : x < y
    }
  }
}
