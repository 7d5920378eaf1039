/// Puts rows in the order of their fields; equal ones keep theirs. Source: Vega's `collect`, whose `sort` it is.
package struct SortTransform: Sendable {
  package var fields: [SortField]

  package init(_ fields: [SortField]) {
    self.fields = fields
  }

  package func apply(to frame: Frame) -> Frame {
    frame.selecting(fields.sorted(Array(0..<frame.count), in: frame))
  }
}
