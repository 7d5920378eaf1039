import Diagnostics
import Documents

extension Composer {
  /// The length that an attribute gives, in points; nil where it gives none, which is an error if it is there.
  ///
  /// - Parameter whole: What a percentage is a share of; nil where there may be none.
  func length(
    _ key: String, of attributes: Attributes, at location: SourceLocation?,
    in bounds: ClosedRange<Double>, whole: Double? = nil
  ) -> Double? {
    guard let text = attributes[key] else { return nil }
    let points: Double?
    if let whole, text.hasSuffix("%") {
      points = Double(text.dropLast()).map { whole * $0 / 100 }
    } else {
      points = Length.points(text)
    }
    let example = whole == nil ? "\(key)=60mm" : "\(key)=98mm or \(key)=60%"
    guard let points, points.isFinite else {
      fail(
        "block.length", "\"\(text)\" is no length for \"\(key)\"", at: location,
        hints: ["write \(example)"])
      return nil
    }
    guard bounds.contains(points) else {
      let fault = points < bounds.lowerBound ? "small" : "large"
      fail(
        "block.length", "\"\(text)\" is too \(fault) for \"\(key)\"", at: location,
        hints: [
          "it may be \(Self.shown(bounds.lowerBound)) to \(Self.shown(bounds.upperBound)) here"
        ])
      return nil
    }
    return points
  }

  /// A length in a reader's words.
  static func shown(_ points: Double) -> String {
    let millimetres = (points * 25.4 / 72).rounded()
    return "\(Int(exactly: millimetres) ?? 0) mm"
  }
}
