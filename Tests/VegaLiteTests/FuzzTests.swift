import Diagnostics
import Foundation
import Graphics
import Inputs
import Testing

@testable import VegaLite

/// A sequence of numbers that is the same in every run (splitmix64).
struct SeededNumbers: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

/// Changes a specification in one place: what is there is dropped, doubled, replaced by something odd or by a part of another.
struct Mutation {
  var numbers: SeededNumbers
  /// Parts of specifications to put in.
  let parts: [Value]

  static let odd: [Value] = [
    .null, true, false, 0, -1, 1, 1e308, -1e308, 1e-300, .number(Double.leastNonzeroMagnitude), 1e9,
    "", "x", "width", "datum.x",
    "NaN", [], [0], [.null], ["a", "b"], [1, 0], .object([]), .object([("field", "a")]),
    .object([("expr", "datum")]), .object([("value", .null)]), .object([("step", -5)]),
    .object([("type", "log")]), .object([("signal", "width")]), "한국어 😀",
    .number(.infinity), .number(.nan),
  ]

  mutating func mutated(_ value: Value) -> Value {
    let count = Self.size(value)
    var target = Int.random(in: 0..<max(1, count), using: &numbers)
    return changed(value, &target)
  }

  private static func size(_ value: Value) -> Int {
    switch value.kind {
    case .array(let items): items.reduce(1) { $0 + size($1) }
    case .object(let object): object.members.reduce(1) { $0 + size($1.value) }
    case .null, .bool, .number, .string: 1
    }
  }

  /// The value with its part of a number, counted from the outside in, changed.
  private mutating func changed(_ value: Value, _ target: inout Int) -> Value {
    if target == 0 {
      target = -1
      return replacement(value)
    }
    target -= 1
    switch value.kind {
    case .array(let items):
      var result: [Value] = []
      for item in items {
        if target < 0 {
          result.append(item)
        } else {
          result.append(changed(item, &target))
        }
      }
      return Value(.array(result), range: value.range)
    case .object(let object):
      var members = object.members
      for index in members.indices where target >= 0 {
        members[index].value = changed(members[index].value, &target)
      }
      return Value(.object(Object(members)), range: value.range)
    case .null, .bool, .number, .string: return value
    }
  }

  private mutating func replacement(_ value: Value) -> Value {
    let choice = Int.random(in: 0..<10, using: &numbers)
    switch value.kind {
    case .array(let items) where choice < 5 && !items.isEmpty:
      let place = Int.random(in: items.indices, using: &numbers)
      var result = items
      if choice < 2 { result.remove(at: place) } else { result.append(items[place]) }
      return Value(.array(result), range: value.range)
    case .object(let object) where choice < 6 && !object.members.isEmpty:
      let place = Int.random(in: object.members.indices, using: &numbers)
      var members = object.members
      switch choice {
      case 0, 1: members.remove(at: place)
      case 2, 3: members[place].value = Self.odd.randomElement(using: &numbers) ?? .null
      default:
        guard
          let part = parts.randomElement(using: &numbers)?.object?.members
            .randomElement(using: &numbers)
        else { break }
        members.removeAll { $0.key == part.key }
        members.append(part)
      }
      return Value(.object(Object(members)), range: value.range)
    case .number(let number) where choice < 5:
      let factor: Double = [-1.0, 0, 1e6, 1e-6, 0.5].randomElement(using: &numbers) ?? 0
      return Value(.number(Number(number.double * factor)), range: value.range)
    default:
      if choice < 8 { return Self.odd.randomElement(using: &numbers) ?? .null }
      return parts.randomElement(using: &numbers) ?? .null
    }
  }

  /// All objects within values.
  static func objects(in values: [Value]) -> [Value] {
    values.flatMap { value -> [Value] in
      switch value.kind {
      case .array(let items): objects(in: items)
      case .object(let object): [value] + objects(in: object.members.map(\.value))
      case .null, .bool, .number, .string: []
      }
    }
  }
}

@Suite(.enabled(if: Gallery.folder != nil, "the gallery is not here"))
struct FuzzTests {
  /// Which changed specifications are drawn; $BRIEFKIT_FUZZ asks for more, `100000`, or for some, `50000-60000`.
  static let numbers: Range<Int> = {
    let wanted = ProcessInfo.processInfo.environment["BRIEFKIT_FUZZ"] ?? "2000"
    let ends = wanted.split(separator: "-").compactMap { Int($0) }
    let last = ends.last ?? 2000
    return min(ends.count > 1 ? ends[0] : 0, last)..<last
  }()

  /// The first rows of a data file, so that a run takes seconds.
  private static func short(_ path: String) throws(DiagnosticError) -> Source {
    let source = try Gallery.source(path)
    if path.hasSuffix(".csv") || path.hasSuffix(".tsv") {
      let lines = source.bytes.split(separator: UInt8(ascii: "\n")).prefix(25)
      return Source(name: path, bytes: Array(lines.joined(separator: [UInt8(ascii: "\n")])))
    }
    guard path.hasSuffix(".json") else { return source }
    let value = try JSONReader.read(source)
    if let items = value.array, items.count > 25 {
      let end = items[24].range.upperBound
      return Source(name: path, bytes: Array(source.bytes[..<end]) + [UInt8(ascii: "]")])
    }
    return value["type"]?.string == "Topology"
      ? Source(name: path, text: MapTests.topology) : source
  }

  @Test func `changed specifications are drawn or refused`() throws {
    var files: [String: Result<Source, DiagnosticError>] = [:]
    let specs = try Gallery.specs.map { name in
      try JSONReader.read(try Gallery.source("specs/\(name)"))
    }
    let parts = Mutation.objects(in: specs).filter { $0["values"] == nil }
    let source = Source(name: "mutant.vl.json", text: "")
    var limits = Limits()
    limits[.expressionSteps] = 2_000_000
    limits[.rows] = 20_000
    let environment = ChartEnvironment(
      file: { (url, location) throws(DiagnosticError) in
        if let known = files[url] { return try known.get() }
        do throws(DiagnosticError) {
          let read = try Self.short(url)
          files[url] = .success(read)
          return read
        } catch {
          files[url] = .failure(error)
          throw error
        }
      }, shaper: FixedShaper(), limits: limits)
    for number in Self.numbers {
      var mutation = Mutation(
        numbers: SeededNumbers(state: UInt64(number) &* 0x2545_F491_4F6C_DD1D), parts: parts)
      var spec = specs[number % specs.count]
      for _ in 0..<Int.random(in: 1...3, using: &mutation.numbers) { spec = mutation.mutated(spec) }
      do {
        let chart = try ChartRenderer.draw(Located(spec, in: source), in: environment)
        let size = chart.scene.size
        #expect(
          size.width.isFinite && size.height.isFinite && size.width > 0 && size.height > 0,
          "mutation \(number)")
      } catch {
        #expect(error.diagnostics.hasErrors, "mutation \(number)")
      }
    }
  }
}
