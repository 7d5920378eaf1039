import Diagnostics

/// Reads an expression by precedence climbing.
struct ExpressionParser {
  private let tokens: [Token]
  private var position = 0
  private var depth = 0
  /// Names of fields and parameters met on the way, in order, each once.
  private(set) var fields: [String] = []
  private(set) var parameters: [String] = []

  /// Deeper nesting than this is refused, so that neither parsing nor evaluation can overflow the stack.
  private static let maxDepth = 200

  private init(_ tokens: [Token]) {
    self.tokens = tokens
  }

  static func parse(
    _ text: String
  ) throws(ExpressionFault) -> (node: ExpressionNode, fields: [String], parameters: [String]) {
    var parser = ExpressionParser(try Tokenizer.tokens(of: text))
    let node = try parser.expression()
    guard case .end = parser.token.kind else {
      throw parser.hinting(at: parser.unexpected(), behind: node)
    }
    return (node, parser.fields, parser.parameters)
  }

  private var token: Token { tokens[min(position, tokens.count - 1)] }

  private func unexpected() -> ExpressionFault {
    switch token.kind {
    case .end: ExpressionFault(message: "the expression ends too early", range: token.range)
    case .number, .text, .pattern, .name, .mark:
      ExpressionFault(message: "unexpected \"\(text(of: token))\"", range: token.range)
    }
  }

  /// A fault behind a whole expression, with what those who know other languages mean by it.
  private func hinting(
    at fault: ExpressionFault, behind node: ExpressionNode
  ) -> ExpressionFault {
    var fault = fault
    switch (token.kind, node) {
    case (.name("and"), _): fault.hints = ["write && for \"and\""]
    case (.name("or"), _): fault.hints = ["write || for \"or\""]
    case (.mark("("), .member(_, .literal(let name))):
      let name = name.asText
      fault.hints = [
        ExpressionFunction.names.contains(name)
          ? "functions stand alone: write \(name)(…)"
          : "there are no methods: write functions, such as format(datum.x, '.1f')"
      ]
    default: break
    }
    return fault
  }

  private func text(of token: Token) -> String {
    switch token.kind {
    case .number(let number): Datum.number(number).asText
    case .text(let text): text
    case .pattern(let source, _): "/\(source)/"
    case .name(let name): name
    case .mark(let mark): mark
    case .end: ""
    }
  }

  private mutating func take(_ mark: String) -> Bool {
    guard token.kind == .mark(mark) else { return false }
    position += 1
    return true
  }

  private mutating func expect(_ mark: String) throws(ExpressionFault) {
    guard take(mark) else {
      var fault = unexpected()
      fault.hints = ["\"\(mark)\" is expected here"]
      throw fault
    }
  }

  private mutating func expression() throws(ExpressionFault) -> ExpressionNode {
    depth += 1
    defer { depth -= 1 }
    guard depth < Self.maxDepth else {
      throw ExpressionFault(
        message: "the expression is nested more than \(Self.maxDepth) levels deep",
        range: token.range)
    }
    let test = try binary(above: 0)
    guard take("?") else { return test }
    let then = try expression()
    try expect(":")
    return .conditional(test, then: then, otherwise: try expression())
  }

  private mutating func binary(above floor: Int) throws(ExpressionFault) -> ExpressionNode {
    var left = try unary()
    // A long chain of operators leans to the left as a tree, so its length is bounded too.
    var length = 0
    while case .mark(let mark) = token.kind, let operation = BinaryOperator(rawValue: mark),
      operation.precedence > floor
    {
      length += 1
      guard length + depth < Self.maxDepth * 5 else {
        throw ExpressionFault(message: "the expression is too long", range: token.range)
      }
      position += 1
      left = .binary(operation, left, try binary(above: operation.precedence))
    }
    return left
  }

  private mutating func unary() throws(ExpressionFault) -> ExpressionNode {
    guard case .mark(let mark) = token.kind, let operation = UnaryOperator(rawValue: mark) else {
      return try postfix()
    }
    position += 1
    depth += 1
    defer { depth -= 1 }
    guard depth < Self.maxDepth else { throw unexpected() }
    return .unary(operation, try unary())
  }

