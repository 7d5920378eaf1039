/// Vega-Lite's `regression`: a curve through the points of two fields, a row for each point of the curve.
package struct RegressionTransform: Sendable {
  package var y: FieldPath
  package var x: FieldPath
  package var groupBy: [String]
  package var method: RegressionMethod
  package var order: Int
  package var extent: [Double]?
  /// Whether rows tell the coefficients instead.
  package var parameters: Bool
  package var names: (x: String, y: String)

  package init(
    _ y: FieldPath, on x: FieldPath, groupBy: [String] = [], method: RegressionMethod = .linear,
    order: Int = 3, extent: [Double]? = nil, parameters: Bool = false,
    as names: (x: String, y: String)? = nil
  ) {
    self.y = y
    self.x = x
    self.groupBy = groupBy
    self.method = method
    self.order = order
    self.extent = extent
    self.parameters = parameters
    self.names = names ?? (x.name, y.name)
  }

  func rows(_ frame: Frame) -> Double {
    let points =
      switch method {
      case .constant, .linear: 2
      case .log, .exp, .pow, .quad, .poly: CurveSampling().most + 1
      }
    return Double(Grouping(frame, by: groupBy).groups.count) * Double(parameters ? 1 : points)
  }

  package func apply(to frame: Frame) -> Frame {
    let (xs, ys) = (FieldNumbers(frame, x), FieldNumbers(frame, y))
    let grouping = Grouping(frame, by: groupBy)
    // Rows of coefficients name their group in a list of its own.
    var made = GroupedRows(
      frame, grouping, by: parameters ? [] : groupBy,
      making: parameters ? ["keys", "coef", "rSquared"] : [names.x, names.y])
    let keys = groupBy.map { frame.cells(FieldPath($0)) }
    for (group, rows) in grouping.groups.enumerated() {
      let points = rows.compactMap { row in
        xs.number(row).flatMap { x in ys.number(row).map { (x: x, y: $0) } }
      }
      guard let model = RegressionModel(method, order: order, points: points) else { continue }
      if parameters {
        let key = rows.first.map { row in keys.map { $0[row] } } ?? []
        made.add(
          [
            .list(key), .list(model.coefficients.map { .number($0) }), .number(model.rSquared),
          ], inGroup: group)
        continue
      }
      let given = extent.flatMap { $0.count == 2 ? (low: $0[0], high: $0[1]) : nil }
      guard let domain = given ?? xs.extent(rows) else { continue }
      let curve: [(x: Double, y: Double)] =
        switch method {
        case .constant, .linear:
          [domain.low, domain.high].map { ($0, model.predict($0)) }
        case .log, .exp, .pow, .quad, .poly:
          CurveSampling().points(from: domain.low, to: domain.high, model.predict)
        }
      for point in curve { made.add([.number(point.x), .number(point.y)], inGroup: group) }
    }
    return made.frame
  }
}
