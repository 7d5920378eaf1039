import Diagnostics
import Inputs
import Tables

/// Holds what is written against tables of properties.
///
/// Null and `{"expr": …}` are never at fault here: the one switches off, the other is known when it is evaluated.
struct PropertyCheck {
  let run: ChartRun

  private var findings: Findings { run.findings }

  /// Checks names and values; what isn't an object is somebody else's.
  func check(_ located: Located?, _ table: PropertyTable, in what: String? = nil) {
    guard let located, located.value.object != nil, located.value["expr"] == nil else { return }
    ObjectReader(located, findings).check(known: table.names, in: what ?? table.what)
    checkValues(located, table)
  }

  /// Checks the values of those properties that the table has.
  func checkValues(_ located: Located, _ table: PropertyTable) {
    for member in located.value.object?.members ?? [] {
      guard let rule = table[member.key] else { continue }
      check(member.key, Located(member.value, in: located.source), rule)
    }
  }

  func check(_ key: String, _ located: Located, _ rule: PropertyRule) {
    switch located.value.kind {
    case .null: break
    case .bool: expect(.flag, key, located, rule)
    case .number: number(key, located, rule)
    case .string(let text): self.text(text, key, located, rule)
    case .array: expect(.list, key, located, rule)
    case .object: object(key, located, rule)
    }
  }

  private func expect(
    _ kind: PropertyRule.Kinds, _ key: String, _ located: Located, _ rule: PropertyRule
  ) {
    if rule.kinds.contains(kind) { return }
    findings.error(
      "spec.type", "\"\(key)\" must be \(rule.expected), not \(located.value.kindName)",
      at: located.location, hints: Self.hints(for: located.value.string ?? "", rule))
  }

  /// An object's type written in its place, or a word for nothing.
  private static func hints(for text: String, _ rule: PropertyRule) -> [String] {
    guard let members = rule.members else { return [] }
    if members["type"]?.words.contains(text) ?? false { return ["write {\"type\": \"\(text)\"}"] }
    return ["none", "off", "hidden"].contains(text) ? ["null switches it off"] : []
  }

  private func number(_ key: String, _ located: Located, _ rule: PropertyRule) {
    let number = located.value.double ?? .nan
    // Weights are words that are numbers.
    let known = rule.words.compactMap { Double($0) }
    if known.contains(number) { return }
    if !known.isEmpty {
      return unknown(
        located.value.number?.text ?? "", rule.name ?? key, located, rule.words)
    }
    guard rule.kinds.contains(.number) else { return expect(.number, key, located, rule) }
    guard !rule.holds(number) else { return }
    let written = located.value.number?.text ?? "\(number)"
    findings.add(
      Diagnostic(
        rule.refuses ? .error : .warning, id: "spec.range",
        "\"\(key)\" \(rule.refuses ? "must" : "should") be \(rule.range), not \(written)",
        at: located.location))
  }

  private func text(_ text: String, _ key: String, _ located: Located, _ rule: PropertyRule) {
    if rule.words.contains(text) || rule.kinds.contains(.text) { return }
    if rule.kinds.contains(.color) {
      _ = run.color(.string(text), at: located.location)
    } else if rule.kinds.contains(.font) {
      run.checkFont(text, at: located.location)
    } else if rule.kinds.contains(.symbol) {
      guard SymbolShape.path(text, size: 1) == nil else { return }
      unknown(text, key, located, SymbolShape.names)
    } else if rule.words.isEmpty {
      expect(.text, key, located, rule)
    } else {
      let isSlip = Suggestion.nearest(to: text, in: rule.words) != nil
      guard isSlip || rule.kinds.isEmpty else {
        return findings.error(
          "spec.type",
          "\"\(key)\" must be \(rule.expected), not \(JSONWriter.compact(.string(text)))",
          at: located.location)
      }
      unknown(text, rule.name ?? key, located, rule.words)
    }
  }

  private func unknown(_ text: String, _ name: String, _ located: Located, _ known: [String]) {
    findings.error(
      "spec.word", "unknown \(name) \"\(text)\"", at: located.location,
      hints: WordHints.hints(for: text, in: known))
  }

  private func object(_ key: String, _ located: Located, _ rule: PropertyRule) {
    let value = located.value
    if value["expr"] != nil || Localization.isText(value) { return }
    if let condition = value["condition"] {
      for branch in (condition.array ?? [condition]) + [value] {
        guard let chosen = branch["value"] else { continue }
        check(key, Located(chosen, in: located.source), rule)
      }
      return
    }
    if let table = rule.members {
      check(located, table)
    } else if !rule.kinds.contains(.color) {
      // A colour may be a gradient.
      expect(.object, key, located, rule)
    }
  }
}
