/// Reads a pattern by the grammar of ECMA-262 (section 22.2.1) and writes it in PCRE2's.
///
/// It keeps its own stack of open groups, so that no pattern is too deep for the thread's.
struct PatternTranslator {
  /// A pattern in PCRE2's grammar, and the numbers of its named groups.
  struct Translation {
    var text: String
    var groupNames: [String: Int]
  }

  /// A group whose `)` hasn't come yet.
  private struct OpenGroup {
    var position: Int
    /// Whether it may be repeated once it is closed: a lookbehind may not.
    var isRepeatable: Bool
  }

  let scalars: [Unicode.Scalar]
  let flags: Pattern.Flags
  /// The index of the next scalar.
  var at = 0
  var out = ""
  private var open: [OpenGroup] = []
  /// Whether a quantifier may follow.
  private var isRepeatable = false
  private var groupCount = 0
  private var groupNames: [String: Int] = [:]
  /// References and what they refer to, checked once all groups are known.
  private var references: [(position: Int, number: Int)] = []
  private var nameReferences: [(position: Int, name: String)] = []

  init(_ source: String, flags: Pattern.Flags) {
    scalars = Array(source.unicodeScalars)
    self.flags = flags
  }

  var next: Unicode.Scalar? { at < scalars.count ? scalars[at] : nil }

  /// The scalar after the next one.
  func peek(_ offset: Int) -> Unicode.Scalar? {
    at + offset < scalars.count ? scalars[at + offset] : nil
  }

  func fault(_ message: String, at index: Int, hint: String? = nil) -> PatternFault {
    PatternFault(message, at: index + 1, hint: hint)
  }

  mutating func translate() throws(PatternFault) -> Translation {
    findNames()
    while let scalar = next {
      try translate(scalar)
    }
    if let group = open.last {
      throw fault("has no \")\" for this group", at: group.position)
    }
    for reference in references where reference.number > groupCount {
      throw fault(
        "refers to group \(reference.number), which it doesn't have", at: reference.position)
    }
    return Translation(text: out, groupNames: groupNames)
  }

  private mutating func translate(_ scalar: Unicode.Scalar) throws(PatternFault) {
    let start = at
    at += 1
    switch scalar {
    case "(": try openGroup(at: start)
    case ")":
      guard let group = open.popLast() else {
        throw fault(
          "has a \")\" that closes nothing", at: start, hint: "write \\) for the character")
      }
      out += ")"
      isRepeatable = group.isRepeatable
    case "|":
      out += "|"
      isRepeatable = false
    case "^":
      out +=
        flags.contains(.multiline) ? "(?:\\A|(?<=[\(PatternClasses.lineEnds)]))" : "^"
      isRepeatable = false
    case "$":
      out += flags.contains(.multiline) ? "(?=[\(PatternClasses.lineEnds)]|\\z)" : "$"
      isRepeatable = false
    case ".":
      out += flags.contains(.dotAll) ? "(?s:.)" : "[^\(PatternClasses.lineEnds)]"
      isRepeatable = true
    case "*", "+", "?": try quantify(String(scalar), at: start)
    case "{":
      if let bounds = try bounds(at: start) {
        try quantify(bounds, at: start)
      } else {
        literal(scalar)
      }
    case "[": try translateClass(at: start)
    case "\\": try escape(at: start)
    default: literal(scalar)
    }
  }

  /// Writes a scalar that stands for itself.
  mutating func literal(_ scalar: Unicode.Scalar) {
    out += PatternClasses.text(scalar.value)
    isRepeatable = true
  }

  mutating func set(_ text: String, isRepeatable: Bool = true) {
    out += text
    self.isRepeatable = isRepeatable
  }

  mutating func refer(to number: Int, at position: Int) {
    references.append((position, number))
    set("\\g{\(number)}")
  }

  func number(ofGroup name: String) -> Int? { groupNames[name] }
}

