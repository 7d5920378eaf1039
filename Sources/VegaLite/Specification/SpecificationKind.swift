import Diagnostics
import Inputs
import Tables

/// Tells a Vega-Lite specification from what is easily given in its place.
enum SpecificationKind {
  /// Reports a specification of Vega, or data.
  static func check(_ spec: Located, _ findings: Findings) {
    if let rows = spec.value.array, !rows.isEmpty, rows.allSatisfy({ $0.object != nil }) {
      findings.error(
        "spec.kind", "these are rows of data, not a specification", at: spec.location,
        hints: ["write {\"data\": {\"url\": \"\(name(of: spec.source))\"}, \"mark\": \"bar\", …}"])
      return
    }
    let schema = spec.value["$schema"]
    let isVega = schema?.string?.contains("/schema/vega/") ?? false
    guard isVega || spec.value["marks"]?.array != nil && spec.value["mark"] == nil else { return }
    findings.error(
      "spec.kind", "this is a specification of Vega, not of Vega-Lite",
      at: (isVega ? schema : spec.value["marks"]).map { SourceLocation(spec.source, $0.range) },
      hints: ["a Vega-Lite specification has \"mark\" and \"encoding\""])
  }

  private static func name(of source: Source) -> String {
    source.name.split(separator: "/").last.map { String($0) } ?? source.name
  }
}
