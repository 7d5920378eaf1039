import Graphics
import Inputs
import Tables

/// Scales in words: type, domain, range.
struct ScaleExplanation {
  let run: ChartRun

  /// Longer lists end in how many more there are.
  private static let most = 8

  static func list(_ texts: [String]) -> String {
    let shown = texts.prefix(most).joined(separator: ", ")
    return texts.count > most ? "\(shown), … \(texts.count - most) more" : shown
  }

  /// A number as JSON writes it, to a thousandth.
  func number(_ number: Double) -> String {
    let rounded = (number * 1000).rounded() / 1000
    return JSONWriter.compact(Datum.number(rounded.isFinite ? rounded : number).value)
  }

  func text(_ scale: Scale) -> String {
    switch scale.mapping {
    case .continuous(let continuous):
      "\(scale.type.rawValue), \(bounds(continuous, scale)) → "
        + continuous.range.map(number).joined(separator: " … ")
    case .ramp(let continuous, let ramp):
      "\(scale.type.rawValue), \(bounds(continuous, scale)) → \(Self.list(ramp.colors.map(\.hex)))"
    case .band(let band):
      "\(scale.type.rawValue), \(domain(scale)) → \(number(band.range.low)) … "
        + "\(number(band.range.high)), step \(number(band.step))"
    case .ordinal(let outputs):
      "\(scale.type.rawValue), \(domain(scale)) → \(self.outputs(outputs))"
    case .classes(let classes, let outputs):
      "\(scale.type.rawValue), \(Self.list(classes.thresholds.map(number))) → "
        + self.outputs(outputs)
    }
  }

  private func bounds(_ continuous: ContinuousScale, _ scale: Scale) -> String {
    continuous.domain.map { bound in
      scale.type.isTemporal ? text(.date(bound)) : number(bound)
    }.joined(separator: " … ")
  }

  private func domain(_ scale: Scale) -> String { "[\(Self.list(scale.domain.map(text)))]" }

  private func text(_ datum: Datum) -> String { JSONWriter.compact(datum.value) }

  private func outputs(_ outputs: [ScaleOutput]) -> String {
    Self.list(
      outputs.map { output in
        switch output {
        case .number(let value): number(value)
        case .color(let color): color?.hex ?? "none"
        // Shapes may be paths of any length.
        case .text(let text): text.count > 20 ? text.prefix(20) + "…" : text
        case .dash(let lengths): "[\(lengths.map(number).joined(separator: " "))]"
        }
      })
  }
}
