import Graphics
import Tables

/// Draws the cells of a facet, with the axes they share and the names of their values around them.
struct FacetDrawing {
  let node: FacetNode
  let context: DrawingContext
  /// The label of a cell that is a facet itself.
  var label: Title?
  /// The channels that a facet around this one names.
  var titledAbove: Set<Channel> = []

  private let cells: FacetCells
  private var run: ChartRun { context.run }

  init(
    node: FacetNode, context: DrawingContext, label: Title? = nil, titledAbove: Set<Channel> = []
  ) {
    self.node = node
    self.context = context
    self.label = label
    self.titledAbove = titledAbove
    cells = FacetCells(node)
  }

  private func definition(_ channel: Channel) -> ChannelDefinition? {
    node.facet.channels[channel]
  }

  private func header(_ channel: Channel) -> FacetHeader? {
    definition(channel).map { FacetHeader(channel: channel, definition: $0, run: run) }
  }

  // MARK: Cells

  private var columnCount: Int {
    if let columns = cells.entries[.column] { return columns.count }
    if cells.entries[.row] != nil { return 1 }
    return min(node.facet.layout.columns ?? .max, cells.cells.count)
  }

  /// Cells with scales of their own follow each other without being aligned.
  private var alignment: GridLayout.Alignment {
    if definition(.row) == nil, node.shared[.x] == nil, isApart(.x) { return .none }
    if definition(.column) == nil, node.shared[.y] == nil, isApart(.y) { return .none }
    return .all
  }

  private func isApart(_ channel: Channel) -> Bool {
    node.spec.isIndependent("scale", channel) ?? false
  }

  /// The channels whose axes stand once at the end of each row or column.
  private var sharedAxes: Set<Channel> {
    guard case .group = node.child else { return [] }
    return Set(
      [Channel.x, .y].filter {
        node.shared[$0] != nil && !(node.spec.isIndependent("axis", $0) ?? false)
      })
  }

  private func drawCells() -> [DrawnView] {
    let columns = node.facet.channels.channels.compactMap { definition($0)?.column }
    let partition = FacetPartition(node.child, by: columns)
    let shared = Set(node.shared.values.map(context.registry.root))
    let local = Set(
      node.child.units.flatMap { $0.scales.values.map(context.registry.root) }
    ).subtracting(shared)
    let labelled = labelledChannel
    func draw(_ cell: FacetCells.Cell, titleTop: Double? = nil) -> DrawnView {
      let values = cells.key(cell, node.facet.channels)
      let key = columns.map { column in values.first { $0.column == column }?.value ?? .null }
      var inner = context
      if !local.isEmpty {
        let data = partition.data(of: node.child, key)
        let edition = context.scales.nextEdition()
        for root in local { inner.registry.restrict(root, to: data, edition: edition) }
      }
      return ViewDrawing(context: inner).draw(
        partition.cell(node.child, key), omittingAxes: sharedAxes,
        titledAbove: titledAbove.union(
          node.facet.channels.channels.filter { header($0)?.titleLines != nil }),
        label: labelled.flatMap { label($0, cell) }, titleTop: titleTop)
    }
    var views = cells.cells.map { draw($0) }
    if run.environment.isThemed, labelled != nil {
      views.alignTitles(columns: columnCount) { draw(cells.cells[$0], titleTop: $1) }
    }
    return views
  }

  /// The channel whose values are named at each cell, not at rows or columns.
  private var labelledChannel: Channel? {
    if definition(.facet) != nil { return .facet }
    if let rows = header(.row), !rows.labelsRows { return .row }
    if let columns = header(.column), !columns.labelsColumns { return .column }
    return nil
  }

  private func label(_ channel: Channel, _ cell: FacetCells.Cell) -> Title? {
    let place = channel == .row ? cell.row : channel == .column ? cell.column : cell.single
    guard let place, let entry = cells.entries[channel]?[place] else { return nil }
    return header(channel)?.label(cells.frame, entry.row)
  }

  // MARK: Headers

  /// What stands at the end of one row or column: a label, axes.
  private struct Header {
    var picture = Picture()
  }

  private func headers(_ side: Trellis.Side, _ trellis: Trellis, _ size: Size, _ axes: [Axis])
    -> [Picture]
  {
    let channel: Channel = side.isRow ? .row : .column
    let header = header(channel)
    let labels: [FacetCells.Entry]? =
      (channel == .row ? header?.labelsRows : header?.labelsColumns) == true
        && header?.labelIsBehind == !side.isBefore ? cells.entries[channel] : nil
    let drawn = axes.filter { $0.component.channel == (side.isRow ? .y : .x) }.filter {
      let isBefore = $0.component.orient == .top || $0.component.orient == .left
      return isBefore == side.isBefore
    }
    let count = cells.entries[channel]?.count ?? (side.isRow ? trellis.rows : trellis.columns)
    guard labels != nil || !drawn.isEmpty else { return [] }
    return (0..<count).map { index in
      var picture = Picture()
      var box = Bounds(0, 0, side.isRow ? 0 : size.width, side.isRow ? size.height : 0)
      for axis in drawn {
        let main = axis.main
        picture.items += main.items
        box.union(main.bounds)
      }
      if let labels, index < labels.count,
        let label = header?.label(cells.frame, labels[index].row)
      {
        let title = label.draw(
          width: side.isRow ? 0 : size.width, height: side.isRow ? size.height : 0, around: box)
        picture.items += title.items
        box.union(title.bounds)
      }
      picture.bounds = box
      return picture
    }
  }

