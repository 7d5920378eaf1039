package import Diagnostics

/// A finished picture: a page or a chart. All that a renderer ever sees of it.
package struct Scene: Sendable {
  /// In points.
  package var size: Size
  /// In paint order: later ones lie above.
  package var items: [SceneItem]
  /// Named places that links lead to.
  package var destinations: [Destination]

  package init(size: Size, items: [SceneItem] = [], destinations: [Destination] = []) {
    self.size = size
    self.items = items
    self.destinations = destinations
  }

  package struct Destination: Sendable, Hashable {
    package var name: String
    package var point: Point

    package init(name: String, point: Point) {
      self.name = name
      self.point = point
    }
  }
}

/// One thing to draw, and the leaf of the structure tree it belongs to; without a leaf it is an artifact.
package struct SceneItem: Sendable {
  package enum Content: Sendable {
    case glyphs(GlyphRun)
    case path(PathItem)
    /// Indirect because a chart has many paths and few images, and each would take as much room.
    indirect case image(ImageItem)
    case group(SceneGroup)
    case link(LinkArea)
  }

  package var content: Content
  package var leaf: Structure.LeafID?
  /// What kind of artifact it is, where it has no leaf and isn't mere decoration.
  package var artifact: Structure.Artifact?

  package init(
    _ content: Content, leaf: Structure.LeafID? = nil, artifact: Structure.Artifact? = nil
  ) {
    self.content = content
    self.leaf = leaf
    self.artifact = artifact
  }
}

/// Glyphs of one face in one style on one line, with the text they stand for.
///
/// The space or line break that a line ends with belongs to its last run: it keeps words of neighbouring lines apart
/// when the text is read out or copied.
package struct GlyphRun: Sendable {
  /// A glyph's place is the origin of its outline on the baseline.
  package struct Placed: Sendable, Hashable {
    package var id: UInt32
    package var x: Double
    package var y: Double

    package init(id: UInt32, x: Double, y: Double) {
      self.id = id
      self.x = x
      self.y = y
    }
  }

  /// How many bytes of the text stand for how many glyphs, in order.
  package struct Cluster: Sendable, Hashable {
    package var byteCount: Int32
    package var glyphCount: Int32

    package init(byteCount: Int32, glyphCount: Int32) {
      self.byteCount = byteCount
      self.glyphCount = glyphCount
    }
  }

  /// Room before a cluster, in points.
  package struct Gap: Sendable, Hashable {
    package var cluster: Int32
    package var width: Double

    package init(before cluster: Int, width: Double) {
      self.cluster = Int32(clamping: cluster)
      self.width = width
    }
  }

  package var face: FaceID
  package var style: TextStyle
  package var glyphs: [Placed]
  package var text: String
  package var clusters: [Cluster]
  /// The total advance in points, from the first glyph's origin.
  package var width: Double
  /// Where there is more room than the font's advances make, as behind the spaces of a justified line; in order.
  package var gaps: [Gap] = []
  /// What draws the outlines of the glyphs, over their fill.
  package var outline: Stroke? {
    get { apartOutline?.value }
    set { apartOutline = newValue.map { Apart($0) } }
  }
  /// A document has a run for every few words; few have outlines.
  private var apartOutline: Apart<Stroke>?

  package init(
    face: FaceID, style: TextStyle, glyphs: [Placed], text: String, clusters: [Cluster],
    width: Double
  ) {
    self.face = face
    self.style = style
    self.glyphs = glyphs
    self.text = text
    self.clusters = clusters
    self.width = width
  }
}

/// A path with what fills it and what draws its outline.
package struct PathItem: Sendable, Hashable {
  package enum FillRule: Sendable, Hashable {
    case nonZero
    case evenOdd
  }

  package var path: Path
  package var fill: Color?
  /// In place of the plain fill.
  package var fillGradient: Gradient? {
    get { apartFillGradient?.value }
    set { apartFillGradient = newValue.map { Apart($0) } }
  }
  package var fillRule: FillRule
  package var stroke: Stroke?
  /// A picture may have a hundred thousand paths; few have gradients.
  private var apartFillGradient: Apart<Gradient>?

  package init(
    _ path: Path, fill: Color?, fillGradient: Gradient? = nil, fillRule: FillRule = .nonZero,
    stroke: Stroke? = nil
  ) {
    self.path = path
    self.fill = fill
    self.fillRule = fillRule
    apartFillGradient = fillGradient.map { Apart($0) }
    self.stroke = stroke
  }
}

package struct Stroke: Sendable, Hashable {
  package enum Cap: String, Sendable, Hashable, CaseIterable {
    case butt
    case round
    case square
  }

  package enum Join: String, Sendable, Hashable, CaseIterable {
    case miter
    case round
    case bevel
  }

  package var color: Color
  /// In place of the plain colour.
  package var gradient: Gradient? {
    get { apartGradient?.value }
    set { apartGradient = newValue.map { Apart($0) } }
  }
  /// In points.
  package var width: Double
  package var cap: Cap
  package var join: Join
  package var miterLimit: Double
  /// Lengths of dashes and gaps in turn; empty for a solid line.
  package var dash: [Double]
  package var dashOffset: Double
  private var apartGradient: Apart<Gradient>?

  package init(
    color: Color, width: Double, cap: Cap = .butt, join: Join = .miter, miterLimit: Double = 10,
    dash: [Double] = [], dashOffset: Double = 0
  ) {
    self.color = color
    self.width = width
    self.cap = cap
    self.join = join
    self.miterLimit = miterLimit
    self.dash = dash
    self.dashOffset = dashOffset
  }
}

/// An image's own bytes, drawn into a rectangle.
package struct ImageItem: Sendable {
  package var bytes: [UInt8]
  package var header: ImageHeader
  package var rect: Rect
  /// Where the image is named, for what is wrong with its pixels.
  package var location: SourceLocation?

  package init(
    bytes: [UInt8], header: ImageHeader, rect: Rect, location: SourceLocation? = nil
  ) {
    self.bytes = bytes
    self.header = header
    self.rect = rect
    self.location = location
  }
}

/// Items drawn under one transform, clip and opacity.
package struct SceneGroup: Sendable {
  package var items: [SceneItem]
  package var transform: Transform
  /// In the group's own coordinates.
  package var clip: Path?
  /// Of the group as a whole, 0 to 1.
  package var opacity: Double

  package init(
    _ items: [SceneItem], transform: Transform = .identity, clip: Path? = nil, opacity: Double = 1
  ) {
    self.items = items
    self.transform = transform
    self.clip = clip
    self.opacity = opacity
  }
}

/// A rectangle that leads somewhere when clicked; one for each line of a link's text.
package struct LinkArea: Sendable, Hashable {
  package enum Target: Sendable, Hashable {
    case uri(String)
    /// A destination's name.
    case destination(String)
  }

  package var rect: Rect
  package var target: Target
  /// What the link says of itself to a screen reader.
  package var contents: String

  package init(rect: Rect, target: Target, contents: String) {
    self.rect = rect
    self.target = target
    self.contents = contents
  }
}
