import Graphics

/// Draws views beside each other.
struct ConcatDrawing {
  let node: ConcatNode
  let context: DrawingContext
  /// What stands in place of the views' own title: the label of a cell.
  var label: Title?

  func draw() -> DrawnView {
    let drawing = ViewDrawing(context: context)
    var views = node.children.map { drawing.draw($0) }
    let columns = max(1, node.layout.columns ?? views.count)
    if context.run.environment.isThemed { alignTitles(&views, columns, drawing) }
    let trellis = Trellis(
      views, columns: columns, layout: node.layout, alignment: .each)
    var picture = Picture()
    trellis.draw(onto: &picture)
    return Surroundings(
      legends: LegendBuilder(units: node.children.flatMap(\.units), context: context)
        .legends(node.legends),
      title: label ?? Title(node.spec.title, isComposed: true, context.run)
    ).draw(
      around: picture, size: Size(width: 0, height: 0), xBounds: picture.bounds,
      yBounds: picture.bounds, markCount: views.reduce(0) { $0 + $1.markCount })
  }

  /// Draws the views of a row anew whose titles would stand lower than their neighbours'.
  ///
  /// Vega puts a title above whatever stands around its view, a label at the top of an axis included, so that titles
  /// of neighbours are some points apart.
  private func alignTitles(_ views: inout [DrawnView], _ columns: Int, _ drawing: ViewDrawing) {
    for start in stride(from: 0, to: views.count, by: columns) {
      let row = start..<min(start + columns, views.count)
      guard let top = row.compactMap({ views[$0].titleTop }).min() else { continue }
      for index in row where views[index].titleTop.map({ $0 > top }) ?? false {
        views[index] = drawing.draw(node.children[index], titleTop: top)
      }
    }
  }
}
