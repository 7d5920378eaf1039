import Diagnostics

/// What didn't fit, and what was done about it.
struct FlowConflict: Sendable {
  enum Kind: Sendable {
    /// It is higher than a page and goes on on the next one.
    case divided
    /// It can't be divided; its end lies beyond the page's.
    case overflows
    /// Things that belong together stand on two pages.
    case parted
  }

  var kind: Kind
  /// Where the block is written.
  var location: SourceLocation?
}

extension FlowConflict {
  /// What happened on a page, in a reader's words.
  func warning(page: Int) -> Diagnostic {
    switch kind {
    case .divided:
      .warning(
        "page.divided", "a block is higher than a page and goes on behind page \(page)",
        at: location, hints: ["make it shorter, so that it stands on one page"])
    case .overflows:
      .warning(
        "page.overflow", "a block is higher than page \(page) and can't be divided", at: location,
        hints: ["what lies beyond the page's end can't be seen: make it smaller"])
    case .parted:
      .warning(
        "page.parted", "what belongs together is higher than a page and was parted on page \(page)",
        at: location, hints: ["make it shorter, so that it stands on one page"])
    }
  }
}
