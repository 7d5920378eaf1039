import Graphics

/// Something small that stands for what is drawn, at its place in a box. Pages are lists of these until they are drawn.
struct Fragment: Sendable {
  enum Content: Sendable {
    /// A line of a paragraph: its index in the document and the clusters shown.
    case line(paragraph: Int, clusters: Range<Int>)
    /// A filled rectangle, its corners rounded by the radius; an artifact.
    ///
    /// Indirect because there are many more lines than rectangles, and each would take as much room.
    indirect case rect(Size, Color, radius: Double)
    /// A chart or picture by its index in the document.
    case figure(Int)
    /// A place that links lead to.
    case destination(String)
    /// Where a float is written; nothing is drawn.
    case float(Int)
  }

  /// Left and top, relative to the box or page it is in.
  var x: Double
  var y: Double
  var content: Content
  /// Whether it stands elsewhere already, as a table's head does on the next page; then it is an artifact.
  var isRepeated = false
  /// What kind of artifact it is, where it stands in the head or the foot of a page.
  var artifact: Structure.Artifact?

  init(x: Double, y: Double, _ content: Content) {
    self.x = x
    self.y = y
    self.content = content
  }

  func offset(x dx: Double, y dy: Double) -> Fragment {
    var fragment = self
    fragment.x += dx
    fragment.y += dy
    return fragment
  }

  var isFigure: Bool {
    if case .figure = content { true } else { false }
  }

  func marked(_ artifact: Structure.Artifact) -> Fragment {
    var fragment = self
    fragment.artifact = artifact
    return fragment
  }

  var repeated: Fragment {
    var fragment = self
    fragment.isRepeated = true
    return fragment
  }
}
