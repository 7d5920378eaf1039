import Diagnostics
import Inputs

/// Regular expressions in expressions.
extension Evaluator {
  func call(
    _ function: PatternFunction, _ nodes: [ExpressionNode]
  ) throws(DiagnosticError) -> Datum {
    switch function {
    case .regexp: return .string(try literal(of: .patternCall(function, nodes)).source)
    case .test:
      let pattern = try self.pattern(of: nodes[0])
      let text = try evaluate(nodes[1]).asText
      return .bool(try matched { () throws(PatternStop) in try pattern.matches(text) })
    case .replace:
      let literal = try literal(of: nodes[1])
      let pattern = try compiled(literal)
      let text = try evaluate(nodes[0]).asText
      let replacement = try evaluate(nodes[2]).asText
      let result = try matched { () throws(PatternStop) in
        try pattern.replacing(
          in: text, with: replacement, all: literal.isGlobal, most: evaluation.room)
      }
      guard evaluation.step(making: Double(result.utf8.count)) else {
        throw evaluation.exceeded(at: expression.location)
      }
      return .string(result)
    }
  }

  private func pattern(of node: ExpressionNode) throws(DiagnosticError) -> Pattern {
    try compiled(try literal(of: node))
  }

  private func literal(of node: ExpressionNode) throws(DiagnosticError) -> PatternLiteral {
    switch node {
    case .pattern(let literal): return literal
    case .patternCall(.regexp, let nodes):
      let source = try evaluate(nodes[0]).asText
      let flags = nodes.count > 1 ? try evaluate(nodes[1]).asText : ""
      if let literal = PatternLiteral(source, flags: flags) { return literal }
      throw fault("unknown flags \"\(flags)\" of a regular expression", ["g, i, m and s are known"])
    default:
      throw fault(
        "a regular expression is expected here",
        ["write /…/, or regexp(text) to make one of a text"])
    }
  }

  private func compiled(_ literal: PatternLiteral) throws(DiagnosticError) -> Pattern {
    do throws(PatternFault) {
      return try evaluation.pattern(literal)
    } catch {
      throw fault("the regular expression \(error.message)", [error.hint].compactMap(\.self))
    }
  }

  private func matched<T>(_ match: () throws(PatternStop) -> T) throws(DiagnosticError) -> T {
    do throws(PatternStop) {
      return try match()
    } catch {
      switch error {
      case .steps: throw evaluation.patternExceeded(at: expression.location)
      case .size: throw evaluation.exceeded(at: expression.location)
      }
    }
  }

  private func fault(_ message: String, _ hints: [String]) -> DiagnosticError {
    DiagnosticError(
      .error("expression.pattern", message, at: expression.location, hints: hints))
  }
}
