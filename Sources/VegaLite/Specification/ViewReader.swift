import Diagnostics
import Inputs
import Tables

/// Reads views, merging what a layered view says for all its layers into each of them.
struct ViewReader {
  let run: ChartRun

  private var findings: Findings { run.findings }

  /// The top level may say more than a view inside another.
  static let topLevel = [
    "$schema", "config", "datasets", "usermeta", "background", "padding", "autosize",
  ]
  /// Names of versions before the fifth.
  private static let former = ["selection": "params"]
  private static let shared = [
    "name", "description", "title", "data", "transform", "width", "height", "view", "resolve",
    "params", "projection", "spacing", "align", "bounds", "center",
  ]

  func read(
    _ given: Located, isTop: Bool = false, inLayer: Bool = false, inherited: Value? = nil,
    selections outer: [Selection] = [], projection outerProjection: Value? = nil
  ) -> ViewSpec? {
    guard given.value.object != nil else {
      findings.error(
        "spec.type", "a view must be an object, not \(given.value.kindName)", at: given.location)
      return nil
    }
    guard run.countViews(at: given.location), let located = normalized(given) else { return nil }
    let reader = ObjectReader(located, findings)
    PropertyCheck(run: run).checkValues(located, .view)
    let selections = outer + self.selections(reader)
    let known = Self.shared + (isTop ? Self.topLevel : [])
    let projection = Self.over(outerProjection, reader.value["projection"])
    for key in ["facet", "concat", "hconcat", "vconcat"] {
      guard let value = reader[key] else { continue }
      guard !inLayer else {
        findings.error(
          "spec.layer", "a layer can't be a \"\(key)\"", at: reader.location(of: value),
          hints: ["put the layers into the views of the \"\(key)\""])
        return nil
      }
      reader.check(
        known: known + [key] + (key == "facet" ? ["spec"] : []) + CompositionLayout.known,
        former: Self.former, in: "a \"\(key)\" view")
      return key == "facet"
        ? facet(reader, value, selections) : concat(reader, key, selections)
    }
    if let layers = reader.array("layer") {
      reader.check(known: known + ["layer", "encoding"], former: Self.former, in: "a layered view")
      let encoding = Self.merged(inherited, reader.value["encoding"])
      let views = layers.compactMap {
        read(
          reader.located($0), inLayer: true, inherited: encoding, selections: selections,
          projection: projection)
      }
      // A composite mark whose parts are all switched off has none either.
      if layers.isEmpty, reader["layer"]?.range.isEmpty == false {
        findings.error(
          "spec.missing", "\"layer\" has no views",
          at: reader["layer"].map { reader.location(of: $0) } ?? reader.location)
      }
      return ViewSpec(reader: reader, body: .layer(views))
    }
    // A "layer" that is no list is told of by now.
    guard reader["layer"] == nil else { return nil }
    guard let mark = reader["mark"] else {
      findings.error(
        "spec.missing", "a view needs \"mark\", \"layer\", \"facet\", \"repeat\" or a concat",
        at: located.location, hints: ["for example \"mark\": \"bar\""])
      return nil
    }
    reader.check(known: known + ["mark", "encoding"], former: Self.former, in: "a view")
    return unit(
      reader, mark: reader.located(mark), isTop: isTop, inLayer: inLayer, inherited: inherited,
      selections: selections, projection: projection)
  }

  private func selections(_ reader: ObjectReader) -> [Selection] {
    (reader.value["params"]?.array ?? []).compactMap {
      $0.object == nil ? nil : Selection(ObjectReader(reader.located($0), findings))
    }
  }

  /// The view in its plain form: repeats written out, facet channels as a facet.
  private func normalized(_ given: Located) -> Located? {
    var value = given.value
    while value["repeat"] != nil {
      guard let expanded = Repetition(in: given.source, findings).expanded(value) else {
        return nil
      }
      value = expanded
    }
    if value["mark"] != nil, FacetChannels.areUsed(in: value) {
      FacetChannels.warnOfUnused(in: given, findings)
      value = FacetChannels.hoisted(value)
    }
    return Located(value, in: given.source)
  }

  private func concat(
    _ reader: ObjectReader, _ key: String, _ selections: [Selection]
  ) -> ViewSpec {
    let views = (reader.array(key) ?? []).compactMap {
      read(reader.located($0), selections: selections)
    }
    if views.isEmpty {
      findings.error(
        "spec.missing", "\"\(key)\" has no views",
        at: reader[key].map { reader.location(of: $0) } ?? reader.location)
    }
    var layout = CompositionLayout(reader, operator: "concat", wraps: key == "concat", run)
    if key == "vconcat" { layout.columns = 1 }
    return ViewSpec(reader: reader, body: .concat(views, layout))
  }

  private func facet(
    _ reader: ObjectReader, _ value: Value, _ selections: [Selection]
  ) -> ViewSpec? {
    guard let spec = reader["spec"] else {
      reader.missing("spec", in: "a facet")
      return nil
    }
    let wraps = value["row"] == nil && value["column"] == nil
    if wraps, let columns = value["columns"] {
      findings.warning(
        "spec.place", "\"columns\" of a facet of its own stands beside \"facet\", not in it",
        at: reader.location(of: columns))
    }
    let mapping: Value = wraps ? Value(.object(Object([.init(key: "facet", value: value)]))) : value
    let channels = Encoding(Located(mapping, in: reader.source), run)
    for channel in channels.channels where channels[channel]?.field == nil {
      findings.error(
        "spec.missing", "a facet needs \"field\"", at: channels[channel]?.location)
    }
    if channels.channels.isEmpty {
      findings.error(
        "spec.missing", "a facet needs \"field\", or \"row\" or \"column\" with one",
        at: reader.location(of: value))
    }
    guard let child = read(reader.located(spec), selections: selections) else { return nil }
    let layout = CompositionLayout(reader, operator: "facet", wraps: wraps, run)
    return ViewSpec(
      reader: reader, body: .facet(FacetSpec(channels: channels, child: child, layout: layout)))
  }

