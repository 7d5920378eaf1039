extension Pattern {
  /// The text with its first match, or with all of them, replaced by a template.
  ///
  /// In the template stand for (ECMA-262, GetSubstitution): `$&` the match, `$1` to `$99` a group, `$<name>` a named
  /// group, `` $` `` and `$'` what is before and behind the match, `$$` a dollar sign.
  package func replacing(
    in text: String, with template: String, all: Bool = false
  ) throws(PatternStop) -> String {
    let matches: [PatternMatch] =
      if all { try allMatches(in: text) } else { try firstMatch(in: text).map { [$0] } ?? [] }
    guard !matches.isEmpty else { return text }
    let utf8 = text.utf8
    var out = ""
    var end = utf8.startIndex
    var endOffset = 0
    for match in matches {
      let start = utf8.index(end, offsetBy: match.range.lowerBound - endOffset)
      let next = utf8.index(start, offsetBy: match.range.count)
      out += text[end..<start]
      out += Substitution(match: match, before: text[..<start], behind: text[next...])
        .filled(template)
      end = next
      endOffset = match.range.upperBound
    }
    return out + text[end...]
  }
}

/// What may stand for a dollar sign in a template of replacement.
private struct Substitution {
  let match: PatternMatch
  let before: Substring
  let behind: Substring

  func filled(_ template: String) -> String {
    guard template.utf8.contains(UInt8(ascii: "$")) else { return template }
    var out = String.UnicodeScalarView()
    var rest = Substring(template).unicodeScalars
    while let scalar = rest.popFirst() {
      guard scalar == "$", let next = rest.first else {
        out.append(scalar)
        continue
      }
      switch next {
      case "$":
        rest.removeFirst()
        out.append("$")
      case "&":
        rest.removeFirst()
        out.append(
          contentsOf: (match.groups.first ?? nil)?.unicodeScalars ?? "".unicodeScalars[...])
      case "`":
        rest.removeFirst()
        out.append(contentsOf: before.unicodeScalars)
      case "'":
        rest.removeFirst()
        out.append(contentsOf: behind.unicodeScalars)
      case "<" where !match.groupNames.isEmpty:
        guard let close = rest.firstIndex(of: ">") else {
          out.append(scalar)
          continue
        }
        let name = String(rest[rest.index(after: rest.startIndex)..<close])
        rest = rest[rest.index(after: close)...]
        if let group = match[name] { out.append(contentsOf: group.unicodeScalars) }
      case "0"..."9":
        guard let number = groupNumber(&rest) else {
          out.append(scalar)
          continue
        }
        if let group = match.groups[number] { out.append(contentsOf: group.unicodeScalars) }
      default: out.append(scalar)
      }
    }
    return String(out)
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
