import Diagnostics
import Graphics
import Inputs
import Tables

/// Properties looked up in several objects, the nearest first: what a mark says before its style before the config.
struct Properties {
  var layers: [Located]
  let run: ChartRun

  init(_ layers: [Located?], _ run: ChartRun) {
    self.layers = layers.compactMap { $0 }
    self.run = run
  }

  /// The same properties behind nearer ones.
  func under(_ nearer: Located?) -> Properties {
    Properties([nearer] + layers, run)
  }

  /// The same properties before farther ones.
  func over(_ farther: Value) -> Properties {
    Properties(layers + [Located(farther, in: ChartRun.builtIn)], run)
  }

  /// The nearest value, null included.
  func located(_ key: String) -> Located? {
    for layer in layers {
      if let value = layer.value[key] { return Located(value, in: layer.source) }
    }
    return nil
  }

  func has(_ key: String) -> Bool { located(key) != nil }

  /// Whether the nearest value is null: the property is switched off.
  func isNull(_ key: String) -> Bool { located(key)?.value.isNull ?? false }

  func property(_ key: String) -> PropertyValue? {
    guard let located = located(key), !located.value.isNull else { return nil }
    return PropertyValue(located, run.findings)
  }

  func datum(_ key: String) -> Datum? {
    guard let value = property(key)?.evaluate(run), !value.isNull else { return nil }
    return value
  }

  func number(_ key: String) -> Double? {
    guard let datum = datum(key) else { return nil }
    if let number = datum.double, number.isFinite { return number }
    mismatch(key, "a number")
    return nil
  }

  func string(_ key: String) -> String? {
    guard let datum = datum(key) else { return nil }
    if let text = datum.string { return text }
    mismatch(key, "a text")
    return nil
  }

  func bool(_ key: String) -> Bool? {
    guard let datum = datum(key) else { return nil }
    if case .bool(let flag) = datum { return flag }
    return datum.asBool
  }

  func numbers(_ key: String) -> [Double]? {
    guard let datum = datum(key) else { return nil }
    if let items = datum.list { return items.map(\.asNumber).filter(\.isFinite) }
    mismatch(key, "a list of numbers")
    return nil
  }

  /// The lines of a text: a text with line breaks, or a list of texts.
  func lines(_ key: String) -> [String]? {
    guard let datum = datum(key) else { return nil }
    return Self.lines(datum)
  }

  static func lines(_ datum: Datum) -> [String] {
    if let items = datum.list { return items.flatMap { lines($0) } }
    return datum.asText.split(separator: "\n", omittingEmptySubsequences: false).map { String($0) }
  }

  /// A colour; `.some(nil)` where the nearest value is null or "transparent": nothing is drawn.
  func color(_ key: String) -> Color?? {
    guard let located = located(key) else { return nil }
    if located.value.isNull { return .some(nil) }
    guard let datum = property(key)?.evaluate(run) else { return nil }
    return run.color(datum, at: located.location)
  }

  func word<W: RawRepresentable & CaseIterable>(
    _ key: String, as type: W.Type = W.self
  ) -> W? where W.RawValue == String {
    guard let text = string(key) else { return nil }
    if let word = W(rawValue: text) { return word }
    run.findings.error(
      "spec.word", "unknown \(key) \"\(text)\"", at: located(key)?.location,
      hints: Suggestion.hints(for: text, in: W.allCases.map(\.rawValue)))
    return nil
  }

  private func mismatch(_ key: String, _ expected: String) {
    guard let located = located(key) else { return }
    run.findings.error(
      "spec.type", "\"\(key)\" must be \(expected), not \(located.value.kindName)",
      at: located.location)
  }
}
