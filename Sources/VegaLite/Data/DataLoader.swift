import Diagnostics
import Inputs
import Tables

/// Reads the data of a view: values, a file, or data by name.
final class DataLoader {
  private let run: ChartRun
  /// `datasets` at the top of the specification.
  private let datasets: Located?
  private var loaded: [String: Frame] = [:]
  private var named: [String: Frame] = [:]

  init(_ run: ChartRun, datasets: Located?) {
    self.run = run
    self.datasets = datasets
  }

  private var findings: Findings { run.findings }

  func load(_ located: Located) -> Frame {
    guard located.value.object != nil else {
      if !located.value.isNull {
        findings.error(
          "spec.type", "\"data\" must be an object, not \(located.value.kindName)",
          at: located.location)
      }
      return Frame()
    }
    let reader = ObjectReader(located, findings)
    reader.check(
      known: ["values", "url", "name", "format", "sequence", "graticule", "sphere"], in: "data")
    let format = reader.object("format")
    format?.check(
      known: ["type", "parse", "property", "delimiter", "feature", "mesh", "filter"], in: "format")
    let frame: Frame
    if let values = reader["values"] {
      frame = self.values(reader.located(values), format)
    } else if let url = reader["url"] {
      frame = file(url, reader, format)
    } else if let sequence = reader.object("sequence") {
      frame = self.sequence(sequence)
    } else if let graticule = reader["graticule"] {
      let net =
        graticule.object == nil
        ? Graticule() : Graticule(ObjectReader(reader.located(graticule), findings))
      frame = Self.frame([net.geometry])
    } else if reader.has("sphere") {
      frame = Self.frame([.record(.init([("type", "Sphere")]))])
    } else if let name = reader.string("name"), let place = reader["name"] {
      frame = external(name, reader.location(of: place), format)
    } else {
      findings.error(
        "spec.missing", "data needs \"values\", \"url\" or \"name\"", at: located.location)
      frame = Frame()
    }
    let result = parsed(frame, format)
    if let name = reader.value["name"]?.string { named[name] = result }
    return result
  }

  /// What an explanation calls data: its file, its name, or how it is given.
  static func name(of data: Located) -> String {
    for key in ["url", "name"] {
      if let name = data.value[key]?.string { return "data \(name)" }
    }
    return data.value.object?.members.first.map { "data, \($0.key)" } ?? "data"
  }

  /// The rows of data that has a name; nil where no view has read data of that name.
  func rows(_ name: String) -> Frame? { named[name] }

  /// A table of records.
  private static func frame(_ records: [Datum]) -> Frame {
    var names: [String] = []
    var known: Set<String> = []
    for record in records {
      for name in record.record?.names ?? [] where known.insert(name).inserted {
        names.append(name)
      }
    }
    return Frame(
      names.map { name in (name: name, cells: records.map { $0.record?[name] ?? .null }) })
  }

  private func values(_ located: Located, _ format: ObjectReader?) -> Frame {
    if let text = located.value.string {
      // A text is the content of a file.
      let source = Source(name: "\(located.source.name), its text of data", text: text)
      return content(source, kind: format?.string("type") ?? "json", format)
    }
    if format?.string("type") == "topojson" {
      return topology(located.value, format, at: located.location)
    }
    if located.value.object != nil, format?.has("property") != true {
      return table(.array([located.value]), at: located.location)
    }
    return table(property(located.value, format), at: located.location)
  }

  private func table(_ value: Value, at location: SourceLocation?) -> Frame {
    guard let items = value.array else {
      findings.error(
        "data.list", "the data must be a list of rows, not \(value.kindName)", at: location)
      return Frame()
    }
    if items.count > run.environment.limits[.rows] {
      findings.add(run.environment.limits.exceeded(.rows, by: "the data", at: location))
      return Frame()
    }
    return Frame(rows: items)
  }

  /// What stands under `format.property`.
  private func property(_ value: Value, _ format: ObjectReader?) -> Value {
    guard let name = format?.string("property") else { return value }
    var current = value
    for part in name.split(separator: ".") { current = current[String(part)] ?? .null }
    return current
  }

  private func file(_ url: Value, _ reader: ObjectReader, _ format: ObjectReader?) -> Frame {
    guard let path = url.string else {
      reader.mismatch("url", url, expected: "a text")
      return Frame()
    }
    let kind = format?.string("type") ?? Self.kind(ofPath: path)
    let parts = ["property", "feature", "mesh", "filter", "delimiter"].map {
      format?.string($0) ?? ""
    }
    let name = "\(kind) \(parts.joined(separator: " ")) \(path)"
    if let known = loaded[name] { return known }
    let location = reader.location(of: url)
    guard
      let source = findings.attempt({ () throws(DiagnosticError) in
        try run.file(path, at: location)
      })
    else { return Frame() }
    let key = FrameCache.Key(source: source, kind: kind, parts: parts)
    let frame = run.environment.frames[key] ?? content(key, format)
    loaded[name] = frame
    return frame
  }

