import Inputs
import Tables

/// Takes `point` and `line` of a line or an area apart into marks of their own.
struct PathOverlay {
  let unit: UnitSpec
  let run: ChartRun

  func layers() -> [UnitSpec] {
    let mark = unit.mark
    switch mark.type {
    case .line, .area, .rule, .trail: break
    default: return [unit]
    }
    let point = overlay("point", alsoFor: unit.encoding.has(.shape))
    let line = mark.type == .area ? overlay("line", alsoFor: false) : nil
    guard point != nil || line != nil else { return [unit] }

    var base = unit
    base.encoding.set(.shape, [])
    if mark.type == .area, !mark.properties.has("opacity"), !mark.properties.has("fillOpacity") {
      // As if the mark itself said so: its legend is as see-through.
      let own = located([("opacity", 0.7)])
      if let written = mark.own {
        let whole = Located(written.value.setting([("opacity", 0.7)]), in: written.source)
        base.mark.own = whole
        base.mark.properties.layers[0] = whole
      } else {
        base.mark.own = own
        base.mark.properties = mark.properties.under(own)
      }
    }
    var encoding = unit.encoding
    if let stack = StackPlan(unit), let definition = encoding[stack.channel] {
      var stacked = definition
      stacked.stacking = .offset(stack.offset)
      encoding.set(stack.channel, [stacked])
    }
    encoding.set(.x2, [])
    encoding.set(.y2, [])
    var layers = [base]
    if let line {
      let picked = ["clip", "interpolate", "tension", "tooltip"].compactMap { key in
        mark.own?.value[key].map { (key, $0) }
      }
      layers.append(overlaid(.line, line, picked, encoding))
    }
    if let point {
      let picked = ["clip", "tooltip"].compactMap { key in mark.own?.value[key].map { (key, $0) } }
      layers.append(
        overlaid(.point, point, [("opacity", 1), ("filled", true)] + picked, encoding))
    }
    return layers
  }

  private func located(_ members: [(String, Value)]) -> Located {
    Located(.object(members), in: unit.mark.own?.source ?? ChartRun.builtIn)
  }

  /// The properties of an overlay; nil where there is none.
  private func overlay(_ key: String, alsoFor encoded: Bool) -> Located? {
    if let given = unit.mark.own?[key] { return Self.properties(given) }
    for block in run.configuration.block(unit.mark.type.rawValue) {
      if let given = block[key] { return Self.properties(given) }
    }
    return encoded ? located([]) : nil
  }

  private static func properties(_ given: Located) -> Located? {
    if given.value.string == "transparent" {
      return Located(.object([("opacity", 0)]), in: given.source)
    }
    if let flag = given.value.bool {
      return flag
        ? Located(Value(.object(Object()), range: given.value.range), in: given.source) : nil
    }
    return given.value.object == nil ? nil : given
  }

  private func overlaid(
    _ type: MarkType, _ given: Located, _ picked: [(String, Value)], _ encoding: Encoding
  ) -> UnitSpec {
    var members = given.value.object?.members ?? []
    for (key, value) in picked where given.value[key] == nil {
      members.append(Object.Member(key: key, value: value))
    }
    let own = Located(Value(.object(Object(members)), range: given.value.range), in: given.source)
    return UnitSpec(
      mark: MarkDefinition(type, own: own, encoding: encoding, run), encoding: encoding,
      location: unit.location)
  }
}
