/// An expression as a tree.
indirect enum ExpressionNode: Sendable {
  case literal(Datum)
  /// A parameter, `width`, `height` … or a constant such as `PI`.
  case name(String, at: Range<Int>)
  /// The row itself.
  case datum
  /// A column of the row, or what lies inside its cells.
  case field(String)
  case member(ExpressionNode, ExpressionNode)
  case call(ExpressionFunction, [ExpressionNode])
  /// A function that only a chart knows, such as `scale`.
  case hostCall(HostFunction, [ExpressionNode])
  /// `/source/flags`
  case pattern(PatternLiteral)
  /// A function that takes a regular expression.
  case patternCall(PatternFunction, [ExpressionNode])
  case unary(UnaryOperator, ExpressionNode)
  case binary(BinaryOperator, ExpressionNode, ExpressionNode)
  case conditional(ExpressionNode, then: ExpressionNode, otherwise: ExpressionNode)
  case list([ExpressionNode])
  case record([(String, ExpressionNode)])
}

enum UnaryOperator: String, Sendable, CaseIterable {
  case plus = "+"
  case minus = "-"
  case not = "!"
  case complement = "~"
}

enum BinaryOperator: String, Sendable, CaseIterable {
  case or = "||"
  case and = "&&"
  case bitOr = "|"
  case bitXor = "^"
  case bitAnd = "&"
  case equal = "=="
  case notEqual = "!="
  case identical = "==="
  case notIdentical = "!=="
  case less = "<"
  case greater = ">"
  case atMost = "<="
  case atLeast = ">="
  case shiftLeft = "<<"
  case shiftRight = ">>"
  case shiftRightUnsigned = ">>>"
  case add = "+"
  case subtract = "-"
  case multiply = "*"
  case divide = "/"
  case remainder = "%"

  /// How tightly it binds (ECMA-262, 13.4 to 13.13): a higher one first.
  var precedence: Int {
    switch self {
    case .or: 1
    case .and: 2
    case .bitOr: 3
    case .bitXor: 4
    case .bitAnd: 5
    case .equal, .notEqual, .identical, .notIdentical: 6
    case .less, .greater, .atMost, .atLeast: 7
    case .shiftLeft, .shiftRight, .shiftRightUnsigned: 8
    case .add, .subtract: 9
    case .multiply, .divide, .remainder: 10
    }
  }
}
