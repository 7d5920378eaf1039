import Inputs

/// How far axes are shifted so that their lines fall on whole pixels.
struct AxisTranslation {
  let frame: UnitFrame

  init(_ frame: UnitFrame) {
    self.frame = frame
  }

  func value(_ channel: Channel) -> Double {
    let own = frame.encoding[channel]?.axis
    let layers = [own?.value.object == nil ? nil : own] + frame.run.configuration.given("axis")
    return frame.run.properties(layers).number("translate") ?? 0.5
  }
}
