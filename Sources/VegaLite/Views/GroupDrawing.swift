import Diagnostics
import Graphics
import Inputs
import Tables

/// Draws a group of views: background, axes, marks, legends, title.
struct GroupDrawing {
  let scales: GroupScales
  /// The channels whose axes stand elsewhere; their grids are here all the same.
  var omittedAxes: Set<Channel> = []
  /// What stands in place of the view's own title: the label of a cell.
  var label: Title?
  /// Where the title begins, where it is to stand in line with others.
  var titleTop: Double?

  private var context: DrawingContext { scales.context }
  private var run: ChartRun { context.run }
  private var group: GroupNode { scales.group }
  private var width: Double { scales.width }
  private var height: Double { scales.height }

  /// Half the outline of the cells that find the mark nearest to the pointer.
  private static let nearestMargin = 0.35

  /// How far outside of its frame a mark may be meant to be seen, in points: labels and rules of margins.
  private static let surroundings = 500.0

  func draw() -> DrawnView {
    let size = Size(width: width, height: height)
    let frame = Bounds(0, 0, width, height)
    // What is refused for its size isn't worth the setting of a label for each of a million bands.
    guard size.isDrawable else {
      var picture = Picture()
      picture.bounds = frame
      return DrawnView(picture: picture, size: size, outline: frame)
    }
    let axes = self.axes()
    run.trace?.note(group, scales, axes, run)
    let background = ViewBackground(group, run)
    var picture = Picture()
    picture.bounds = frame
    var (xBounds, yBounds) = (frame, frame)
    background.drawFill(&picture, width: width, height: height)
    let below = axes.filter { $0.zindex <= 0 }
    let above = axes.filter { $0.zindex > 0 }
    for axis in below { picture.items += axis.grid.items }
    var drawn: [(axis: Axis, main: Picture)] = []
    for axis in axes where !omittedAxes.contains(axis.component.channel) {
      drawn.append((axis, axis.main))
    }
    for item in drawn where item.axis.zindex <= 0 { picture.items += item.main.items }
    let brushes = group.units.flatMap { unit in
      Brush.all(
        unit, scales.scales(of: unit), size: Size(width: width, height: height), run)
    }
    for brush in brushes { picture.items += brush.shade().items }
    var marks = 0
    let markStart = picture.items.count
    for unit in group.units {
      var layer = MarkPainter.draw(self.frame(unit))
      if let ink = run.environment.labelInk, unit.unit.labelsTakeAnyColor {
        layer.items = TextContrast(over: Array(picture.items[markStart...]), ink: ink)
          .readable(layer.items)
      }
      marks += layer.items.count
      if layer.bounds.meets(frame.expanded(Self.surroundings)) { run.note(shownUnit: unit.id) }
      picture.items += layer.items
      picture.bounds.union(layer.bounds)
      if layer.isGrouped {
        xBounds.union(layer.bounds)
        yBounds.union(layer.bounds)
      }
    }
    for brush in brushes { picture.items += brush.outline().items }
    let isNearest = group.units.contains { unit in
      !unit.unit.mark.type.isPath && unit.unit.selections.contains(where: \.isNearest)
    }
    if isNearest { picture.bounds.union(frame.expanded(Self.nearestMargin)) }
    for axis in above { picture.items += axis.grid.items }
    for item in drawn {
      if item.axis.zindex > 0 { picture.items += item.main.items }
      if item.axis.component.orient.isHorizontal {
        yBounds.union(item.main.bounds)
      } else {
        xBounds.union(item.main.bounds)
      }
    }
    let apart = group.legends.filter { group.spec.isIndependent("legend", $0) ?? false }
    let legends = LegendBuilder(units: group.units, context: context)
      .legends(group.legends, apart: apart)
    var view = Surroundings(
      legends: legends, title: label ?? Title(group.spec.title, run), titleTop: titleTop
    ).draw(
      around: picture, size: Size(width: width, height: height), xBounds: xBounds,
      yBounds: yBounds, markCount: marks)
    view.outline = view.picture.bounds.expanded(background.strokeWidth)
    return view
  }

  private func frame(_ unit: UnitNode) -> UnitFrame {
    let map = group.maps[unit.id]
    let projection = map.map {
      context.scales.projection($0, Size(width: width, height: height))
    }
    run.host.projection = projection ?? run.host.projection
    // A map that isn't fitted may be larger than its view.
    let clips = map.map { !$0.spec.isFitted } ?? false
    return UnitFrame(
      unit: unit.unit, data: unit.data, stack: unit.stack, scales: scales.scales(of: unit),
      width: width, height: height,
      clips: clips
        || [Channel.x, .y].contains { channel in
          unit.scales[channel].map { context.registry.component($0).followsSelection } ?? false
        },
      projection: projection,
      geo: GeoPlaces(unit.unit.encoding, unit.data.marks, projection, run), run: run)
  }

  // MARK: Axes

  /// The axes of the view, or, with sizes of their own, as they are apart from it.
  func axes(size: ((Channel) -> Size)? = nil) -> [Axis] {
    var axes: [Axis] = []
    var taken: [AxisOrient: Int] = [:]
    for channel in [Channel.x, .y] {
      var count = 0
      for (root, parts) in group.units.parts(channel, context.registry) {
        guard let scale = scales.scale(root) else { continue }
        let given = AxisComponent.givenOrient(channel, parts, run)
        var orient = given ?? (channel == .x ? .bottom : .left)
        let type = context.registry.component(root).type
        let probe = AxisComponent(channel, parts: parts, type: type, orient: orient, run: run)
        if probe.isDisabled { continue }
        // An axis without a side of its own goes to the other one if more have asked for this one, moved or not.
        let wanted = orient
        if given == nil, taken[orient, default: 0] > taken[orient.opposite, default: 0] {
          orient = orient.opposite
        }
        taken[wanted, default: 0] += 1
        let component = AxisComponent(
          channel, parts: parts, type: type, orient: orient, isSecond: count > 0, run: run)
        count += 1
        let size = size?(channel) ?? Size(width: width, height: height)
        axes.append(
          Axis(
            component, scale: scale, across: across(channel, parts), width: size.width,
            height: size.height))
      }
    }
    return axes
  }

  private func across(_ channel: Channel, _ parts: [ScaleComponent.Part]) -> Scale? {
    guard let other = channel.across else { return nil }
    let roots = group.units.filter { unit in
      unit.scales[channel] != nil
    }.compactMap { $0.scales[other] }
    return roots.first.flatMap { scales.scale($0) }
  }
}