  private mutating func postfix() throws(ExpressionFault) -> ExpressionNode {
    var node = try primary()
    var length = 0
    while true {
      if take(".") {
        guard case .name(let name) = token.kind else { throw unexpected() }
        position += 1
        node = member(of: node, .literal(.string(name)))
      } else if take("[") {
        let key = try expression()
        try expect("]")
        node = member(of: node, key)
      } else {
        return node
      }
      length += 1
      guard length < Self.maxDepth else { throw unexpected() }
    }
  }

  private mutating func member(of node: ExpressionNode, _ key: ExpressionNode) -> ExpressionNode {
    if case .datum = node, case .literal(let name) = key {
      let field = name.asText
      if !fields.contains(field) { fields.append(field) }
      return .field(field)
    }
    return .member(node, key)
  }

  private mutating func primary() throws(ExpressionFault) -> ExpressionNode {
    let token = token
    switch token.kind {
    case .number(let number):
      position += 1
      return .literal(.number(number))
    case .text(let text):
      position += 1
      return .literal(.string(text))
    case .pattern(let source, let flags):
      position += 1
      return .pattern(try PatternLiteral(source, flags: flags, at: token.range))
    case .name(let name):
      position += 1
      return try named(name, at: token.range)
    case .mark("("):
      position += 1
      let inner = try expression()
      try expect(")")
      return inner
    case .mark("["):
      position += 1
      return .list(try items(until: "]"))
    case .mark("{"):
      position += 1
      return try record()
    case .mark, .end:
      throw unexpected()
    }
  }

  private mutating func items(until close: String) throws(ExpressionFault) -> [ExpressionNode] {
    var items: [ExpressionNode] = []
    if take(close) { return items }
    repeat {
      items.append(try expression())
    } while take(",")
    try expect(close)
    return items
  }

  private mutating func record() throws(ExpressionFault) -> ExpressionNode {
    var members: [(String, ExpressionNode)] = []
    if take("}") { return .record([]) }
    repeat {
      let key: String
      switch token.kind {
      case .name(let name): key = name
      case .text(let text): key = text
      case .number(let number): key = Datum.number(number).asText
      case .pattern, .mark, .end: throw unexpected()
      }
      position += 1
      try expect(":")
      members.append((key, try expression()))
    } while take(",")
    try expect("}")
    return .record(members)
  }

  private mutating func named(
    _ name: String, at range: Range<Int>
  ) throws(ExpressionFault) -> ExpressionNode {
    if take("(") {
      let arguments = try items(until: ")")
      if let function = PatternFunction(name: name, arguments) {
        guard function.arity.contains(arguments.count) else {
          throw ExpressionFault(
            message: "\"\(name)\" takes \(function.arityText), not \(arguments.count)",
            range: range)
        }
        return .patternCall(function, arguments)
      }
      if let function = HostFunction(rawValue: name) { return .hostCall(function, arguments) }
      if name == TypeFunction.isRegExp.rawValue, arguments.first?.isPattern == true {
        return .literal(true)
      }
      guard let function = ExpressionFunction(name: name) else {
        throw ExpressionFault(
          message: "unknown function \"\(name)\"", range: range,
          hints: Suggestion.hints(for: name, in: ExpressionFunction.names))
      }
      // What is given beyond the parameters is ignored, as in JavaScript.
      guard arguments.count >= function.arity.lowerBound else {
        throw ExpressionFault(
          message: "\"\(name)\" takes \(function.arityText), not \(arguments.count)", range: range)
      }
      return .call(function, Array(arguments.prefix(function.arity.upperBound)))
    }
    switch name {
    case "datum": return .datum
    case "true": return .literal(true)
    case "false": return .literal(false)
    case "null", "undefined": return .literal(.null)
    default: break
    }
    if let constant = Self.constants[name] { return .literal(.number(constant)) }
    if !parameters.contains(name) { parameters.append(name) }
    return .name(name, at: range)
  }

  /// Vega's constants.
  private static let constants: [String: Double] = [
    "NaN": .nan, "Infinity": .infinity, "E": 2.718281828459045, "LN10": 2.302585092994046,
    "LN2": 0.6931471805599453, "LOG10E": 0.4342944819032518, "LOG2E": 1.4426950408889634,
    "MAX_VALUE": .greatestFiniteMagnitude, "MIN_VALUE": .leastNonzeroMagnitude,
    "PI": .pi, "SQRT1_2": 0.7071067811865476, "SQRT2": 1.4142135623730951,
  ]
}
