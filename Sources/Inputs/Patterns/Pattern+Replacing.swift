extension Pattern {
  /// The text with its first match, or with all of them, replaced by a template.
  ///
  /// In the template stand for (ECMA-262, GetSubstitution): `$&` the match, `$1` to `$99` a group, `$<name>` a named
  /// group, `` $` `` and `$'` what is before and behind the match, `$$` a dollar sign.
  ///
  /// - Parameter most: The UTF-8 bytes that the result may have; beyond them it stops with `PatternStop.size`.
  package func replacing(
    in text: String, with template: String, all: Bool = false, most: Int = .max
  ) throws(PatternStop) -> String {
    let utf8 = text.utf8
    var out = ""
    var end = utf8.startIndex
    var endOffset = 0
    try forEachMatch(in: text, all: all) { (match) throws(PatternStop) in
      let start = utf8.index(end, offsetBy: match.range.lowerBound - endOffset)
      let next = utf8.index(start, offsetBy: match.range.count)
      out += text[end..<start]
      let substitution = Substitution(match: match, before: text[..<start], behind: text[next...])
      try substitution.append(template, to: &out, most: most)
      end = next
      endOffset = match.range.upperBound
    }
    out += text[end...]
    guard out.utf8.count <= most else { throw .size }
    return out
  }
}

/// What may stand for a dollar sign in a template of replacement.
private struct Substitution {
  let match: PatternMatch
  let before: Substring
  let behind: Substring

  func append(
    _ template: String, to result: inout String, most: Int
  ) throws(PatternStop) {
    guard template.utf8.contains(UInt8(ascii: "$")) else {
      guard result.utf8.count + template.utf8.count <= most else { throw .size }
      result += template
      return
    }
    var rest = Substring(template).unicodeScalars
    while let scalar = rest.popFirst() {
      guard result.utf8.count <= most else { throw .size }
      guard scalar == "$", let next = rest.first else {
        result.unicodeScalars.append(scalar)
        continue
      }
      switch next {
      case "$":
        rest.removeFirst()
        result.unicodeScalars.append("$")
      case "&":
        rest.removeFirst()
        result.unicodeScalars.append(
          contentsOf: (match.groups.first ?? nil)?.unicodeScalars ?? "".unicodeScalars[...])
      case "`":
        rest.removeFirst()
        result.unicodeScalars.append(contentsOf: before.unicodeScalars)
      case "'":
        rest.removeFirst()
        result.unicodeScalars.append(contentsOf: behind.unicodeScalars)
      case "<" where !match.groupNames.isEmpty:
        guard let close = rest.firstIndex(of: ">") else {
          result.unicodeScalars.append(scalar)
          continue
        }
        let name = String(rest[rest.index(after: rest.startIndex)..<close])
        rest = rest[rest.index(after: close)...]
        if let group = match[name] {
          result.unicodeScalars.append(contentsOf: group.unicodeScalars)
        }
      case "0"..."9":
        guard let number = groupNumber(&rest) else {
          result.unicodeScalars.append(scalar)
          continue
        }
        if let group = match.groups[number] {
          result.unicodeScalars.append(contentsOf: group.unicodeScalars)
        }
      default: result.unicodeScalars.append(scalar)
      }
    }
  }

  /// The number of a group that exists: of two digits if there are as many groups, else of one.
  private func groupNumber(_ rest: inout Substring.UnicodeScalarView) -> Int? {
    let digits = rest.prefix(2).prefix { ("0"..."9").contains($0) }.map { Int($0.value) - 48 }
    for count in [2, 1] where digits.count >= count {
      let number = digits.prefix(count).reduce(0) { $0 * 10 + $1 }
      if number > 0, number < match.groups.count {
        rest.removeFirst(count)
        return number
      }
    }
    return nil
  }
}
