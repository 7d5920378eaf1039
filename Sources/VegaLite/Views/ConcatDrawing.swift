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
    if context.run.environment.isThemed {
      views.alignTitles(columns: columns) { drawing.draw(node.children[$0], titleTop: $1) }
    }
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

}

extension [DrawnView] {
  /// Draws the views of each row anew whose titles would stand lower than their neighbours'.
  ///
  /// Vega puts a title above whatever stands around its view, a label at the top of an axis included, so that titles
  /// of neighbours are some points apart.
  ///
  /// - Parameter draw: Draws a view, by its number, with its title at a height.
  mutating func alignTitles(columns: Int, draw: (Int, Double) -> DrawnView) {
    for start in stride(from: 0, to: count, by: Swift.max(1, columns)) {
      let row = start..<Swift.min(start + columns, count)
      guard let top = row.compactMap({ self[$0].titleTop }).min() else { continue }
      for index in row where self[index].titleTop.map({ $0 > top }) ?? false {
        self[index] = draw(index, top)
      }
    }
  }
}
