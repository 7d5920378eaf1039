/// Vega-Lite's `lookup`: takes fields from the row of another table that has the same key.
package struct LookupTransform: Sendable {
  package var field: FieldPath
  package var other: Frame
  package var key: FieldPath
  /// Which fields are taken, and what they are called here; nil takes the whole row under the one name.
  package var fields: [FieldPath]?
  package var names: [String]
  package var standard: Datum

  package func apply(to frame: Frame) -> Frame {
    // A number and its text are the same key, as they are of a JavaScript object.
    var index: [String: Int] = [:]
    for (row, key) in other.cells(key).enumerated() { index[key.asText] = row }
    let matches = frame.cells(field).map { index[$0.asText] }
    var result = frame
    if let fields {
      for (field, name) in zip(fields, names) {
        let cells = other.cells(field)
        result.set(name, matches.map { $0.map { cells[$0] } ?? standard })
      }
    } else if let name = names.first {
      result.set(name, matches.map { $0.map(other.record) ?? standard })
    }
    return result
  }
}
