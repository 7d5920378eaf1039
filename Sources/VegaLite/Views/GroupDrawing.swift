import Diagnostics
import Graphics
import Inputs
import Tables

/// Draws a group of views: background, axes, marks, legends, title.
struct GroupDrawing {
  let scales: GroupScales
  let run: ChartRun

  private var group: GroupNode { scales.group }
  private var width: Double { scales.width }
  private var height: Double { scales.height }

  /// A drawn group: what it shows, and its box with all that stands around it.
  struct Result {
    var picture: Picture
    var markCount: Int
  }

  func draw() -> Result {
    let axes = self.axes()
    let background = ViewBackground(group, run)
    var picture = Picture()
    var view = Bounds(0, 0, width, height)
    var xBounds = view
    var yBounds = view
    background.drawFill(&picture, width: width, height: height)
    let below = axes.filter { $0.zindex <= 0 }
    let above = axes.filter { $0.zindex > 0 }
    for axis in below { picture.items += axis.grid.items }
    var drawn: [(axis: Axis, main: Picture)] = []
    for axis in axes { drawn.append((axis, axis.main)) }
    for item in drawn where item.axis.zindex <= 0 { picture.items += item.main.items }
    var marks = 0
    for unit in group.units {
      let frame = UnitFrame(
        unit: unit.unit, data: unit.data, stack: unit.stack, scales: scales.scales(of: unit),
        width: width, height: height, run: run)
      let layer = MarkPainter.draw(frame)
      marks += layer.items.count
      picture.items += layer.items
      view.union(layer.bounds)
      if layer.isGrouped {
        xBounds.union(layer.bounds)
        yBounds.union(layer.bounds)
      }
    }
    for axis in above { picture.items += axis.grid.items }
    for item in drawn {
      if item.axis.zindex > 0 { picture.items += item.main.items }
      if item.axis.component.orient.isHorizontal {
        yBounds.union(item.main.bounds)
      } else {
        xBounds.union(item.main.bounds)
      }
    }
    let legends = self.legends()
    let layout = LegendLayout(width: width, height: height, xBounds: xBounds, yBounds: yBounds)
    for (legend, place) in layout.place(legends) {
      picture.add(Picture(items: legend.picture.items, bounds: Bounds()), atX: place.x, y: place.y)
      view.union(legend.picture.bounds.translated(place.x, place.y))
    }
    view.union(xBounds)
    view.union(yBounds)
    if let title = Title(group.spec.title, run) {
      let drawn = title.draw(width: width, height: height, around: view)
      picture.items += drawn.items
      view.union(drawn.bounds)
    }
    picture.bounds = view
    return Result(picture: picture, markCount: marks)
  }

  // MARK: Axes

  private func axes() -> [Axis] {
    var axes: [Axis] = []
    var taken: [AxisOrient: Int] = [:]
    for channel in [Channel.x, .y] {
      var count = 0
      for (root, parts) in parts(channel) {
        guard let scale = scales.scale(root) else { continue }
        let given = AxisComponent.givenOrient(channel, parts, run)
        var orient = given ?? (channel == .x ? .bottom : .left)
        let type = scales.registry.component(root).type
        let probe = AxisComponent(channel, parts: parts, type: type, orient: orient, run: run)
        if probe.isDisabled { continue }
        // A second axis without a side of its own goes to the other one.
        if given == nil, taken[orient, default: 0] > taken[orient.opposite, default: 0] {
          orient = orient.opposite
        }
        taken[orient, default: 0] += 1
        let component = AxisComponent(
          channel, parts: parts, type: type, orient: orient, isSecond: count > 0, run: run)
        count += 1
        axes.append(
          Axis(
            component, scale: scale, across: across(channel, parts), width: width, height: height))
      }
    }
    return axes
  }

  /// The scales of a channel in order, and the definitions that share each.
  private func parts(_ channel: Channel) -> [(Int, [ScaleComponent.Part])] {
    var order: [Int] = []
    for unit in group.units {
      guard let id = unit.scales[channel] else { continue }
      let root = scales.registry.root(id)
      if !order.contains(root) { order.append(root) }
    }
    return order.map { root in (root, scales.registry.component(root).parts) }
  }

  private func across(_ channel: Channel, _ parts: [ScaleComponent.Part]) -> Scale? {
    guard let other = channel.across else { return nil }
    let roots = group.units.filter { unit in
      unit.scales[channel] != nil
    }.compactMap { $0.scales[other] }
    return roots.first.flatMap { scales.scale($0) }
  }

  // MARK: Legends

  private static let legendChannels: [Channel] = [
    .color, .size, .shape, .fill, .stroke, .strokeDash, .strokeWidth, .opacity,
  ]

  /// The parts of each legend of a channel: all that share a scale, or each view by itself.
  private func legendParts(_ channel: Channel) -> [(Int, [ScaleComponent.Part])] {
    let shared = parts(channel)
    guard group.spec.isIndependent("legend", channel) ?? false else { return shared }
    return shared.flatMap { root, parts in parts.map { (root, [$0]) } }
  }

  private func legends() -> [Legend] {
    var components: [LegendComponent] = []
    for channel in Self.legendChannels {
      for (root, parts) in legendParts(channel) {
        guard let scale = scales.scale(root) else { continue }
        let component = LegendComponent(
          entries: [.init(channel: channel, scale: scale, parts: parts)], run: run)
        if component.isDisabled { continue }
        if let index = components.firstIndex(where: { $0.merges(with: component) }) {
          components[index].entries += component.entries
        } else {
          components.append(component)
        }
      }
    }
    return components.compactMap { Legend($0, width: width, height: height) }
  }
}
