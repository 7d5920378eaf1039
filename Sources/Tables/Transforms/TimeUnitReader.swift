import Diagnostics
import Formats
import Inputs

extension TimeUnit {
  /// Reads a unit: its name, or an object with `unit`, `step`, `utc` and `binned`.
  package init?(_ reader: ObjectReader, _ key: String) {
    guard let value = reader[key] else { return nil }
    var name = value.string
    var step = 1
    var (isUTC, isBinned) = (false, false)
    if value.object != nil, let inner = reader.object(key) {
      inner.check(known: ["unit", "step", "utc", "binned", "maxbins"], in: "a time unit")
      name = inner.string("unit")
      step = inner.number("step").map { Int(clamping: $0, to: 1...100_000) } ?? 1
      isUTC = inner.bool("utc") ?? false
      isBinned = inner.bool("binned") ?? false
      if name == nil {
        reader.findings.error(
          "spec.unbuilt", "a time unit chosen from \"maxbins\" is not built yet",
          at: reader.location(of: value), hints: ["name one: \"timeUnit\": \"yearmonth\""])
        return nil
      }
    }
    guard let name else {
      reader.mismatch(key, value, expected: "the name of a unit or an object")
      return nil
    }
    guard var unit = TimeUnit(name, step: step) else {
      reader.findings.error(
        "spec.word", "unknown time unit \"\(name)\"", at: reader.location(of: value),
        hints: Suggestion.hints(for: name, in: TimeUnit.names))
      return nil
    }
    unit.isUTC = unit.isUTC || isUTC
    unit.isBinned = unit.isBinned || isBinned
    self = unit
  }
}
