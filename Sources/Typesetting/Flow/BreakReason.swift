import Diagnostics

/// Why a page ends where it does, and before what.
struct PageEnd: Sendable {
  var reason: BreakReason
  /// Where the block is written that comes next.
  var next: SourceLocation?

  /// A sentence for those who wonder.
  var words: String {
    guard let next, let start = next.range?.lowerBound, reason != .end else { return reason.words }
    let line = next.source.lineColumn(at: start).line
    return "\(reason.words) (\(next.source.name):\(line))"
  }
}

/// Why a page ends where it does.
enum BreakReason: Sendable, Hashable {
  /// The author asked for a page.
  case asked
  /// What comes next and must stand together needs more room than is left.
  case full(needed: Double, left: Double)
  /// The next thing is divided.
  case divided
  /// A float has to stand before the next section begins.
  case floats
  /// The next page lies where this one stands, or the other way round.
  case turned
  /// There is nothing more.
  case end

  var words: String {
    switch self {
    case .asked: "a page break stands here"
    case .full(let needed, let left):
      "what comes next needs \(Composer.shown(needed)), and \(Composer.shown(left)) are left"
    case .divided: "a block is divided here"
    case .floats: "a float of the section stands before the next section"
    case .turned: "the next page is turned"
    case .end: "the document ends"
    }
  }
}
