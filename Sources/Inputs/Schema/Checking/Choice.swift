import Diagnostics

/// A value that must be one of several.
enum Choice {
  /// `"open", not "opne"`; or that the value isn't among many.
  static func words(_ allowed: [Value], _ value: Value) -> String {
    let found = Shown.text(value)
    if allowed.count == 1, let only = allowed.first { return "\(Shown.text(only)), not \(found)" }
    guard (2...6).contains(allowed.count) else {
      return "one of \(allowed.count) allowed values, not \(found)"
    }
    return "one of \(allowed.map(Shown.text).joined(separator: ", ")), not \(found)"
  }

  static func hints(_ allowed: [Value], _ value: Value) -> [String] {
    guard let text = value.string else {
      let same = allowed.first { $0.string == Shown.text(value) }
      return same.map { ["write it in quotes: \(Shown.text($0))"] } ?? []
    }
    if let bare = allowed.first(where: { $0.string == nil && Shown.text($0) == text }) {
      return ["write it without quotes: \(Shown.text(bare))"]
    }
    let texts = allowed.compactMap(\.string)
    if let same = texts.first(where: { $0.lowercased() == text.lowercased() }) {
      return ["did you mean \"\(same)\"?"]
    }
    if let meant = Suggestion.nearest(to: text, in: texts) { return ["did you mean \"\(meant)\"?"] }
    guard allowed.count > 6, allowed.count <= 24 else { return [] }
    return ["allowed here: \(allowed.map(Shown.text).joined(separator: ", "))"]
  }
}
