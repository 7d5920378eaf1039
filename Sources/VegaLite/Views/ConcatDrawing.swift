import Graphics

/// Draws views beside each other.
struct ConcatDrawing {
  let node: ConcatNode
  let context: DrawingContext

  func draw() -> DrawnView {
    let drawing = ViewDrawing(context: context)
    let views = node.children.map { drawing.draw($0) }
    let trellis = Trellis(
      views, columns: node.layout.columns ?? views.count, layout: node.layout, alignment: .each)
    var picture = Picture()
    trellis.draw(onto: &picture)
    return Surroundings(
      legends: LegendBuilder(units: node.children.flatMap(\.units), context: context)
        .legends(node.legends),
      title: Title(node.spec.title, isComposed: true, context.run)
    ).draw(
      around: picture, size: Size(width: 0, height: 0), xBounds: picture.bounds,
      yBounds: picture.bounds, markCount: views.reduce(0) { $0 + $1.markCount })
  }
}
