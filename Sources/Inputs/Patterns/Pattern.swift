package import Diagnostics

/// A regular expression of ECMA-262, compiled once and matched as often as wanted.
///
/// It is read in the Unicode mode (ECMA-262, section 22.2, flag `u`): a pattern's `.` is a whole Unicode scalar. Where
/// that mode is strict for its own sake, as in `\-` outside a class, the common reading is taken.
///
///     let year = try Pattern(#"^(\d{4})-"#)
///     try year.matches("2022-10-25")                      // true
///     try year.firstMatch(in: "2022-10-25")?.groups[1]    // "2022"
package struct Pattern: Sendable, Hashable {
  /// What a pattern's flags change; that all matches are meant (`g`) is said to the function instead.
  package struct Flags: OptionSet, Sendable, Hashable {
    package let rawValue: Int

    package init(rawValue: Int) {
      self.rawValue = rawValue
    }

    /// `i`: letters match in either case.
    package static let ignoreCase = Flags(rawValue: 1)
    /// `m`: `^` and `$` match at the ends of lines.
    package static let multiline = Flags(rawValue: 2)
    /// `s`: `.` matches the ends of lines, too.
    package static let dotAll = Flags(rawValue: 4)
  }

  /// The pattern as its author wrote it.
  package let source: String
  package let flags: Flags
  /// The numbers of the groups that have a name.
  package let groupNames: [String: Int]
  private let code: PatternCode

  package init(
    _ source: String, flags: Flags = [], limits: Limits = Limits()
  ) throws(PatternFault) {
    var translator = PatternTranslator(source, flags: flags)
    let translation = try translator.translate()
    self.source = source
    self.flags = flags
    groupNames = translation.groupNames
    code = try PatternCode(
      translation.text, ignoresCase: flags.contains(.ignoreCase), steps: limits[.regexSteps])
  }

  /// What is wrong with a pattern by the grammar of ECMA-262, or nil.
  ///
  /// A pattern without fault may still be one that can't be compiled here, such as a lookbehind of varying length.
  package static func grammarFault(of source: String) -> PatternFault? {
    do throws(PatternFault) {
      var translator = PatternTranslator(source, flags: [])
      _ = try translator.translate()
      return nil
    } catch {
      return error
    }
  }

  package static func == (a: Pattern, b: Pattern) -> Bool {
    a.source == b.source && a.flags == b.flags
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(source)
    hasher.combine(flags)
  }
}

extension Pattern {
  /// Whether the pattern matches anywhere in a text.
  package func matches(_ text: String) throws(PatternStop) -> Bool {
    try code.firstMatch(in: text, from: 0) != nil
  }

  /// The first match in a text, with its groups.
  package func firstMatch(in text: String) throws(PatternStop) -> PatternMatch? {
    guard let offsets = try code.firstMatch(in: text, from: 0) else { return nil }
    return PatternMatch(offsets, names: groupNames, in: text)
  }

  /// All matches in a text from left to right, none within another.
  package func allMatches(in text: String) throws(PatternStop) -> [PatternMatch] {
    var matches: [PatternMatch] = []
    try forEachMatch(in: text, all: true) { (match) throws(PatternStop) in matches.append(match) }
    return matches
  }

  /// Calls for the first match in a text, or for all of them from left to right.
  func forEachMatch(
    in text: String, all: Bool, _ body: (PatternMatch) throws(PatternStop) -> Void
  ) throws(PatternStop) {
    var at = 0
    while let offsets = try code.firstMatch(in: text, from: at), let whole = offsets.first ?? nil {
      try body(PatternMatch(offsets, names: groupNames, in: text))
      guard all else { return }
      at = whole.upperBound
      if whole.isEmpty {
        // ECMA-262, AdvanceStringIndex: an empty match is followed by the next character.
        guard at < text.utf8.count else { break }
        let index = text.utf8.index(text.startIndex, offsetBy: at)
        at += UTF8.width(text.unicodeScalars[index])
      }
    }
  }
}
