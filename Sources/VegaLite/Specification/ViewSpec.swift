import Diagnostics
import Inputs
import Tables

/// A view as specified: what it draws, of which data, how large.
struct ViewSpec {
  indirect enum Body {
    case unit(UnitSpec)
    case layer([ViewSpec])
    /// Views beside each other.
    case concat([ViewSpec], CompositionLayout)
    /// The same view for each value of a field.
    case facet(FacetSpec)
  }

  enum Extent: Equatable {
    case fixed(Double)
    /// So many points for each value of a discrete scale.
    case step(Double, forPosition: Bool)
    case container
  }

  var reader: ObjectReader
  var body: Body
  /// The composite mark that the view is a part of.
  var composite: CompositeOrigin?

  var name: String? { reader.string("name") }
  var title: Located? { located("title") }
  /// Null data cuts a view off its parent's.
  var data: Located? { located("data") }
  var transforms: [Located] {
    (reader.array("transform") ?? []).map { reader.located($0) }
  }
  var view: Located? { located("view") }

  func located(_ key: String) -> Located? { reader.value[key].map { reader.located($0) } }

  func extent(_ key: String, _ run: ChartRun) -> Extent? {
    guard let value = reader[key] else { return nil }
    if value.string == "container" { return .container }
    if value.object != nil, value["expr"] == nil {
      guard let step = value["step"]?.double else {
        reader.mismatch(key, value, expected: "a number, {\"step\": …} or \"container\"")
        return nil
      }
      return .step(max(0, step), forPosition: value["for"]?.string == "position")
    }
    if let number = run.properties([reader.located(reader.value)]).number(key), number >= 0 {
      return .fixed(number)
    }
    reader.mismatch(key, value, expected: "a number, {\"step\": …} or \"container\"")
    return nil
  }

  /// Whether a scale, axis or legend of a channel is kept apart for each part of this view.
  func isIndependent(_ kind: String, _ channel: Channel) -> Bool? {
    reader.value["resolve"]?[kind]?[channel.rawValue]?.string.map { $0 == "independent" }
  }
}

/// A view to repeat for the values of one or two fields.
struct FacetSpec {
  /// `row`, `column` or `facet`.
  var channels: Encoding
  var child: ViewSpec
  var layout: CompositionLayout
}

/// One mark and its channels.
struct UnitSpec {
  var mark: MarkDefinition
  var encoding: Encoding
  var selections: [Selection] = []
  /// The map of a view that needs one.
  var projection: ProjectionSpec?
  var location: SourceLocation

  /// Whether these are labels whose author left their colour open.
  var labelsTakeAnyColor: Bool {
    mark.type == .text && mark.own?.value["color"] == nil && mark.own?.value["fill"] == nil
      && encoding[.color] == nil && encoding[.fill] == nil
  }
}
