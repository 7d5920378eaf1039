import Diagnostics
import Inputs
import Tables

/// Holds a config against the tables of what it configures.
struct ConfigurationCheck {
  let run: ChartRun

  /// The names of Vega-Lite's config, blocks of marks and guides apart.
  private static let known =
    [
      "aria", "autosize", "background", "concat", "countTitle", "customFormatTypes", "facet",
      "fieldTitle", "font", "lineBreak", "locale", "normalizedNumberFormat",
      "normalizedNumberFormatType", "numberFormat", "numberFormatType", "padding", "params",
      "projection", "range", "scale", "selection", "style", "timeFormat", "timeFormatType",
      "tooltipFormat", "events", "group", "signals",
    ] + marks + axes + headers + ["legend", "title", "view"]

  private static let marks =
    ["mark"] + MarkType.allCases.map(\.rawValue) + CompositeMarkType.allCases.map(\.rawValue)
  private static let axes =
    ["", "X", "Y"].flatMap { side in
      ["", "Band", "Discrete", "Point", "Quantitative", "Temporal"].map { "axis\(side)\($0)" }
    } + ["axisTop", "axisBottom", "axisLeft", "axisRight"]
  private static let headers = ["header", "headerRow", "headerColumn", "headerFacet"]

  /// The table of a block; nil for what has none.
  private static func table(_ name: String) -> PropertyTable? {
    if marks.contains(name) { return .mark }
    if axes.contains(name) { return .axis }
    if headers.contains(name) { return .header }
    switch name {
    case "legend": return .legend
    case "title": return .title
    case "view": return .frame
    default: return nil
    }
  }

  private static let ranges = ["category", "diverging", "heatmap", "ordinal", "ramp", "symbol"]

  /// Names that are nearly known ones; others may be Vega's.
  private func warnOfSlips(in block: Located, of known: [String], in what: String) {
    for member in block.value.object?.members ?? [] where !known.contains(member.key) {
      guard Suggestion.nearest(to: member.key, in: known) != nil else { continue }
      run.findings.warning(
        "spec.unknown", "unknown property \"\(member.key)\" in \(what)",
        at: SourceLocation(block.source, member.keyRange),
        hints: Suggestion.hints(for: member.key, in: known))
    }
  }

  /// Names in blocks may be those of Vega, which has more of them; their values are looked at alike.
  func check(_ config: Located?) {
    guard let config, config.value.object != nil else { return }
    let check = PropertyCheck(run: run)
    ObjectReader(config, run.findings).check(known: Self.known, in: "a config")
    for member in config.value.object?.members ?? [] {
      let block = Located(member.value, in: config.source)
      if let table = Self.table(member.key) {
        check.checkValues(block, table)
        warnOfSlips(in: block, of: table.names, in: "\"config.\(member.key)\"")
      }
      if member.key == "range" { warnOfSlips(in: block, of: Self.ranges, in: "\"config.range\"") }
      if member.key == "style" {
        for style in member.value.object?.members ?? [] {
          check.checkValues(Located(style.value, in: config.source), .mark)
        }
      }
      switch member.key {
      case "autosize", "background":
        PropertyTable.view[member.key].map { check.check(member.key, block, $0) }
      case "fieldTitle": check.check(member.key, block, .words(FieldTitle.Style.self))
      case "font": check.check(member.key, block, .font)
      default: break
      }
    }
  }
}