  /// The axes of the cells at the size of one, and that size.
  private func commonAxes() -> (axes: [Axis], size: CellSize) {
    guard case .group(let group) = node.child else { return ([], concatSize) }
    let scales = GroupScales(group, context)
    let size = Size(width: scales.width, height: scales.height)
    let shared = sharedAxes
    let axes = GroupDrawing(scales: scales).axes(size: { channel in
      channel == .x ? Size(width: size.width, height: 0) : Size(width: 0, height: size.height)
    }).filter { shared.contains($0.component.channel) }
    return (axes, CellSize(width: size.width, height: size.height))
  }

  /// The size of cells, as far as all have the same.
  private struct CellSize {
    var width: Double?
    var height: Double?
  }

  /// Views beside each other may share a height, views below each other a width.
  private var concatSize: CellSize {
    guard case .concat(let concat) = node.child else { return CellSize() }
    let sizes = concat.children.compactMap { child -> Size? in
      guard case .group(let group) = child else { return nil }
      let scales = GroupScales(group, context)
      return Size(width: scales.width, height: scales.height)
    }
    guard let first = sizes.first, sizes.count == concat.children.count else { return CellSize() }
    let isColumn = concat.layout.columns == 1
    let isRow = concat.layout.columns == nil
    return CellSize(
      width: isColumn && sizes.allSatisfy { $0.width == first.width } ? first.width : nil,
      height: isRow && sizes.allSatisfy { $0.height == first.height } ? first.height : nil)
  }

  func draw() -> DrawnView {
    let drawn = drawCells()
    let trellis = Trellis(
      drawn, columns: columnCount, layout: node.facet.layout, alignment: alignment)
    var picture = Picture()
    if !drawn.isEmpty { drawHeaders(trellis, &picture) }
    trellis.draw(onto: &picture)
    return Surroundings(
      legends: LegendBuilder(units: node.child.units, context: context)
        .legends(node.legends),
      title: label ?? Title(node.spec.title, isComposed: true, run)
    ).draw(
      around: picture, size: Size(width: 0, height: 0), xBounds: picture.bounds,
      yBounds: picture.bounds, markCount: drawn.reduce(0) { $0 + $1.markCount })
  }

  private func drawHeaders(_ trellis: Trellis, _ picture: inout Picture) {
    let (axes, size) = commonAxes()
    var edges: [Trellis.Side: Double] = [:]
    for side in [Trellis.Side.rowHeader, .columnHeader, .rowFooter, .columnFooter] {
      let headers = headers(
        side, trellis, Size(width: size.width ?? 0, height: size.height ?? 0), axes)
      let isKnown = side.isRow ? size.height != nil : size.width != nil
      let placed = trellis.place(headers.map(\.bounds), side, band: isKnown ? nil : 0.5)
      for (header, place) in zip(headers, placed.places) {
        picture.add(header, atX: place.x, y: place.y)
      }
      edges[side] = placed.edge
    }
    for channel in [Channel.row, .column, .facet] {
      guard let header = header(channel), !titledAbove.contains(channel),
        let lines = self.titleLines(header, channel), let title = header.title(lines)
      else { continue }
      let side: Trellis.Side =
        header.titleIsRow
        ? header.titleIsBehind ? .rowFooter : .rowHeader
        : header.titleIsBehind ? .columnFooter : .columnHeader
      // Titles on the side of the other channel stand as near as any other title.
      let isUsual = channel == (header.titleIsRow ? .row : .column)
      let gap = isUsual ? side.isBefore ? -Self.titleGap : Self.titleGap : 0
      let place = trellis.titlePlace(
        isRow: header.titleIsRow, edge: (edges[side] ?? 0) + gap, band: header.titleBand)
      picture.add(
        title.draw(width: 0, height: 0, around: Bounds(0, 0, 0, 0)), atX: place.x, y: place.y)
    }
  }

  /// The title of a channel, which names the fields of the facets within too.
  private func titleLines(_ header: FacetHeader, _ channel: Channel) -> [String]? {
    guard let own = header.titleLines else { return nil }
    guard case .facet(let inner) = node.child,
      let within = FacetDrawing(node: inner, context: context).header(channel)?.titleLines
    else { return own }
    return ["\(own.joined(separator: ", ")) / \(within.joined(separator: ", "))"]
  }

  /// Between the titles of rows or columns and their headers.
  private static let titleGap = 10.0
}
