import CPCRE2

/// A pattern compiled by PCRE2, which it owns.
///
/// `@unchecked Sendable` because the compiler can't see that the pointer is only read: PCRE2's compiled code isn't
/// changed by matching and may be used by several threads at once, each with match data of its own (pcre2api,
/// "Multithreading"). It is written once here, in `init`, and freed when no one refers to it any more.
final class PatternCode: @unchecked Sendable {
  private let code: OpaquePointer
  private let steps: Int
  /// The groups and the match as a whole.
  private let pairCount: Int
  /// Whether a match can begin at the text's first character alone.
  private let isAnchored: Bool

  /// KiB of heap for what a matching must remember: a hundred bytes and more for each step not taken back.
  private static let heapKiB: UInt32 = 128 << 10

  /// - Parameter text: A pattern in PCRE2's own grammar.
  init(_ text: String, ignoresCase: Bool, steps: Int) throws(PatternFault) {
    var error: Int32 = 0
    var offset = 0
    var options =
      UInt32(PCRE2_UTF) | UInt32(PCRE2_DOLLAR_ENDONLY) | UInt32(PCRE2_MATCH_UNSET_BACKREF)
      | UInt32(PCRE2_NO_UTF_CHECK) | UInt32(PCRE2_NEVER_BACKSLASH_C)
    if ignoresCase { options |= UInt32(PCRE2_CASELESS) }
    // The zero behind the pattern gives even the empty one an address.
    let compiled = (Array(text.utf8) + [0]).withUnsafeBufferPointer { bytes in
      pcre2_compile_8(bytes.baseAddress, bytes.count - 1, options, &error, &offset, nil)
    }
    guard let compiled else { throw Self.fault(error) }
    code = compiled
    self.steps = steps
    var groups: UInt32 = 0
    pcre2_pattern_info_8(compiled, UInt32(PCRE2_INFO_CAPTURECOUNT), &groups)
    pairCount = Int(groups) + 1
    var allOptions: UInt32 = 0
    pcre2_pattern_info_8(compiled, UInt32(PCRE2_INFO_ALLOPTIONS), &allOptions)
    isAnchored = allOptions & PCRE2_ANCHORED != 0
  }

  deinit {
    pcre2_code_free_8(code)
  }

  /// The byte ranges of the match and its groups, searched from an offset at the start of a character.
  func firstMatch(in text: String, from offset: Int) throws(PatternStop) -> [Range<Int>?]? {
    var text = text
    let outcome = text.withUTF8 { bytes in
      if let start = bytes.baseAddress { return search(start, bytes.count, from: offset) }
      return withUnsafePointer(to: 0) { search($0, 0, from: 0) }
    }
    return try outcome.get()
  }

  private func search(
    _ bytes: UnsafePointer<UInt8>, _ length: Int, from offset: Int
  ) -> Result<[Range<Int>?]?, PatternStop> {
    guard let matcher = PatternMatcher(code, pairCount: pairCount, heapKiB: Self.heapKiB) else {
      return .failure(.steps)
    }
    return matcher.search(
      bytes, length, from: offset, steps: steps, isAnchored: isAnchored)
  }

  /// What PCRE2 can't do of a pattern that the grammar of ECMA-262 allows.
  private static func fault(_ error: Int32) -> PatternFault {
    switch Int(error) - 100 {
    case 5: PatternFault("repeats a part more than 65535 times")
    case 19: PatternFault("nests its groups too deeply")
    case 20, 61: PatternFault("is too large")
    case 25:
      PatternFault(
        "has a lookbehind whose length varies, which isn't matched here",
        hint: "write its alternatives with fixed lengths, as in (?<=a|bc)")
    case 47:
      PatternFault(
        "names a property that Unicode doesn't have",
        hint: "known are such as \\p{L}, \\p{Letter}, \\p{Nd}, \\p{Script=Hangul}")
    default: PatternFault(text(of: error))
    }
  }

  private static func text(of error: Int32) -> String {
    var buffer = [UInt8](repeating: 0, count: 256)
    let count = pcre2_get_error_message_8(error, &buffer, buffer.count)
    let text = String(decoding: buffer.prefix(max(0, Int(count))), as: UTF8.self)
    return "can't be compiled: \(text)"
  }
}