  /// The rows of a file that no chart has drawn before; where there is nothing to say of it, the next one needn't read it.
  private func content(_ key: FrameCache.Key, _ format: ObjectReader?) -> Frame {
    let said = findings.diagnostics.count
    let frame = content(key.source, kind: key.kind, format)
    if findings.diagnostics.count == said { run.environment.frames.keep(frame, for: key) }
    return frame
  }

  private static func kind(ofPath path: String) -> String {
    let ending = path.split(separator: ".").last.map { $0.lowercased() } ?? ""
    return ["csv", "tsv"].contains(ending) ? ending : "json"
  }

  private func content(_ source: Source, kind: String, _ format: ObjectReader?) -> Frame {
    let limits = run.environment.limits
    let value = findings.attempt { () throws(DiagnosticError) -> Value in
      switch kind {
      case "csv": try Self.texts(source, .comma, limits)
      case "tsv": try Self.texts(source, .tab, limits)
      case "dsv": try Self.texts(source, try Self.separator(format), limits)
      case "json", "topojson": try JSONReader.read(source, limits: limits)
      default:
        throw DiagnosticError(
          .error(
            "spec.unbuilt", "data of type \"\(kind)\" is not built yet", at: format?.location,
            hints: ["json, csv, tsv, dsv and topojson are"]))
      }
    }
    guard let value else { return Frame() }
    if kind == "topojson" { return topology(value, format, at: SourceLocation(source)) }
    let inner = property(value, format)
    return table(
      inner.object == nil ? inner : .array([inner]), at: SourceLocation(source))
  }

  /// The features, or the borders, of an object in a TopoJSON file.
  private func topology(
    _ value: Value, _ format: ObjectReader?, at location: SourceLocation?
  ) -> Frame {
    guard let topology = TopoJSON(value) else {
      findings.error("data.topojson", "the data is no TopoJSON topology", at: location)
      return Frame()
    }
    guard let name = format?.string("feature") ?? format?.string("mesh") else {
      findings.error(
        "spec.missing", "TopoJSON needs \"feature\" or \"mesh\", the name of an object in it",
        at: format?.location, hints: ["it has " + topology.names.joined(separator: ", ")])
      return Frame()
    }
    let rows =
      format?.has("feature") == true
      ? topology.features(name)
      : topology.mesh(name, format?.word("filter")).map { [$0] }
    guard let rows else {
      findings.error(
        "data.topojson", "the TopoJSON has no object \"\(name)\"", at: format?.location,
        hints: Suggestion.hints(for: name, in: topology.names))
      return Frame()
    }
    return Self.frame(rows)
  }

  /// The delimiter of a file whose kind doesn't say it.
  private static func separator(_ format: ObjectReader?) throws(DiagnosticError) -> CSVSeparator {
    guard let text = format?.string("delimiter") else {
      throw DiagnosticError(
        .error("spec.missing", "data of type \"dsv\" needs \"delimiter\"", at: format?.location))
    }
    let known: [String: CSVSeparator] = [",": .comma, "\t": .tab, ";": .semicolon, "|": .bar]
    guard let separator = known[text] else {
      throw DiagnosticError(
        .error(
          "spec.unbuilt", "the delimiter \"\(text)\" is not built", at: format?.location,
          hints: ["a comma, a tab, \";\" and \"|\" are"]))
    }
    return separator
  }

  /// The rows of a CSV file, all cells as texts: what they mean is said by `parse` and the encoding, as in Vega-Lite.
  private static func texts(
    _ source: Source, _ separator: CSVSeparator, _ limits: Limits
  ) throws(DiagnosticError) -> Value {
    try CSVReader.read(source, separator: separator, standard: .text, limits: limits)
  }

  private func external(_ name: String, _ location: SourceLocation, _ format: ObjectReader?)
    -> Frame
  {
    if let inline = datasets?[name] { return values(inline, format) }
    if let table = run.environment.data(name) { return Frame(table) }
    let known = run.environment.dataNames + (datasets?.value.object?.keys ?? [])
    findings.error(
      "data.unknown", "unknown data \"\(name)\"", at: location,
      hints: Suggestion.hints(for: name, in: known))
    return Frame()
  }

  private func sequence(_ reader: ObjectReader) -> Frame {
    reader.check(known: ["start", "stop", "step", "as"], in: "a sequence")
    let numbers = TransformReader(findings, limits: run.environment.limits).sequence(reader)
    return Frame([(name: reader.string("as") ?? "data", cells: numbers)])
  }

  /// The columns that `format.parse` names, read as it says.
  private func parsed(_ frame: Frame, _ format: ObjectReader?) -> Frame {
    guard let parse = format?.object("parse") else { return frame }
    var result = frame
    for member in parse.object.members {
      guard let kind = member.value.string else { continue }
      let path = FieldPath(member.key)
      guard let parser = ColumnParser(kind) else {
        findings.error(
          "spec.word", "unknown way \"\(kind)\" to parse \"\(member.key)\"",
          at: parse.location(of: member.value),
          hints: ["number, boolean, string, date, date:'%Y-%m-%d'"])
        continue
      }
      result.set(path.name, result.cells(path).map(parser.parse))
    }
    return result
  }
}
