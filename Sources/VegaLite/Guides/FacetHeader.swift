import Diagnostics
import Inputs
import Tables

/// What stands beside the cells of a facet: the names of their values, and of the field.
struct FacetHeader {
  let channel: Channel
  let definition: ChannelDefinition
  let run: ChartRun

  static let defaults: Value = ["titlePadding": 10, "labelPadding": 10]

  private var own: Located? {
    definition.reader.value["header"].map { definition.reader.located($0) }
  }

  /// Whether null switches the header off.
  private var isOff: Bool { own?.value.isNull ?? false }

  private var layers: [Located] {
    let config = run.configuration
    let block = channel == .row ? "headerRow" : channel == .column ? "headerColumn" : "headerFacet"
    let given = own.flatMap { $0.value.object == nil ? nil : $0 }
    return [given].compactMap { $0 } + config.given(block) + config.given("header")
      + [Located(Self.defaults, in: ChartRun.builtIn)]
  }

  private var properties: Properties { Properties(layers, run) }

  /// The properties of one of the texts, `labelFontSize` being `fontSize` of a label.
  private func properties(_ prefix: String, standard: Value) -> Properties {
    let renamed = layers.map { layer in
      let members = layer.value.object?.members ?? []
      return Located(
        .object(
          members.compactMap { member in
            guard member.key.hasPrefix(prefix), member.key.count > prefix.count else { return nil }
            let name = member.key.dropFirst(prefix.count)
            let key = name == "Padding" ? "offset" : name.prefix(1).lowercased() + name.dropFirst()
            return (key, member.value)
          }), in: layer.source)
    }
    return Properties(renamed, run).over(standard)
  }

  /// The properties of a text, those that follow from its angle among them.
  private func text(_ prefix: String) -> Properties {
    var standard: [(String, Value)] = []
    if channel == .row { standard.append(("orient", "left")) }
    if prefix == "label" { standard.append(("frame", "group")) }
    let given = properties(prefix, standard: .object([]))
    if let both = properties.string("orient") {
      standard = standard.filter { $0.0 != "orient" } + [("orient", .string(both))]
    }
    let side: AxisOrient =
      isRow(given.string("orient") ?? properties.string("orient")) ? .left : .top
    if let angle = given.number("angle") {
      let turned = TurnedLabel(angle: TurnedLabel.normalized(angle), side: side)
      standard.append(("baseline", .string(turned.baseline ?? "middle")))
      if let align = turned.align { standard.append(("align", .string(align))) }
    }
    let hasSide = standard.contains { $0.0 == "orient" }
    return properties(
      prefix, standard: .object(standard + (hasSide ? [] : [("orient", "top")])))
  }

  private func isRow(_ orient: String?) -> Bool {
    switch orient {
    case "top", "bottom": false
    case "left", "right": true
    default: channel == .row
    }
  }

  // MARK: The name of the field

  /// The lines of the title; nil for none.
  var titleLines: [String]? {
    isOff
      ? nil
      : GuideTitle(
        [([definition], own)],
        configured: Properties(layers.filter { $0.source != own?.source }, run),
        run: run
      ).lines
  }

  func title(_ lines: [String]) -> Title? { Title(lines, text("title"), style: "guide-title") }

  private var titleOrient: String? {
    properties.string("titleOrient") ?? properties.string("orient")
  }
  var titleIsRow: Bool { isRow(titleOrient) }
  var titleIsBehind: Bool { titleOrient == "right" || titleOrient == "bottom" }

  /// Where along the cells the title stands.
  var titleBand: Double {
    switch properties.string("titleAnchor") {
    case "start": titleIsRow ? 1 : 0
    case "end": titleIsRow ? 0 : 1
    default: 0.5
    }
  }

  // MARK: The names of the values

  private var labelOrient: String? {
    properties.string("labelOrient") ?? properties.string("orient")
  }

  /// Whether labels stand at the end of a row or column, not at each cell.
  var labelsRows: Bool { channel == .row && labelOrient != "top" && labelOrient != "bottom" }
  var labelsColumns: Bool {
    channel == .column && labelOrient != "left" && labelOrient != "right"
  }
  var labelIsBehind: Bool { labelOrient == "right" || labelOrient == "bottom" }

  /// The label of the value in a row of the facet's data; nil for none.
  func label(_ frame: Frame, _ row: Int) -> Title? {
    guard !isOff, properties.bool("labels") ?? true else { return nil }
    let cells = frame.cells(definition.column)
    guard row < cells.count else { return nil }
    let formatter = ValueFormatter(definition: definition, guide: properties, run: run)
    var text = formatter.text(cells[row])
    if definition.isBinning {
      let ends = frame.cells(definition.endColumn)
      text =
        cells[row].isValid
        ? "\(formatter.number(cells[row])) – \(formatter.number(ends[row]))" : "null"
    }
    if let expression = properties.string("labelExpr") {
      let place = properties.located("labelExpr")?.location
      let datum = Frame([
        (name: "value", cells: [cells[row]]), (name: "label", cells: [.string(text)]),
      ])
      let made = run.findings.attempt { () throws(DiagnosticError) in
        try Expression(expression, at: place).evaluate(.row(datum, 0), run.evaluation)
      }
      text = made?.asText ?? ""
    }
    return Title(Properties.lines(.string(text)), self.text("label"), style: "guide-label")
  }
}
