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
