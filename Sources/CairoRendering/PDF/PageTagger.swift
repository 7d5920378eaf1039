import CCairo
import Diagnostics
import Graphics

/// Marks what belongs to which leaf while a page is drawn, and keeps the record that the finishing pass works from.
///
/// Cairo numbers the stretches of a page from 0 in the order they are begun; the i-th stretch is marked content i.
final class PageTagger {
  /// A link's place on its page, in points from the top left.
  struct Link {
    var area: LinkArea
    var leaf: Structure.LeafID?
  }

  private let context: OpaquePointer
  /// Leaves whose place on the page is wanted.
  private let figures: Set<Structure.LeafID>
  private var isSuspended = false
  private var open: PageMark?
  private(set) var stretches: [PageMark] = []
  private(set) var links: [Link] = []
  /// Where each figure lies, in points from the top left.
  private(set) var boxes: [Structure.LeafID: Rect] = [:]

  init(_ context: OpaquePointer, figures: Set<Structure.LeafID>) {
    self.context = context
    self.figures = figures
  }

  /// What is drawn from now on belongs to the mark, or is decoration.
  func enter(_ mark: PageMark?) {
    guard !isSuspended, mark != open else { return }
    if open != nil { cairo_tag_end(context, Self.tag) }
    if let mark {
      cairo_tag_begin(context, Self.tag, nil)
      stretches.append(mark)
    }
    open = mark
  }

  /// Leaves all that is drawn meanwhile to the leaf that is open, as inside a pushed group, where tags are lost.
  func suspended(_ draw: () throws(DiagnosticError) -> Void) throws(DiagnosticError) {
    let before = isSuspended
    isSuspended = true
    defer { isSuspended = before }
    try draw()
  }

  func link(_ area: LinkArea, leaf: Structure.LeafID?) {
    var placed = area
    placed.rect = map.apply(area.rect)
    links.append(Link(area: placed, leaf: leaf))
  }

  /// Notes the place of an item that is a figure, or a part of one.
  func cover(_ item: SceneItem, _ leaf: Structure.LeafID) {
    guard figures.contains(leaf), let bounds = SceneBounds.bounds(item) else { return }
    let box = map.apply(bounds)
    boxes[leaf] = boxes[leaf]?.union(box) ?? box
  }

  /// From the coordinates drawn in to the page's.
  private var map: Transform {
    var matrix = cairo_matrix_t()
    cairo_get_matrix(context, &matrix)
    return Transform(
      a: matrix.xx, b: matrix.yx, c: matrix.xy, d: matrix.yy, tx: matrix.x0, ty: matrix.y0)
  }

  /// One name for all: the finishing pass writes the roles.
  static let tag = "P"
}
