import Inputs
import Testing

@testable import Tables

@Suite struct StatisticalTransformTests {
  /// y = 1 + 2x.
  static let line: Value = [["x": 0, "y": 1], ["x": 1, "y": 3], ["x": 4, "y": 9]]

  private func numbers(_ rows: Value, _ key: String) -> [Double] {
    rows.array?.map { $0[key]?.double ?? .nan } ?? []
  }

  @Test func `a line through points on a line is that line`() throws {
    let result = try transformed(["regression": "y", "on": "x"], Self.line)
    #expect(numbers(result, "x") == [0, 4])
    #expect(zip(numbers(result, "y"), [1, 9]).allSatisfy { abs($0 - $1) < 1e-12 })
  }

  /// A curve and its coefficients.
  struct Curve: Sendable {
    let method: RegressionMethod
    let coefficients: [Double]
    let value: @Sendable (Double) -> Double
  }

  static let curves: [Curve] = [
    Curve(method: .linear, coefficients: [3, -0.5]) { 3 - 0.5 * $0 },
    Curve(method: .quad, coefficients: [1, 2, 3]) { 1 + 2 * $0 + 3 * $0 * $0 },
    Curve(method: .poly, coefficients: [1, 0, 0, 2]) { 1 + 2 * $0 * $0 * $0 },
    Curve(method: .constant, coefficients: [7]) { _ in 7 },
    Curve(method: .log, coefficients: [2, 3]) { 2 + 3 * Transcendental.logarithm($0) },
    Curve(method: .exp, coefficients: [2, 0.5]) { 2 * Transcendental.exponential(0.5 * $0) },
    Curve(method: .pow, coefficients: [2, 1.5]) { 2 * Transcendental.power($0, 1.5) },
  ]

  @Test(arguments: curves.indices)
  func `curves are found again from their points`(index: Int) throws {
    let curve = Self.curves[index]
    let points = [0.5, 1, 2, 3, 5, 8].map { (x: $0, y: curve.value($0)) }
    let model = try #require(RegressionModel(curve.method, points: points))
    for (found, wanted) in zip(model.coefficients, curve.coefficients) {
      #expect(abs(found - wanted) < 1e-8)
    }
    #expect(abs(model.predict(4) - curve.value(4)) < 1e-8)
    if curve.method != .constant { #expect(abs(model.rSquared - 1) < 1e-9) }
  }

  @Test func `too few points have no curve`() {
    #expect(RegressionModel(.poly, order: 3, points: [(0, 0), (1, 1), (2, 4)]) == nil)
    #expect(RegressionModel(.linear, points: [(0, 0)]) == nil)
  }

  @Test func `coefficients are told by group`() throws {
    let rows: Value = [
      ["g": "a", "x": 0, "y": 0], ["g": "a", "x": 1, "y": 2], ["g": "b", "x": 0, "y": 5],
      ["g": "b", "x": 2, "y": 5],
    ]
    let result = try transformed(
      ["regression": "y", "on": "x", "groupby": ["g"], "params": true], rows)
    #expect(result.array?.map { $0["keys"] ?? .null } == [["a"], ["b"]])
    #expect(result.array?.first?["coef"] == [0, 2])
  }

  @Test func `loess follows a line exactly`() throws {
    let rows = Value.array((0..<20).map { .object([("x", .number($0)), ("y", .number(3 * $0))]) })
    let result = try transformed(["loess": "y", "on": "x", "bandwidth": 0.4], rows)
    for (index, y) in numbers(result, "y").enumerated() {
      #expect(abs(y - 3 * Double(index)) < 1e-9)
    }
  }

  @Test func `loess is little moved by an outlier`() throws {
    let rows = Value.array(
      (0..<30).map { index in
        .object([
          ("x", .number(Double(index))),
          ("y", .number(index == 15 ? 100 : index % 2 == 0 ? 0.9 : 1.1)),
        ])
      })
    let result = try transformed(["loess": "y", "on": "x"], rows)
    #expect(numbers(result, "y").allSatisfy { abs($0 - 1) < 1 })
  }

  @Test func `points of one x become one`() throws {
    let result = try transformed(
      ["loess": "y", "on": "x"], [["x": 1, "y": 1], ["x": 1, "y": 3], ["x": 2, "y": 2]])
    #expect(numbers(result, "x") == [1, 2])
  }

  @Test func `a density has an area of one`() throws {
    let result = try transformed(
      ["density": "x", "bandwidth": 0.5, "extent": [-10, 10], "steps": 400],
      [["x": 0], ["x": 1], ["x": 3]])
    #expect(result.array?.count == 401)
    let area = numbers(result, "density").reduce(0, +) * 20 / 400
    #expect(abs(area - 1) < 1e-6)
  }

  @Test func `a cumulative count ends at the number of rows`() throws {
    let result = try transformed(
      ["density": "x", "bandwidth": 0.1, "extent": [-5, 9], "cumulative": true, "counts": true],
      [["x": 0], ["x": 1], ["x": 3]])
    #expect(abs((numbers(result, "density").last ?? 0) - 3) < 1e-9)
  }

  @Test func `groups share their places so that they can be stacked`() throws {
    let rows: Value = [["g": 1, "x": 0], ["g": 1, "x": 2], ["g": 2, "x": 5], ["g": 2, "x": 9]]
    let result = try transformed(["density": "x", "groupby": ["g"]], rows)
    let places = numbers(result, "value")
    #expect(places.count == 402)
    #expect(Array(places.prefix(201)) == Array(places.suffix(201)))
    #expect(places.first == 0 && places.last == 9)
  }

  @Test func `Scott's rule chooses the bandwidth`() {
    // Deviation 1.5811 and quartiles 2 apart, 2 / 1.34 = 1.4925.
    let width = KernelDensity([1, 2, 3, 4, 5]).bandwidth
    #expect(abs(width - 1.06 * 1.4925373 * Transcendental.power(5, -0.2)) < 1e-6)
    #expect(KernelDensity([7, 7, 7]).bandwidth > 0)
  }

  @Test func `quantiles are of the shares asked for`() throws {
    let rows = Value.array((0...10).map { .object([("x", .number($0))]) })
    let result = try transformed(["quantile": "x", "probs": [0, 0.25, 1]], rows)
    #expect(
      result == [
        ["prob": 0, "value": 0], ["prob": 0.25, "value": 2.5], ["prob": 1, "value": 10],
      ])
    let steps = try transformed(["quantile": "x", "step": 0.25], rows)
    #expect(numbers(steps, "prob") == [0.125, 0.375, 0.625, 0.875])
  }

