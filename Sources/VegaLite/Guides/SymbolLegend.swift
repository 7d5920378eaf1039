import Diagnostics
import Formats
import Graphics
import Inputs
import Tables

/// A legend of symbols with labels beside them.
struct SymbolLegend {
  let component: LegendComponent
  let properties: Properties
  let isVertical: Bool

  private var run: ChartRun { component.run }

  private struct Entry {
    var value: Datum
    var label: String
    var size: Double
  }

  func draw() -> Picture {
    let style = run.properties(run.configuration.styles(["guide-label"]))
    let face = TextFace(properties, prefix: "label", fill: "labelColor", under: style)
    let entries = self.entries(labelSize: face.style.size)
    let offset = entries.map(\.size).max() ?? 0
    let columns = Int(
      clamping: properties.number("columns") ?? (isVertical ? 1 : 0), to: 0...100_000)
    let clipHeight = properties.number("clipHeight")
    let symbolOffset = properties.number("symbolOffset") ?? 0
    let symbols = LegendSymbol(component: component, properties: properties)
    let pictures = entries.map { entry -> Picture in
      let reach = columns > 0 ? offset : entry.size
      let y = (clipHeight ?? entry.size) / 2
      var picture = Picture()
      let symbol = symbols.draw(entry.value)
      picture.add(symbol, atX: reach / 2 + symbolOffset, y: y)
      if let clipHeight {
        picture = picture.clipped(width: max(reach, 0), height: clipHeight)
      }
      var label = TextBlock(
        entry.label.split(separator: "\n", omittingEmptySubsequences: false).map { String($0) },
        face, run)
      label.x = reach + symbolOffset + (properties.number("labelOffset") ?? 4)
      label.y = y
      label.align = properties.word("labelAlign") ?? .left
      label.baseline = properties.word("labelBaseline") ?? .middle
      if component.isUnselected(entry.value) {
        label.opacity = properties.number("unselectedOpacity") ?? 0.35
      }
      picture.add(label.picture)
      if let clipHeight { picture.bounds.union(Bounds(0, 0, 0, clipHeight)) }
      return picture
    }
    return arranged(pictures, columns: columns)
  }

  private func entries(labelSize: Double) -> [Entry] {
    var named = LegendValues(component, properties, kind: .symbol, standardCount: 5)
    guard let first = component.first else { return [] }
    // A trail's size is its width.
    let isTrail = component.mark?.type == .trail
    let sizeScale = component.entries.first { $0.channel == .size && !isTrail }?.scale
    let widthScale =
      component.entries.first { $0.channel == .strokeWidth || $0.channel == .size && isTrail }?
      .scale
    let symbolSize = properties.number("symbolSize") ?? 100
    let strokeWidth = properties.number("symbolStrokeWidth") ?? 1.5
    // What is drawn as nothing needs no name.
    if !named.areGiven, let value = named.values.first,
      case .number(0)? = first.scale.output(value)
    {
      named.values.removeFirst()
      named.labels.removeFirst()
    }
    let limit = Int(clamping: properties.number("symbolLimit") ?? 30, to: 0...100_000)
    if limit > 0, named.values.count > limit {
      let hidden = named.values.count - (limit - 1)
      named.labels = Array(named.labels.prefix(limit - 1)) + ["…\(hidden) entries"]
      named.values = Array(named.values.prefix(limit))
    }
    return zip(named.values, named.labels).map { value, label in
      func number(_ scale: Scale?, _ standard: Double) -> Double {
        if case .number(let number)? = scale?.output(value) { return number }
        return standard
      }
      let area = number(sizeScale, symbolSize)
      let extent = (max(0, area).squareRoot() + number(widthScale, strokeWidth)).rounded(.up)
      return Entry(value: value, label: label, size: max(extent, labelSize))
    }
  }

  /// Lays entries out in a grid whose columns are as wide as their widest entry.
  private func arranged(_ pictures: [Picture], columns: Int) -> Picture {
    let count = pictures.count
    guard count > 0 else { return Picture() }
    let columnCount = columns > 0 ? min(columns, count) : count
    let rowCount = (count + columnCount - 1) / columnCount
    // Downwards first where the legend is vertical.
    func place(_ index: Int) -> (row: Int, column: Int) {
      isVertical
        ? (index % rowCount, index / rowCount) : (index / columnCount, index % columnCount)
    }
    let order = pictures.indices.sorted {
      (place($0).row, place($0).column) < (place($1).row, place($1).column)
    }
    var grid = GridLayout(columns: columnCount)
    grid.columnPadding = properties.number("columnPadding") ?? 10
    grid.rowPadding = properties.number("rowPadding") ?? 2
    grid.centersRows = true
    let places = grid.place(order.map { pictures[$0].bounds })
    var picture = Picture()
    for (position, index) in order.enumerated() {
      picture.add(pictures[index], atX: places[position].x, y: places[position].y)
    }
    return picture
  }
}
