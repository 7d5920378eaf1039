import Graphics

/// A shaped text as a document keeps it until its pages are drawn: a third of the size of what the shaper gives.
///
/// A document holds one for each cell of its tables, so most have a glyph a cluster at no offset and one run.
struct CompactText: Sendable {
  struct Cluster: Sendable {
    /// UTF-8 byte offset in the text; the cluster ends where the next one begins.
    let start: UInt32
    /// A glyph, or an index in `composed`.
    fileprivate let glyph: UInt32
    fileprivate var width: Float
    /// The break before it in two bits, whether it is space, composed, and stands before a gap; then the run.
    fileprivate var bits: UInt32

    /// In points, letter spacing included.
    var advance: Double { Double(width) }
    /// What UAX #14 says of the place before it.
    var breakBefore: ShapedText.Break { .init(rawValue: UInt8(bits & 3)) ?? .prohibited }
    var isSpace: Bool { bits & 4 != 0 }
    fileprivate var isComposed: Bool { bits & 8 != 0 }
    /// Whether it is wider than its glyphs, so that the next cluster doesn't stand where these end.
    var hasGapBehind: Bool { bits & 16 != 0 }
    /// Index in `runs`.
    var run: Int { Int(bits >> 5) }
  }

  let text: String
  private(set) var clusters: [Cluster]
  let runs: [ShapedText.Run]
  /// The glyphs of clusters that have none, several, or one at an offset.
  private var composed: [[Glyph]] = []

  /// - Parameter runs: The runs of the text, where the document has an equal list of them already.
  init(_ shaped: ShapedText, sharing runs: [ShapedText.Run]? = nil) {
    text = shaped.text
    self.runs = runs ?? shaped.runs
    clusters = []
    clusters.reserveCapacity(shaped.clusters.count)
    for cluster in shaped.clusters {
      let first = Int(cluster.firstGlyph)
      let glyphs = shaped.glyphs[first..<first + Int(cluster.glyphCount)]
      let glyph: UInt32
      let isComposed: Bool
      if let only = glyphs.first, glyphs.count == 1, only.xOffset == 0, only.yOffset == 0 {
        glyph = only.id
        isComposed = false
      } else {
        glyph = UInt32(composed.count)
        isComposed = true
        composed.append(Array(glyphs))
      }
      clusters.append(
        Cluster(
          start: UInt32(clamping: cluster.start), glyph: glyph, width: Float(cluster.advance),
          bits: UInt32(cluster.breakBefore.rawValue) | (cluster.isSpace ? 4 : 0)
            | (isComposed ? 8 : 0) | UInt32(clamping: cluster.run) << 5))
    }
  }

  /// Makes a cluster wider by room for what stands before it.
  mutating func widen(_ cluster: Int, by room: Double) {
    clusters[cluster].width += Float(room)
  }

  /// Makes a cluster wider by a gap behind it.
  mutating func widen(_ cluster: Int, byGap gap: Double) {
    widen(cluster, by: gap)
    clusters[cluster].bits |= 16
  }

  /// Lets no line end between the first and the last byte of a stretch.
  mutating func prohibitBreaks(inside range: Range<Int>) {
    for index in clusters.indices
    where range.contains(Int(clusters[index].start))
      && Int(clusters[index].start) > range.lowerBound
      && clusters[index].breakBefore != .mandatory
    {
      clusters[index].bits =
        clusters[index].bits & ~3 | UInt32(ShapedText.Break.prohibited.rawValue)
    }
  }

  func run(of cluster: Int) -> ShapedText.Run {
    runs[clusters[cluster].run]
  }

  /// The bytes of clusters.
  func bytes(of range: Range<Int>) -> Range<Int> {
    let start =
      range.lowerBound < clusters.count ? Int(clusters[range.lowerBound].start) : text.utf8.count
    let end =
      range.upperBound < clusters.count ? Int(clusters[range.upperBound].start) : text.utf8.count
    return start..<end
  }

  /// The first scalar of a cluster.
  func scalar(of cluster: Cluster) -> Unicode.Scalar? {
    let scalars = text.unicodeScalars
    let start = text.utf8.index(text.startIndex, offsetBy: Int(cluster.start))
    return start < scalars.endIndex ? scalars[start] : nil
  }

  /// The text of clusters.
  func string(of range: Range<Int>) -> String {
    let bytes = bytes(of: range)
    let utf8 = text.utf8
    let start = utf8.index(utf8.startIndex, offsetBy: bytes.lowerBound)
    return String(text[start..<utf8.index(start, offsetBy: bytes.count)])
  }

  /// Calls `body` with each glyph of a cluster and its place from the cluster's left end; gives their number.
  func forEachGlyph(of index: Int, _ body: (UInt32, _ x: Double, _ y: Double) -> Void) -> Int {
    let cluster = clusters[index]
    guard cluster.isComposed else {
      body(cluster.glyph, 0, 0)
      return 1
    }
    var pen = 0.0
    let glyphs = composed[Int(cluster.glyph)]
    for glyph in glyphs {
      body(glyph.id, pen + glyph.xOffset, glyph.yOffset)
      pen += glyph.advance
    }
    return glyphs.count
  }
}
