import CPCRE2

/// One search for a pattern in a text, with PCRE2's working memory for it.
struct PatternMatcher: ~Copyable {
  /// What came of trying.
  private enum Attempt {
    case match([Range<Int>?])
    case noMatch
    case tooManySteps
    case tooMuchMemory
  }

  /// Steps that a match from any one place may take before the places are looked at one by one.
  private static let fewSteps = 500

  private let code: OpaquePointer
  private let pairCount: Int
  private let data: OpaquePointer
  private let context: OpaquePointer

  init?(_ code: OpaquePointer, pairCount: Int, heapKiB: UInt32) {
    guard let data = pcre2_match_data_create_8(UInt32(pairCount), nil) else { return nil }
    guard let context = pcre2_match_context_create_8(nil) else {
      pcre2_match_data_free_8(data)
      return nil
    }
    pcre2_set_heap_limit_8(context, heapKiB)
    self.code = code
    self.pairCount = pairCount
    self.data = data
    self.context = context
  }

  deinit {
    pcre2_match_context_free_8(context)
    pcre2_match_data_free_8(data)
  }

  /// The first match from an offset on, in at most about that many steps.
  ///
  /// PCRE2 counts its steps anew for each place where a match could begin. A pattern that takes a step for every
  /// character behind each place, as `(a|b)*c` does, would pass no limit and take time by the square of the text's length. So
  /// where any place takes more than a few steps, all are tried one after the other, and what they take is added up.
  func search(
    _ bytes: UnsafePointer<UInt8>, _ length: Int, from offset: Int, steps: Int, isAnchored: Bool
  ) -> Result<[Range<Int>?]?, PatternStop> {
    let first = isAnchored ? steps : min(steps, Self.fewSteps)
    switch attempt(bytes, length, from: offset, steps: first) {
    case .match(let ranges): return .success(ranges)
    case .noMatch: return .success(nil)
    case .tooMuchMemory: return .failure(.steps)
    case .tooManySteps:
      return first == steps ? .failure(.steps) : searchSlowly(bytes, length, offset, steps)
    }
  }

  private func searchSlowly(
    _ bytes: UnsafePointer<UInt8>, _ length: Int, _ offset: Int, _ steps: Int
  ) -> Result<[Range<Int>?]?, PatternStop> {
    var left = steps
    var place = offset
    while place <= length {
      var allowed = Self.fewSteps
      trying: while true {
        switch attempt(bytes, length, from: place, steps: min(allowed, left), PCRE2_ANCHORED) {
        case .match(let ranges): return .success(ranges)
        case .noMatch:
          // How many it took isn't told: fewer than were allowed, more than were allowed before.
          left -= allowed == Self.fewSteps ? 1 : allowed / 8
          break trying
        case .tooManySteps:
          left -= allowed
          allowed *= 8
        case .tooMuchMemory: return .failure(.steps)
        }
        if left <= 0 { return .failure(.steps) }
      }
      if left <= 0 { return .failure(.steps) }
      guard place < length else { break }
      place += 1
      while place < length, bytes[place] & 0xC0 == 0x80 { place += 1 }
    }
    return .success(nil)
  }

  private func attempt(
    _ bytes: UnsafePointer<UInt8>, _ length: Int, from offset: Int, steps: Int,
    _ options: UInt32 = 0
  ) -> Attempt {
    pcre2_set_match_limit_8(context, UInt32(clamping: steps))
    // A Swift string is well-formed UTF-8 at all times.
    let count = pcre2_match_8(
      code, bytes, length, offset, UInt32(PCRE2_NO_UTF_CHECK) | options, data, context)
    switch count {
    case PCRE2_ERROR_NOMATCH: return .noMatch
    case PCRE2_ERROR_MATCHLIMIT: return .tooManySteps
    case ..<1: return .tooMuchMemory
    default: return .match(ranges(count: Int(count), length))
    }
  }

  private func ranges(count: Int, _ length: Int) -> [Range<Int>?] {
    guard let pairs = pcre2_get_ovector_pointer_8(data) else { return [] }
    return (0..<pairCount).map { index -> Range<Int>? in
      let (start, end) = (pairs[2 * index], pairs[2 * index + 1])
      // An unset group has the greatest size there is, which Swift reads as −1. No match ends before it starts: `\K` is
      // refused.
      guard index < count, 0 <= start, start <= end, end <= length else { return nil }
      return start..<end
    }
  }
}
