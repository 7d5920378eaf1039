/// Vega-Lite's `extent`: a parameter that holds the least and greatest value of a field; the rows stay as they are.
package struct ExtentTransform: Sendable {
  package var field: FieldPath
  package var parameter: String

  package init(_ field: FieldPath, parameter: String) {
    self.field = field
    self.parameter = parameter
  }

  package func value(of frame: Frame) -> Datum {
    let extent = FieldNumbers(frame, field).extent(0..<frame.count)
    return extent.map { [.number($0.low), .number($0.high)] } ?? [.null, .null]
  }
}
