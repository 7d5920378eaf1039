package import Diagnostics
import Formats

/// Walks an expression's tree for one row.
struct Evaluator {
  let expression: Expression
  let datum: DatumReference
  let evaluation: Evaluation

  func evaluate(_ node: ExpressionNode) throws(DiagnosticError) -> Datum {
    guard evaluation.step() else { throw evaluation.exceeded(at: expression.location) }
    switch node {
    case .literal(let value): return value
    case .name(let name, let range):
      if let value = evaluation.parameters[name] { return value }
      throw DiagnosticError(
        .error(
          "expression.name", "unknown name \"\(name)\"",
          at: Expression.place(range, in: expression.text, at: expression.location),
          hints: hints(forName: name)))
    case .datum:
      return switch datum {
      case .row(let frame, let row): frame.record(row)
      case .record(let record): record
      case .none: .null
      }
    case .field(let name): return field(name)
    case .member(let base, let key): return member(of: try evaluate(base), try evaluate(key))
    case .call(let function, let nodes): return try call(function, nodes)
    case .hostCall(let function, let nodes):
      var arguments: [Datum] = []
      for node in nodes { arguments.append(try evaluate(node)) }
      if let value = evaluation.host?.call(function, arguments) { return value }
      throw DiagnosticError(
        .error(
          "expression.function", "\"\(function.rawValue)\" is not to be had here",
          at: expression.location))
    // Outside the functions that take one, it is the text that wrote it.
    case .pattern(let literal): return .string("/\(literal.source)/")
    case .patternCall(let function, let nodes): return try call(function, nodes)
    case .unary(let operation, let operand): return unary(operation, try evaluate(operand))
    case .binary(let operation, let left, let right): return try binary(operation, left, right)
    case .conditional(let test, let then, let otherwise):
      return try evaluate(try evaluate(test).asBool ? then : otherwise)
    case .list(let nodes):
      var items: [Datum] = []
      for node in nodes { items.append(try evaluate(node)) }
      return .list(items)
    case .record(let members):
      var record = Datum.Record()
      for (name, node) in members { record[name] = try evaluate(node) }
      return .record(record)
    }
  }

  private func hints(forName name: String) -> [String] {
    if case .row(let frame, _) = datum, frame.has(name) {
      return ["did you mean \"datum.\(name)\"?"]
    }
    return Suggestion.hints(for: name, in: ["datum"] + evaluation.parameters.keys.sorted())
  }

  private func field(_ name: String) -> Datum {
    switch datum {
    case .row(let frame, let row):
      frame.position(of: name).map { frame.cell($0, row) } ?? .null
    case .record(let value): member(of: value, .string(name))
    case .none: .null
    }
  }

  private func member(of base: Datum, _ key: Datum) -> Datum {
    switch base {
    case .record(let record): return record[key.asText] ?? .null
    case .list(let items):
      if key.string == "length" { return .number(Double(items.count)) }
      let index = key.asNumber
      return index >= 0 && index < Double(items.count) ? items[Int(index)] : .null
    case .string(let text):
      if key.string == "length" { return .number(Double(text.utf16.count)) }
      let units = Array(text.utf16)
      let index = key.asNumber
      guard index >= 0, index < Double(units.count) else { return .null }
      return .string(String(decoding: [units[Int(index)]], as: UTF16.self))
    case .null, .bool, .number, .date: return .null
    }
  }

  private func call(
    _ function: ExpressionFunction, _ nodes: [ExpressionNode]
  ) throws(DiagnosticError) -> Datum {
    if case .choice = function {
      return try evaluate(try evaluate(nodes[0]).asBool ? nodes[1] : nodes[2])
    }
    var arguments: [Datum] = []
    for node in nodes { arguments.append(try evaluate(node)) }
    if case .list(.sequence) = function, arguments.count > 2, arguments[2].asNumber == 0 {
      throw DiagnosticError(
        .error(
          "expression.argument", "a sequence by steps of 0 has no end", at: expression.location,
          hints: ["write sequence(start, stop, step) with a step above or below 0"]))
    }
    try reserve(function.resultSize(arguments))
    return try apply(function, arguments)
  }

  /// What is made counts as work by its size.
  private func reserve(_ size: Double) throws(DiagnosticError) {
    guard evaluation.step(making: size) else { throw evaluation.exceeded(at: expression.location) }
  }

