import Diagnostics
import Inputs
import Tables

extension MarkType {
  /// Whether a channel changes how a mark is drawn; where it doesn't, Vega-Lite drops it (`supportMark` in its channels).
  func shows(_ channel: Channel) -> Bool {
    switch channel {
    case .text: self == .text
    case .url: self == .image
    case .theta, .theta2, .radius, .radius2: self == .arc || self == .text
    case .shape: self == .point || self == .geoshape
    case .size:
      self != .arc && self != .area && self != .geoshape && self != .image && self != .rect
    default: true
    }
  }
}

extension Encoding {
  /// Warns of channels whose mark shows nothing of them.
  ///
  /// - Parameter written: The view's own encoding; what it inherits may be for other marks.
  func checkChannels(
    of mark: MarkType, written: Value?, _ findings: Findings
  ) {
    for channel in channels where !mark.shows(channel) && written?[channel.rawValue] != nil {
      let marks = MarkType.allCases.filter { $0.shows(channel) }.map { "\"\($0.rawValue)\"" }
      findings.warning(
        "spec.channel",
        "a \"\(mark.rawValue)\" shows nothing of the channel \"\(channel.rawValue)\"",
        at: self[channel]?.location, hints: ["marks that do: \(marks.joined(separator: ", "))"])
    }
  }
}
