/// Draws a view of whatever kind.
struct ViewDrawing {
  let context: DrawingContext

  func draw(
    _ node: ViewNode, omittingAxes: Set<Channel> = [], titledAbove: Set<Channel> = [],
    label: Title? = nil, titleTop: Double? = nil
  ) -> DrawnView {
    switch node {
    case .group(let group):
      let scales = GroupScales(group, context)
      return GroupDrawing(
        scales: scales, omittedAxes: omittingAxes, label: label, titleTop: titleTop
      ).draw()
    case .concat(let concat):
      return ConcatDrawing(node: concat, context: context, label: label).draw()
    case .facet(let facet):
      return FacetDrawing(
        node: facet, context: context, label: label, titledAbove: titledAbove
      ).draw()
    }
  }
}
