import Diagnostics
import Inputs
import Tables

/// How the size of the picture follows from that of the view, or the other way round.
struct Autosize {
  enum Kind: String, CaseIterable {
    case pad, none, fit
    case fitX = "fit-x"
    case fitY = "fit-y"
  }

  /// Whether the picture's width, or height, is given and the view takes what is left.
  var fitsWidth = false
  var fitsHeight = false
  /// Whether the given size includes the padding.
  var containsPadding = false
  /// Whether what lies outside the view is cut off.
  var cutsOff = false

  init(_ spec: ObjectReader, _ configuration: Configuration) {
    guard
      let located = spec["autosize"].map({ spec.located($0) }) ?? configuration.value("autosize")
    else { return }
    let type = located.value.string ?? located.value["type"]?.string
    switch type.flatMap({ Kind(rawValue: $0) }) {
    case .fit: (fitsWidth, fitsHeight) = (true, true)
    case .fitX: fitsWidth = true
    case .fitY: fitsHeight = true
    case .some(.none): cutsOff = true
    case .pad, nil: break
    }
    containsPadding = located.value["contains"]?.string == "padding"
  }
}

extension Autosize {
  /// The view with the autosize that its dimensions allow: what is as long as its values make it can't be fitted to
  /// anything (Vega-Lite's `getTopLevelProperties`).
  static func settled(
    _ view: ViewSpec, _ node: ViewNode, _ registry: ScaleRegistry, _ run: ChartRun
  ) -> ViewSpec {
    guard case .group(let group) = node,
      let located = view.reader["autosize"].map({ view.reader.located($0) })
        ?? run.configuration.value("autosize"),
      let type = (located.value.string ?? located.value["type"]?.string).flatMap({
        Kind(rawValue: $0)
      }),
      [.fit, .fitX, .fitY].contains(type), run.environment.fixedSize == nil
    else { return view }
    let scales = GroupScales(group, DrawingContext(registry: registry, run: run))
    func isStepped(_ channel: Channel, _ key: String, _ container: Double?) -> Bool {
      scales.isStepped(channel) && !(container != nil && view.extent(key, run) == nil)
    }
    let wide = isStepped(.x, "width", run.environment.containerWidth)
    let high = isStepped(.y, "height", run.environment.containerHeight)
    guard wide || high else { return view }
    let settled: Kind = wide ? high ? .pad : .fitY : .fitX
    if settled != type { warn(type, wide: wide, high: high, at: located.location, run) }
    let value = located.value.object == nil ? Value.object([]) : located.value
    var result = view
    result.reader = ObjectReader(
      view.reader.located(
        view.reader.value.setting([
          ("autosize", value.setting([("type", .string(settled.rawValue))]))
        ])), run.findings)
    return result
  }

  private static func warn(
    _ type: Kind, wide: Bool, high: Bool, at location: SourceLocation, _ run: ChartRun
  ) {
    let keys = (wide ? ["\"width\""] : []) + (high ? ["\"height\""] : [])
    run.findings.warning(
      "chart.autosize",
      "\"\(type.rawValue)\" can't fit a chart whose \(keys.joined(separator: " and ")) follows from its values",
      at: location, hints: ["give it \(keys.joined(separator: " and ")) as a number"])
  }
}

/// Room around a picture.
struct Padding {
  var left = 0.0
  var top = 0.0
  var right = 0.0
  var bottom = 0.0

  init(_ properties: Properties) {
    guard let datum = properties.datum("padding") else { return }
    if let all = datum.double {
      (left, top, right, bottom) = (all, all, all, all)
    } else if let record = datum.record {
      left = record["left"]?.double ?? 0
      top = record["top"]?.double ?? 0
      right = record["right"]?.double ?? 0
      bottom = record["bottom"]?.double ?? 0
    }
  }
}
