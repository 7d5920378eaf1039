import Inputs

/// A regular expression as it is written in an expression: `/^[A-Z]+$/gi`.
struct PatternLiteral: Sendable, Hashable {
  let source: String
  let flags: Pattern.Flags
  /// `g`: all matches are meant.
  let isGlobal: Bool

  /// What is wrong with the pattern is said at its place.
  init(_ source: String, flags: String, at range: Range<Int>) throws(ExpressionFault) {
    guard let literal = PatternLiteral(source, flags: flags) else {
      throw ExpressionFault(
        message: "unknown flags \"\(flags)\" of a regular expression", range: range,
        hints: ["g, i, m and s are known"])
    }
    if let fault = Pattern.grammarFault(of: source) {
      throw ExpressionFault(
        message: "the regular expression \(fault.message)", range: range,
        hints: [fault.hint].compactMap(\.self))
    }
    self = literal
  }

  /// Nil for flags that aren't known; `u` and `y` change nothing here.
  init?(_ source: String, flags text: String) {
    var flags: Pattern.Flags = []
    var isGlobal = false
    for flag in text {
      switch flag {
      case "g": isGlobal = true
      case "i": flags.insert(.ignoreCase)
      case "m": flags.insert(.multiline)
      case "s": flags.insert(.dotAll)
      case "u", "y": break
      default: return nil
      }
    }
    self.source = source
    self.flags = flags
    self.isGlobal = isGlobal
  }
}

/// Functions of regular expressions. Source: Vega's expression functions, "RegExp Functions" and `replace`.
enum PatternFunction: String, Sendable {
  /// `regexp(pattern, flags)`: one made of texts.
  case regexp
  /// `test(regexp, text)`: whether it matches.
  case test
  /// `replace(text, regexp, replacement)`; with a text in its place it is a `TextFunction`.
  case replace

  /// The function of a name that is given a regular expression, or makes one.
  init?(name: String, _ arguments: [ExpressionNode]) {
    guard let function = PatternFunction(rawValue: name) else { return nil }
    if function == .replace {
      guard arguments.count > 1, arguments[1].isPattern else { return nil }
    }
    self = function
  }

  /// Those that are no text functions as well.
  static let names = [PatternFunction.regexp, .test].map(\.rawValue)

  var arity: ClosedRange<Int> {
    switch self {
    case .regexp: 1...2
    case .test: 2...2
    case .replace: 3...3
    }
  }

  var arityText: String { arity.argumentsText }
}

extension ExpressionNode {
  /// Whether it stands for a regular expression.
  var isPattern: Bool {
    switch self {
    case .pattern, .patternCall(.regexp, _): true
    default: false
    }
  }
}
