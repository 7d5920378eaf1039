/// Vega-Lite's `fold`: columns become rows of key and value.
package struct FoldTransform: Sendable {
  package var fields: [FieldPath]
  package var key: String
  package var value: String

  package func apply(to frame: Frame) -> Frame {
    guard !fields.isEmpty else { return frame }
    var result = frame.selecting(
      (0..<frame.count).flatMap { row in [Int](repeating: row, count: fields.count) })
    let cells = fields.map(frame.cells)
    let names = fields.map { Datum.string($0.name) }
    result.set(key, (0..<result.count).map { names[$0 % fields.count] })
    result.set(value, (0..<result.count).map { cells[$0 % fields.count][$0 / fields.count] })
    return result
  }
}