  private func apply(
    _ function: ExpressionFunction, _ arguments: [Datum]
  ) throws(DiagnosticError) -> Datum {
    switch function {
    case .choice: return .null
    case .type(let function): return function.apply(arguments[0])
    case .math(let function):
      return .number(function.apply(arguments.map(\.asNumber), draw: evaluation.random))
    case .distribution(let function):
      return .number(function.apply(arguments.map(\.asNumber), draw: evaluation.random))
    case .text(let function): return function.apply(arguments)
    case .list(let function): return function.apply(arguments)
    case .time(let function): return function.apply(arguments, now: evaluation.now)
    case .format(let function):
      do {
        return try function.apply(
          arguments, language: evaluation.language, numbers: evaluation.numberLocale,
          times: evaluation.timeLocale)
      } catch let fault {
        throw DiagnosticError(fault.diagnostic(at: expression.location))
      }
    }
  }

  private func unary(_ operation: UnaryOperator, _ operand: Datum) -> Datum {
    switch operation {
    case .plus: .number(operand.asNumber)
    case .minus: .number(-operand.asNumber)
    case .not: .bool(!operand.asBool)
    case .complement: .number(Double(~Self.int32(operand)))
    }
  }

  private func binary(
    _ operation: BinaryOperator, _ leftNode: ExpressionNode, _ rightNode: ExpressionNode
  ) throws(DiagnosticError) -> Datum {
    let left = try evaluate(leftNode)
    switch operation {
    case .or: return left.asBool ? left : try evaluate(rightNode)
    case .and: return left.asBool ? try evaluate(rightNode) : left
    default: break
    }
    let right = try evaluate(rightNode)
    switch operation {
    case .or, .and: return .null
    case .equal: return .bool(Datum.looselyEquals(left, right))
    case .notEqual: return .bool(!Datum.looselyEquals(left, right))
    case .identical: return .bool(Datum.strictlyEquals(left, right))
    case .notIdentical: return .bool(!Datum.strictlyEquals(left, right))
    case .less: return .bool(Datum.relational(left, right) == .before)
    case .greater: return .bool(Datum.relational(left, right) == .after)
    case .atMost:
      return .bool(Datum.relational(left, right).map { $0 != .after } ?? false)
    case .atLeast:
      return .bool(Datum.relational(left, right).map { $0 != .before } ?? false)
    case .add: return try sum(left, right)
    case .subtract: return .number(left.asNumber - right.asNumber)
    case .multiply: return .number(left.asNumber * right.asNumber)
    case .divide: return .number(left.asNumber / right.asNumber)
    case .remainder:
      return .number(left.asNumber.truncatingRemainder(dividingBy: right.asNumber))
    case .bitOr: return .number(Double(Self.int32(left) | Self.int32(right)))
    case .bitXor: return .number(Double(Self.int32(left) ^ Self.int32(right)))
    case .bitAnd: return .number(Double(Self.int32(left) & Self.int32(right)))
    case .shiftLeft: return .number(Double(Self.int32(left) << (Self.int32(right) & 31)))
    case .shiftRight: return .number(Double(Self.int32(left) >> (Self.int32(right) & 31)))
    case .shiftRightUnsigned:
      let bits = UInt32(bitPattern: Self.int32(left))
      return .number(Double(bits >> UInt32(Self.int32(right) & 31)))
    }
  }

  /// ECMA-262's `+`: texts are joined, all else is added.
  private func sum(_ left: Datum, _ right: Datum) throws(DiagnosticError) -> Datum {
    func joins(_ value: Datum) -> Bool {
      switch value {
      case .string, .list, .record: true
      case .null, .bool, .number, .date: false
      }
    }
    if joins(left) || joins(right) {
      try reserve(left.textSize + right.textSize)
      return .string(left.asText + right.asText)
    }
    return .number(left.asNumber + right.asNumber)
  }

  /// ECMA-262's `ToInt32`.
  private static func int32(_ value: Datum) -> Int32 {
    let number = value.asNumber
    guard number.isFinite else { return 0 }
    let modulo = number.rounded(.towardZero).truncatingRemainder(dividingBy: 4_294_967_296)
    return Int32(truncatingIfNeeded: Int64(modulo))
  }
}

extension Expression {
  /// The value for one row or record.
  package func evaluate(
    _ datum: DatumReference, _ evaluation: Evaluation
  ) throws(DiagnosticError) -> Datum {
    try Evaluator(expression: self, datum: datum, evaluation: evaluation).evaluate(node)
  }

  /// The values for all rows of a frame.
  package func evaluate(
    _ frame: Frame, _ evaluation: Evaluation
  ) throws(DiagnosticError) -> [Datum] {
    var values: [Datum] = []
    values.reserveCapacity(frame.count)
    for row in 0..<frame.count { values.append(try evaluate(.row(frame, row), evaluation)) }
    return values
  }
}
