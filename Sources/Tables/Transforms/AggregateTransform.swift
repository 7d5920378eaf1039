/// Vega-Lite's `aggregate`: one row a group.
package struct AggregateTransform: Sendable {
  package struct Measure: Sendable, Hashable {
    package var operation: AggregateOperation
    /// Nil where rows are counted.
    package var field: FieldPath?
    package var name: String
    package var parameter: Double?

    package init(
      _ operation: AggregateOperation, of field: FieldPath?, as name: String,
      parameter: Double? = nil
    ) {
      self.operation = operation
      self.field = field
      self.name = name
      self.parameter = parameter
    }
  }

  package var measures: [Measure]
  package var groupBy: [String]

  package init(measures: [Measure], groupBy: [String]) {
    self.measures = measures
    self.groupBy = groupBy
  }

  package func apply(to frame: Frame) -> Frame {
    let grouping = Grouping(frame, by: groupBy)
    // Without fields to group by there is one group, even of no rows.
    let groups = grouping.groups.isEmpty && groupBy.isEmpty ? [[]] : grouping.groups
    var base = frame
    for field in groupBy where !frame.has(field) {
      base.set(FieldPath(field).name, frame.cells(FieldPath(field)))
    }
    var result =
      groups.first?.isEmpty == true
      ? Frame(count: 1)
      : base.selecting(groups.compactMap(\.first)).keeping(groupBy.map { FieldPath($0).name })
    for measure in measures {
      let cells = measure.field.map(frame.cells) ?? []
      result.set(
        measure.name,
        groups.map {
          measure.operation.apply(cells, rows: $0, frame: frame, parameter: measure.parameter)
        })
    }
    return result
  }
}

/// Vega-Lite's `joinaggregate`: each row learns the figures of its group.
package struct JoinAggregateTransform: Sendable {
  package var measures: [AggregateTransform.Measure]
  package var groupBy: [String]

  package func apply(to frame: Frame) -> Frame {
    let grouping = Grouping(frame, by: groupBy)
    var result = frame
    for measure in measures {
      let cells = measure.field.map(frame.cells) ?? []
      let figures = grouping.groups.map {
        measure.operation.apply(cells, rows: $0, frame: frame, parameter: measure.parameter)
      }
      result.set(measure.name, grouping.groupOfRow.map { figures[$0] })
    }
    return result
  }
}