  @Test func `an extent is a parameter`() throws {
    let evaluation = Evaluation()
    let transform = ExtentTransform(FieldPath("x"), parameter: "span")
    let table = try #require(Table([["x": 3], ["x": .null], ["x": -1]]))
    _ = try TableTransform.extent(transform).apply(to: Frame(table), evaluation)
    #expect(evaluation.parameters["span"] == [-1, 3])
  }

  @Test func `bins may be those of a selection`() throws {
    let evaluation = Evaluation(parameters: ["brush": .record(.init([("x", [0, 10])]))])
    var parameters = BinParameters(maxBins: 10)
    parameters.extentParameter = .init(name: "brush", field: nil)
    #expect(parameters.resolved(evaluation).extent == [0, 10])
    #expect(parameters.resolved(Evaluation()).extent == nil)
  }

  @Test func `a number and its text are one key of a lookup`() throws {
    let other = try #require(Table([["id": "1", "name": "one"]]))
    let lookup = LookupTransform(
      field: FieldPath("id"), other: Frame(other), key: FieldPath("id"),
      fields: [FieldPath("name")], names: ["name"], standard: .null)
    let table = try #require(Table([["id": 1], ["id": 2]]))
    let result = Table(lookup.apply(to: Frame(table))).value
    #expect(result == [["id": 1, "name": "one"], ["id": 2, "name": .null]])
  }

  @Test(
    arguments: [
      ["density": "x"], ["regression": "x", "on": "y", "method": "poly"],
      ["loess": "x", "on": "y"],
      ["quantile": "x"], ["extent": "x", "param": "p"],
    ] as [Value])
  func `rows without numbers make no curve and no harm`(spec: Value) throws {
    for rows in [[], [["x": .null]], [["x": "a", "y": "b"]], [["x": 1, "y": 1]]] as [Value] {
      _ = try transformed(spec, rows)
    }
  }
}
