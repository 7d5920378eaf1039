/// Vega-Lite's `flatten`: lists in cells become rows; shorter ones are filled with null.
package struct FlattenTransform: Sendable {
  package var fields: [FieldPath]
  package var names: [String]

  private func lists(_ frame: Frame) -> [[[Datum]]] {
    fields.map { field in frame.cells(field).map { $0.list ?? [] } }
  }

  private func lengths(_ lists: [[[Datum]]], count: Int) -> [Int] {
    (0..<count).map { row in lists.map { $0[row].count }.max() ?? 0 }
  }

  func rows(_ frame: Frame) -> Double {
    lengths(lists(frame), count: frame.count).reduce(0) { $0 + Double($1) }
  }

  package func apply(to frame: Frame) -> Frame {
    let lists = lists(frame)
    var rows: [Int] = []
    var places: [Int] = []
    for (row, length) in lengths(lists, count: frame.count).enumerated() {
      rows.append(contentsOf: repeatElement(row, count: length))
      places.append(contentsOf: 0..<length)
    }
    var result = frame.selecting(rows)
    for (list, name) in zip(lists, names) {
      result.set(
        name,
        zip(rows, places).map { row, place in
          list[row].indices.contains(place) ? list[row][place] : .null
        })
    }
    return result
  }
}
