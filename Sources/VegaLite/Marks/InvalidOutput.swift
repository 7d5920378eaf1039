import Inputs
import Tables

/// What stands for values that are null or no number, where they are shown at all.
struct InvalidOutput {
  let output: ScaleOutput?

  /// Nil where invalid values of a channel aren't shown.
  init?(
    _ frame: UnitFrame, _ channel: Channel, _ definition: ChannelDefinition, _ scale: Scale
  ) {
    guard definition.isField, !scale.type.isDiscrete, definition.aggregate?.counts != true else {
      return nil
    }
    let run = frame.run
    let given = run.configuration.value("scale")?["invalid"]?[channel.rawValue]
    guard given != nil || InvalidData(frame.mark) == .show else { return nil }
    if let value = given?["value"] {
      output = VisualEncoder.unscaled(
        PropertyValue(value, run.findings)?.evaluate(run) ?? .null, channel, run)
      return
    }
    guard let (first, _) = scale.bounds else {
      output = nil
      return
    }
    output = scale.output(.number(scale.includesZero ? 0 : first))
  }
}
