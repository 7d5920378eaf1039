import Documents
import Graphics

extension Composer {
  /// The notes and floats of the document, for the pages that they stand on.
  var inserts: PageInserts {
    let rule = Fragment(
      x: 0, y: 0,
      .rect(
        Size(width: theme.page.textWidth * 0.2, height: theme.spacing.hairline),
        theme[.hairline], radius: 0))
    return PageInserts(
      notes: noteBodies, floats: floats, anchors: { [self] in anchors(of: $0) }, rule: rule,
      pageHeight: theme.page.textHeight)
  }

  /// The anchors in what a fragment shows of its paragraph.
  private func anchors(of fragment: Fragment) -> [Anchor] {
    guard case .line(let index, let clusters) = fragment.content else { return [] }
    let paragraph = paragraphs[index]
    guard !paragraph.anchors.isEmpty else { return [] }
    let bytes = paragraph.text.bytes(of: clusters)
    return paragraph.anchors.filter { bytes.contains($0.offset) }.map(\.anchor)
  }
}
