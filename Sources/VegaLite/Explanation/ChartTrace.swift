import Inputs
import Tables

/// Notes what the stages of a chart make, for `brief chart --explain`.
final class ChartTrace {
  /// Rows after a step of the work on them.
  struct Stage {
    var name: String
    /// The first rows.
    var head: Frame
    var count: Int
  }

  /// A view as it was drawn last.
  struct View {
    var name: String
    var lines: [String]
  }

  private(set) var stages: [Stage] = []
  private(set) var views: [View] = []
  private(set) var legends: [String] = []
  private var drawn: Set<Int> = []

  private static let rowsShown = 5

  func note(_ name: String, _ frame: Frame) {
    let head = frame.selecting(Array(0..<min(Self.rowsShown, frame.count)))
    stages.append(Stage(name: name, head: head, count: frame.count))
  }

  /// Forgets the views of an earlier drawing, since a picture is drawn until it fits.
  func beginDrawing() {
    views = []
    legends = []
    drawn = []
  }

  /// Notes a group of views the first time it is drawn: of the cells of a facet the first.
  func note(_ group: GroupNode, _ scales: GroupScales, _ axes: [Axis], _ run: ChartRun) {
    guard let first = group.units.first, drawn.insert(first.id).inserted else { return }
    let names = group.units.map(\.traceName).joined(separator: " + ")
    let texts = ScaleExplanation(run: run)
    var lines = ["size \(texts.number(scales.width)) × \(texts.number(scales.height))"]
    var told: Set<String> = []
    for unit in group.units {
      for channel in Channel.scaled {
        guard let scale = scales.scales(of: unit)[channel] else { continue }
        let line = "scale \(channel.rawValue): \(texts.text(scale))"
        if told.insert(line).inserted { lines.append(line) }
      }
    }
    for axis in axes {
      let title = axis.component.title.map { " \"\($0.joined(separator: " "))\"" } ?? ""
      let labels = axis.labels.filter { !$0.isEmpty }
      lines.append(
        "axis \(axis.component.orient.rawValue)\(title): " + ScaleExplanation.list(labels))
    }
    for unit in group.units { lines.append("\(unit.traceName): \(unit.data.marks.count) rows") }
    views.append(View(name: names, lines: lines))
  }

  func note(_ legend: LegendComponent) {
    let properties = legend.properties
    let kind = legend.kind(properties)
    let channels = legend.entries.map(\.channel.rawValue).joined(separator: ", ")
    let title = legend.title.map { " \"\($0.joined(separator: " "))\"" } ?? ""
    let labels = LegendValues(legend, properties, kind: kind, standardCount: 5).labels
    legends.append("legend \(channels)\(title): \(ScaleExplanation.list(labels))")
  }
}

extension UnitNode {
  /// What an explanation calls the view.
  var traceName: String { "view \(id), \(unit.mark.type.rawValue)" }
}