  private func unit(
    _ reader: ObjectReader, mark: Located, isTop: Bool, inLayer: Bool, inherited: Value?,
    selections: [Selection], projection: Value?
  ) -> ViewSpec? {
    let name = mark.value.string ?? mark.value["type"]?.string
    guard let name else {
      findings.error(
        "spec.type", "\"mark\" must be the name of a mark or an object with \"type\"",
        at: mark.location)
      return nil
    }
    let merged = Self.merged(inherited, reader.value["encoding"])
    if let type = CompositeMarkType(rawValue: name) {
      if mark.value.object != nil { MarkDefinition.check(mark, name, run) }
      if let extent = mark["extent"] {
        PropertyCheck(run: run).check("extent", extent, type.extent)
      }
      let composite = CompositeMark(
        type, reader, mark: mark.value, encoding: merged ?? .object([]), run)
      return composite.layers().flatMap {
        read(reader.located($0), isTop: isTop, inLayer: inLayer, projection: projection)?
          .made(of: CompositeOrigin(composite))
      }
    }
    guard let type = MarkType(rawValue: name) else {
      findings.error(
        "spec.word", "unknown mark \"\(name)\"", at: (mark["type"] ?? mark).location,
        hints: WordHints.hints(
          for: name,
          in: MarkType.allCases.map(\.rawValue) + CompositeMarkType.allCases.map(\.rawValue)))
      return nil
    }
    let encoding = Encoding(merged.map { reader.located($0) }, run)
    for channel in encoding.channels {
      switch channel {
      case .xError, .xError2, .yError, .yError2, .time:
        findings.error(
          "spec.unbuilt", "the channel \"\(channel.rawValue)\" is not built yet",
          at: encoding[channel]?.location)
      case .row, .column, .facet:
        findings.error(
          "spec.layer", "a layer can't have the channel \"\(channel.rawValue)\"",
          at: encoding[channel]?.location,
          hints: ["put the layers into the \"spec\" of a \"facet\""])
      default: break
      }
    }
    if !inLayer { encoding.checkSorts(findings) }
    var definition = MarkDefinition(type, own: mark, encoding: encoding, run)
    if type == .geoshape, reader.value["data"]?["graticule"] != nil,
      !definition.properties.has("filled")
    {
      // A net of lines has nothing to fill.
      definition.isFilled = false
    }
    let viewName = reader.string("name") ?? ""
    let own = selections.filter { $0.views?.contains(viewName) ?? true }
    for selection in own {
      run.selections.set(selection.name, selection.tests(encoding))
      run.evaluation.parameters[selection.name] = run.selections.record(selection.name)
    }
    var spec = UnitSpec(
      mark: definition, encoding: encoding, selections: own, location: mark.location)
    if type == .geoshape || encoding.has(.longitude) || encoding.has(.latitude) {
      spec.projection = ProjectionSpec(projection.map { reader.located($0) }, run)
    }
    let layers = PathOverlay(unit: spec, run: run).layers()
    guard layers.count > 1 else {
      encoding.checkChannels(of: type, written: reader.value["encoding"], findings)
      return ViewSpec(reader: reader, body: .unit(layers.first ?? spec))
    }
    let empty = ObjectReader(reader.located(.object([])), findings)
    return ViewSpec(
      reader: reader,
      body: .layer(layers.map { ViewSpec(reader: empty, body: .unit($0)) }))
  }

  /// Channel definitions of a layer over those it inherits, member by member.
  static func merged(_ outer: Value?, _ inner: Value?) -> Value? {
    guard let outer = outer?.object else { return inner }
    guard let inner = inner?.object else { return Value(.object(outer)) }
    var members: [Object.Member] = []
    for member in outer.members {
      guard let nearer = inner[member.key] else {
        members.append(member)
        continue
      }
      // A layer's plain value does away with what it inherits, its constant with the field alone.
      let replaces =
        nearer.object == nil || nearer["value"] != nil || member.value.object == nil
      let inherited =
        nearer["datum"] != nil
        ? member.value.withoutField
        : nearer["field"] != nil ? member.value.without(["datum", "value"]) : member.value
      members.append(
        Object.Member(
          key: member.key, keyRange: member.keyRange,
          value: replaces ? nearer : self.over(inherited, nearer)))
    }
    for member in inner.members where outer[member.key] == nil { members.append(member) }
    return Value(.object(Object(members)), range: Value(.object(inner)).range)
  }

  /// An inner view's projection over the one around it.
  private static func over(_ outer: Value?, _ inner: Value?) -> Value? {
    guard let outer, let inner else { return inner ?? outer }
    return over(outer, inner) as Value
  }

  private static func over(_ outer: Value, _ inner: Value) -> Value {
    guard let a = outer.object, let b = inner.object else { return inner }
    let kept = a.members.filter { b[$0.key] == nil }
    return Value(.object(Object(b.members + kept)), range: inner.range)
  }
}

extension Value {
  /// A channel's definition without what says which values it shows: scale, guides and the like stay.
  fileprivate var withoutField: Value {
    without(["field", "aggregate", "bin", "timeUnit", "stack", "sort"])
  }

  fileprivate func without(_ keys: Set<String>) -> Value {
    guard let object else { return self }
    return Value(
      .object(Object(object.members.filter { !keys.contains($0.key) })), range: range)
  }
}