extension PatternTranslator {
  /// `(…)`, `(?:…)`, `(?<name>…)`, `(?=…)`, `(?!…)`, `(?<=…)`, `(?<!…)`.
  private mutating func openGroup(at start: Int) throws(PatternFault) {
    var group = OpenGroup(position: start, isRepeatable: true)
    defer { isRepeatable = false }
    guard next == "?" else {
      groupCount += 1
      open.append(group)
      out += "("
      return
    }
    switch (peek(1), peek(2)) {
    case (":", _), ("=", _), ("!", _):
      out += "(?" + String(peek(1) ?? ":")
      at += 2
    case ("<", "="), ("<", "!"):
      group.isRepeatable = false
      out += "(?<" + String(peek(2) ?? "=")
      at += 3
    case ("<", _):
      at += 2
      let name = try groupName(at: start)
      groupCount += 1
      guard groupNames[name] == groupCount else {
        throw fault("names two groups \"\(name)\"", at: start)
      }
      out += "("
    default:
      throw fault(
        "has a group \"(?\(peek(1).map { String($0) } ?? "")\" that ECMA-262 doesn't know",
        at: start,
        hint: "known are (?: (?= (?! (?<= (?<! and (?<name>")
    }
    open.append(group)
  }

  /// A name and the `>` behind it.
  mutating func groupName(at start: Int) throws(PatternFault) -> String {
    var name = String.UnicodeScalarView()
    while let scalar = next, scalar != ">" {
      let isFirst = name.isEmpty
      let properties = scalar.properties
      guard
        scalar == "$" || scalar == "_"
          || (isFirst ? properties.isIDStart : properties.isIDContinue)
      else { throw fault("has a group name that is no identifier", at: at) }
      name.append(scalar)
      at += 1
    }
    guard next == ">", !name.isEmpty else {
      throw fault("has no name with a \">\" for this group", at: start)
    }
    at += 1
    return String(name)
  }

  /// The names of all groups and their numbers: a reference may stand before its group.
  private mutating func findNames() {
    var number = 0
    var index = 0
    var isInClass = false
    while index < scalars.count {
      switch scalars[index] {
      case "\\": index += 1
      case "[": isInClass = true
      case "]": isInClass = false
      case "(" where !isInClass:
        let tail = scalars[(index + 1)...].prefix(3)
        let isNamed =
          tail.starts(with: ["?", "<"]) && !tail.starts(with: ["?", "<", "="])
          && !tail.starts(with: ["?", "<", "!"])
        guard isNamed || tail.first != "?" else { break }
        number += 1
        if isNamed {
          let name = scalars[(index + 3)...].prefix { $0 != ">" }
          var view = String.UnicodeScalarView()
          view.append(contentsOf: name)
          if groupNames[String(view)] == nil { groupNames[String(view)] = number }
        }
      default: break
      }
      index += 1
    }
  }
}

extension PatternTranslator {
  /// Writes a quantifier, and the `?` that makes it take as little as possible.
  private mutating func quantify(_ quantifier: String, at start: Int) throws(PatternFault) {
    guard isRepeatable else {
      throw fault(
        "has nothing to repeat before \"\(scalars[start])\"", at: start,
        hint: "write \\\(scalars[start]) for the character")
    }
    out += quantifier
    if next == "?" {
      at += 1
      out += "?"
    }
    isRepeatable = false
  }

  /// `{n}`, `{n,}`, `{n,m}` behind its brace; nil where the brace stands for itself.
  private mutating func bounds(at start: Int) throws(PatternFault) -> String? {
    var index = at
    func digits(from index: inout Int) -> String {
      var text = ""
      while index < scalars.count, ("0"..."9").contains(scalars[index]) {
        text.unicodeScalars.append(scalars[index])
        index += 1
      }
      return text
    }
    let least = digits(from: &index)
    guard !least.isEmpty, index < scalars.count else { return nil }
    var most: String? = least
    if scalars[index] == "," {
      index += 1
      let text = digits(from: &index)
      most = text.isEmpty ? nil : text
    }
    guard index < scalars.count, scalars[index] == "}" else { return nil }
    at = index + 1
    let low = Int(least) ?? .max
    let high = most.map { Int($0) ?? .max }
    if let high, high < low {
      throw fault("repeats at least \(least) and at most \(most ?? "") times", at: start)
    }
    guard low <= 65_535, high ?? 0 <= 65_535 else {
      throw fault("repeats a part more than 65535 times", at: start)
    }
    return high == low ? "{\(low)}" : "{\(low),\(high.map { String($0) } ?? "")}"
  }
}
