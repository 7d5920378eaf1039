package import Diagnostics
import Formats
package import Inputs

/// Reads an object's members by type; a value of another kind is reported at its place and read as absent.
package struct ObjectReader {
  package let value: Value
  package let source: Source
  package let findings: Findings

  package init(_ located: Located, _ findings: Findings) {
    value = located.value
    source = located.source
    self.findings = findings
  }

  package var location: SourceLocation { SourceLocation(source, value.range) }
  package var object: Object { value.object ?? Object() }

  package func location(of value: Value) -> SourceLocation { SourceLocation(source, value.range) }

  package func located(_ value: Value) -> Located { Located(value, in: source) }

  /// The member as it stands; null counts as absent.
  package subscript(key: String) -> Value? {
    guard let value = value[key], !value.isNull else { return nil }
    return value
  }

  package func has(_ key: String) -> Bool { self[key] != nil }

  /// `found` says what is there instead; the kind of value where it isn't given.
  package func mismatch(_ key: String, _ value: Value, expected: String, found: String? = nil) {
    findings.error(
      "spec.type", "\"\(key)\" must be \(expected), not \(found ?? value.kindName)",
      at: location(of: value))
  }

  package func string(_ key: String) -> String? {
    guard let value = self[key] else { return nil }
    if let text = value.string { return text }
    mismatch(key, value, expected: "a text")
    return nil
  }

  package func number(_ key: String) -> Double? {
    guard let value = self[key] else { return nil }
    if let number = value.double { return number }
    mismatch(key, value, expected: "a number")
    return nil
  }

  /// A number above 0.
  package func positive(_ key: String) -> Double? {
    guard let value = self[key], let number = number(key) else { return nil }
    if number > 0, number.isFinite { return number }
    mismatch(key, value, expected: "a number above 0", found: number.jsText)
    return nil
  }

  package func bool(_ key: String) -> Bool? {
    guard let value = self[key] else { return nil }
    if let flag = value.bool { return flag }
    mismatch(key, value, expected: "true or false")
    return nil
  }

  package func array(_ key: String) -> [Value]? {
    guard let value = self[key] else { return nil }
    if let items = value.array { return items }
    mismatch(key, value, expected: "a list")
    return nil
  }

  package func strings(_ key: String) -> [String]? {
    array(key)?.compactMap { item in
      if let text = item.string { return text }
      mismatch(key, item, expected: "a list of texts")
      return nil
    }
  }

  package func numbers(_ key: String) -> [Double]? {
    array(key)?.compactMap { item in
      if let number = item.double { return number }
      mismatch(key, item, expected: "a list of numbers")
      return nil
    }
  }

  /// The reader of a member that is an object.
  package func object(_ key: String) -> ObjectReader? {
    guard let value = self[key] else { return nil }
    if value.object != nil { return ObjectReader(located(value), findings) }
    mismatch(key, value, expected: "an object")
    return nil
  }

  /// A word of a closed vocabulary.
  package func word<W: RawRepresentable & CaseIterable>(
    _ key: String, as type: W.Type = W.self
  ) -> W? where W.RawValue == String {
    guard let text = string(key) else { return nil }
    if let word = W(rawValue: text) { return word }
    let known = W.allCases.map(\.rawValue)
    findings.error(
      "spec.word", "unknown \(key) \"\(text)\"", at: self[key].map { location(of: $0) },
      hints: Suggestion.hints(for: text, in: known))
    return nil
  }

  /// Reports a member that must be there and isn't.
  package func missing(_ key: String, in what: String) {
    findings.error("spec.missing", "\(what) needs \"\(key)\"", at: location)
  }

  /// Refuses members that are known and not built: a picture without them would be another one.
  package func refuse(_ keys: [String], in what: String) {
    for key in keys {
      guard let value = self[key] else { continue }
      findings.error(
        "spec.unbuilt", "\"\(key)\" in \(what) is not built yet", at: location(of: value))
    }
  }

  /// Warns of members that nobody reads.
  ///
  /// - Parameter former: what earlier versions called a property, and what it is called now.
  package func check(known: [String], former: [String: String] = [:], in what: String) {
    for member in object.members where !known.contains(member.key) {
      findings.warning(
        "spec.unknown", "unknown property \"\(member.key)\" in \(what)",
        at: SourceLocation(source, member.keyRange),
        hints: former[member.key].map { ["it is called \"\($0)\" now"] }
          ?? Suggestion.hints(for: member.key, in: known))
    }
  }
}
