import Diagnostics
import Yams

/// Makes our tree of the nodes that Yams composed, and reports all in it that isn't read here.
struct YAMLBuilder {
  private(set) var errors: [Diagnostic] = []
  private var marks: YAMLMarks
  private let extent: YAMLExtent
  private let greatestDepth: Int
  private let limits: Limits
  /// Where anchors were reported: each alias gives the node of its anchor again.
  private var anchors: Set<Int> = []

  init(marks: YAMLMarks, limits: Limits) {
    self.marks = marks
    self.limits = limits
    extent = YAMLExtent(marks.source.bytes, end: marks.range.upperBound)
    greatestDepth = limits[.inputDepth]
  }

  /// The value of a node; null in place of what isn't read, which has an error then.
  mutating func value(of node: Node, depth: Int) -> Value {
    let start = marks.offset(node.mark)
    // Aliases stand for the node of their anchor, so all of them end here.
    guard !hasProperties(at: start) else { return .null }
    switch node {
    case .scalar(let scalar): return value(of: scalar, start: start)
    case .sequence(let sequence):
      guard isAllowed(depth: depth, at: start) else { return .null }
      return value(of: sequence, start: start, depth: depth)
    case .mapping(let mapping):
      guard isAllowed(depth: depth, at: start) else { return .null }
      return value(of: mapping, start: start, depth: depth)
    case .alias:
      errors.append(Self.anchorFault(at: location(start..<start + 1)))
      return .null
    }
  }

  private mutating func value(of scalar: Node.Scalar, start: Int) -> Value {
    let range = self.range(of: scalar, start: start)
    guard scalar.style == .plain else { return Value(.string(scalar.string), range: range) }
    switch YAMLScalar(plain: scalar.string) {
    case .null: return Value(.null, range: range)
    case .bool(let flag): return Value(.bool(flag), range: range)
    case .number(let number): return Value(.number(number), range: range)
    case .text: return Value(.string(scalar.string), range: range)
    case .noNumber:
      errors.append(
        .error(
          "yaml.number", "\"\(scalar.string)\" is no number that can be shown",
          at: location(range), hints: ["write null where there is none, or put it in quotes"]))
      return Value(.null, range: range)
    }
  }

  private mutating func value(
    of sequence: Node.Sequence, start: Int, depth: Int
  ) -> Value {
    var values: [Value] = []
    values.reserveCapacity(sequence.count)
    for node in sequence { values.append(value(of: node, depth: depth + 1)) }
    let last = max(values.last?.range.upperBound ?? 0, start + 1)
    let end =
      isFlow(at: start, UInt8(ascii: "["))
      ? extent.ofFlow(last, closing: UInt8(ascii: "]")) : last
    return Value(.array(values), range: start..<end)
  }

  private mutating func value(of mapping: Node.Mapping, start: Int, depth: Int) -> Value {
    var members: [Object.Member] = []
    members.reserveCapacity(mapping.count)
    for (key, node) in mapping {
      guard let (name, keyRange) = self.key(of: key) else { continue }
      members.append(
        Object.Member(key: name, keyRange: keyRange, value: value(of: node, depth: depth + 1)))
    }
    let last = max(
      members.last.map { max($0.value.range.upperBound, $0.keyRange.upperBound) } ?? 0, start)
    let end =
      isFlow(at: start, UInt8(ascii: "{"))
      ? extent.ofFlow(max(last, start + 1), closing: UInt8(ascii: "}")) : last
    return Value(.object(Object(members)), range: start..<end)
  }

  /// Whether a bracket opens the collection; the styles that Yams gives aren't those of the text.
  private func isFlow(at start: Int, _ bracket: UInt8) -> Bool {
    start < marks.range.upperBound && marks.source.bytes[start] == bracket
  }

  /// The text of a key, which is the source text also for a number; nil with an error for what can't be one.
  private mutating func key(of node: Node) -> (String, Range<Int>)? {
    let start = marks.offset(node.mark)
    guard !hasProperties(at: start) else { return nil }
    guard case .scalar(let scalar) = node else {
      errors.append(
        .error(
          "yaml.key", "a list or an object stands where a key is expected",
          at: location(start..<start + 1),
          hints: ["put a text that begins with \"{\" or \"[\" in quotes"]))
      return nil
    }
    let range = self.range(of: scalar, start: start)
    if scalar.style == .plain, scalar.string == "<<" {
      errors.append(
        .error(
          "yaml.merge", "the merge key \"<<\" is not read here", at: location(range),
          hints: ["write the members out where they are needed"]))
      return nil
    }
    if scalar.style == .plain, scalar.string.isEmpty {
      errors.append(
        .error(
          "yaml.key", "a key is missing before \":\"", at: location(range),
          hints: ["write \"\" for a key that is empty on purpose"]))
      return nil
    }
    return (scalar.string, range)
  }

  private func range(of scalar: Node.Scalar, start: Int) -> Range<Int> {
    let end =
      switch scalar.style {
      case .singleQuoted, .doubleQuoted: extent.ofQuoted(start)
      case .literal, .folded: extent.ofBlock(start)
      case .plain, .any: extent.ofPlain(start, text: scalar.string)
      }
    return start..<max(start, end)
  }

  // MARK: What isn't read

  /// Whether an anchor or a tag stands here, which no plain scalar begins with; it has an error then.
  private mutating func hasProperties(at start: Int) -> Bool {
    guard start < marks.range.upperBound else { return false }
    let word = marks.source.bytes[start..<marks.range.upperBound].prefix { $0 > 0x20 }
    let location = location(word.startIndex..<word.endIndex)
    switch word.first {
    case UInt8(ascii: "&"), UInt8(ascii: "*"):
      if anchors.insert(start).inserted { errors.append(Self.anchorFault(at: location)) }
      return true
    case UInt8(ascii: "!"):
      errors.append(
        .error(
          "yaml.tag", "the tag \"\(String(decoding: word, as: UTF8.self))\" is not read here",
          at: location, hints: ["leave the tag out; what is in quotes is a text"]))
      return true
    default: return false
    }
  }

  static func anchorFault(at location: SourceLocation) -> Diagnostic {
    .error(
      "yaml.anchor", "anchors and aliases are not read here", at: location,
      hints: ["write the value out where it is needed, or put the text in quotes"])
  }

  private mutating func isAllowed(depth: Int, at start: Int) -> Bool {
    guard depth >= greatestDepth else { return true }
    errors.append(
      limits.exceeded(
        .inputDepth, by: "the nesting of lists and objects", at: location(start..<start + 1)))
    return false
  }

  private func location(_ range: Range<Int>) -> SourceLocation {
    SourceLocation(marks.source, range.clamped(to: marks.range))
  }
}
