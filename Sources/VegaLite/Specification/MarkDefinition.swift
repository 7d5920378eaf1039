import Diagnostics
import Graphics
import Inputs
import Tables

/// What a view draws, and all that is said of its looks.
struct MarkDefinition {
  enum Orientation: String, CaseIterable {
    case horizontal, vertical
  }

  var type: MarkType
  /// What the specification says of this very mark; nil where it only names it.
  var own: Located?
  /// Own properties, those of styles, of the config for the mark, its defaults, and those of all marks.
  var properties: Properties
  /// Which of those layers are styles.
  private let styles: Range<Int>
  var orientation: Orientation?
  var isFilled: Bool

  init(_ type: MarkType, own: Located?, encoding: Encoding, _ run: ChartRun) {
    self.type = type
    self.own = own?.value.object == nil ? nil : own
    let config = run.configuration
    let style = self.own?["style"]?.value
    let names =
      [type.rawValue] + (style?.array?.compactMap(\.string) ?? style?.string.map { [$0] } ?? [])
    let styled = config.styles(names)
    let before = self.own == nil ? 0 : 1
    styles = before..<(before + styled.count)
    properties = Properties(
      [self.own] + styled + config.block(type.rawValue)
        + [Located(type.defaults, in: ChartRun.builtIn)] + config.block("mark"), run)
    isFilled = properties.bool("filled") ?? type.isFilledByDefault
    orientation = nil
    orientation = Self.orientation(type, encoding, given: properties.word("orient"))
    self.own.map { Self.check($0, type.rawValue, run) }
  }

  /// A property of the mark itself or its config, vertical bars being a special case of none.
  func number(_ key: String) -> Double? { properties.number(key) }

  /// The colour for fill or stroke: that of the channel's own name, else `color` where the mark is filled by it.
  func paint(_ key: String, usesColor: Bool) -> Color?? {
    for (index, layer) in properties.layers.enumerated() {
      let one = Properties([layer], properties.run)
      // The colour of a mark goes before the fill or stroke of its style.
      if !usesColor || !styles.contains(index), let color = one.color(key) { return color }
      if usesColor, let color = one.color("color") { return color }
    }
    return nil
  }

  /// The direction bars grow and lines run, after Vega-Lite's rules.
  static func orientation(
    _ type: MarkType, _ encoding: Encoding, given: Orientation?
  ) -> Orientation? {
    let (x, y) = (encoding[.x], encoding[.y])
    let (x2, y2) = (encoding.has(.x2), encoding.has(.y2))
    let xOffset = encoding.hasQuantitativeOffset(.x)
    let yOffset = encoding.hasQuantitativeOffset(.y)
    let xField = x.flatMap { $0.isField ? $0 : nil }
    let yField = y.flatMap { $0.isField ? $0 : nil }
    switch type {
    case .point, .circle, .square, .rect, .image: return nil
    case .arc, .geoshape: return .vertical
    case .text, .bar:
      if y == nil, yOffset { return given ?? .vertical }
      if x == nil, xOffset { return given ?? .horizontal }
      if let xField, xField.isBinned || yField?.aggregate != nil && xField.aggregate == nil {
        return .vertical
      }
      if let yField, yField.isBinned || xField?.aggregate != nil && yField.aggregate == nil {
        return .horizontal
      }
      if x2 || y2 {
        if let given { return given }
        if !x2 {
          let measure =
            xField.map { $0.isUnbinnedQuantitative } ?? (x?.isUnbinnedQuantitative ?? false)
          return measure && yField?.isBinned == true ? .horizontal : .vertical
        }
        if !y2 {
          let measure =
            yField.map { $0.isUnbinnedQuantitative } ?? (y?.isUnbinnedQuantitative ?? false)
          return measure && xField?.isBinned == true ? .vertical : .horizontal
        }
      }
    case .rule where encoding.has(.longitude2) || encoding.has(.latitude2): return nil
    case .rule, .area, .line, .tick, .trail: break
    }
    if type == .text || type == .bar || type == .rule {
      if x2, xField?.isBinned != true, y2, yField?.isBinned != true { return nil }
    }
    if type == .text || type == .bar || type == .rule || type == .area {
      if y == nil, yOffset { return given ?? .vertical }
      if x == nil, xOffset { return given ?? .horizontal }
      if y2 { return yField?.isBinned == true ? .horizontal : .vertical }
      if x2 { return xField?.isBinned == true ? .vertical : .horizontal }
      if type == .rule {
        if x != nil, y == nil { return .vertical }
        if y != nil, x == nil { return .horizontal }
      }
    }
    if type == .trail { return .vertical }
    if let given { return given }
    let xMeasure = x?.isUnbinnedQuantitative ?? false
    let yMeasure = y?.isUnbinnedQuantitative ?? false
    // A tick stands across the direction a bar would grow in.
    if xMeasure, !yMeasure { return type == .tick ? .vertical : .horizontal }
    if !xMeasure, yMeasure { return type == .tick ? .horizontal : .vertical }
    if xMeasure, yMeasure { return .vertical }
    let xTemporal = xField?.type == .temporal
    let yTemporal = yField?.type == .temporal
    if xTemporal, !yTemporal { return .vertical }
    if !xTemporal, yTemporal { return .horizontal }
    return nil
  }
}
