/// Vega-Lite's `flatten`: lists in cells become rows; shorter ones are filled with null.
package struct FlattenTransform: Sendable {
  package var fields: [FieldPath]
  package var names: [String]

  package func apply(to frame: Frame) -> Frame {
    let lists = fields.map { field in frame.cells(field).map { $0.list ?? [] } }
    var rows: [Int] = []
    var places: [Int] = []
    for row in 0..<frame.count {
      for place in 0..<(lists.map { $0[row].count }.max() ?? 0) {
        rows.append(row)
        places.append(place)
      }
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
