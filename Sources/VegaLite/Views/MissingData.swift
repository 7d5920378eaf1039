import Diagnostics
import Formats
import Inputs
import Tables

/// Warns of views that show nothing since their data have nothing to show.
struct MissingData {
  let run: ChartRun

  /// A view of fields without any data.
  func checkPresence(of unit: UnitSpec, isGiven: Bool) {
    guard !isGiven, !unit.encoding.fields.isEmpty else { return }
    run.findings.warning(
      "data.missing", "the view has no data", at: unit.location,
      hints: ["write \"data\": {\"url\": \"FILE.csv\"} or \"data\": {\"values\": [{…}, {…}]}"])
  }

  /// Data without a row, unless something else is wrong with them.
  func check(_ frame: Frame, of data: Located) {
    guard frame.count == 0, data.value.object != nil, !run.findings.diagnostics.hasErrors else {
      return
    }
    let name = (data.value["url"] ?? data.value["name"])?.string
    run.findings.warning(
      "data.empty", "the data\(name.map { " \"\($0)\"" } ?? "") have no rows", at: data.location)
  }

  /// A transform that leaves nothing of its rows; what a selection chooses may be nothing.
  func check(_ frame: Frame, after transform: Located, from count: Int) {
    guard frame.count == 0, count > 0, transform.isWritten, !chooses(transform),
      !run.findings.diagnostics.hasErrors
    else { return }
    run.findings.warning(
      "data.empty",
      "no row is left after \"\(TransformReader.name(of: transform) ?? "transform")\"",
      at: transform.location)
  }

  /// Whether a filter asks for what is selected, by a test or in an expression.
  private func chooses(_ transform: Located) -> Bool {
    guard let filter = transform["filter"] else { return false }
    func chooses(_ test: Located) -> Bool {
      if let text = test.value.string {
        let names = (try? Expression(text, at: test.location).parameters) ?? []
        return names.contains { run.selections.has($0) }
      }
      if test.value["param"] != nil { return true }
      return ["and", "or", "not"].contains { key in
        guard let inner = test[key] else { return false }
        return (inner.value.array ?? [inner.value]).contains {
          chooses(Located($0, in: inner.source))
        }
      }
    }
    return chooses(filter)
  }

  /// Columns in which nothing can be shown; those that are left of a composite mark's are none of its author's.
  func check(_ unit: UnitSpec, in spec: ViewSpec, _ frame: Frame) {
    guard frame.count > 0, spec.transforms.allSatisfy(\.isWritten) else { return }
    for definition in unit.encoding.fields where definition.channel.hasScale {
      guard let field = definition.field, let place = definition.reader["field"],
        frame.has(FieldPath(field)), Self.needsValues(definition)
      else { continue }
      let cells = frame.cells(FieldPath(field))
      let location = definition.reader.location(of: place)
      if cells.allSatisfy(\.isNull) {
        run.findings.warning(
          "data.null", "no row has a value of \"\(field)\"", at: location)
        continue
      }
      checkYears(definition, cells, at: location)
      guard let kind = Self.kind(definition), !cells.contains(where: { kind.isValid($0) }),
        let example = cells.first(where: { !$0.isNull })
      else { continue }
      run.findings.warning(
        "data.kind", "no row has a \(kind.name) in \"\(field)\"", at: location,
        hints: example.string.map { [Self.hint(for: $0, definition)] } ?? [
          UnreadableCells.hint(forDatesOf: field)
        ])
    }
  }

  /// Numbers that are years to a reader, and milliseconds since 1970 to Vega-Lite.
  private func checkYears(
    _ definition: ChannelDefinition, _ cells: [Datum], at location: SourceLocation
  ) {
    guard definition.type == .temporal, definition.timeUnit == nil,
      let example = cells.first(where: { !$0.isNull }),
      cells.allSatisfy({ $0.isNull || 1000..<3000 ~= $0.asNumber })
    else { return }
    let year = example.asNumber.jsText
    run.findings.warning(
      "data.years", "\(year) is read as milliseconds since 1970, not as a year", at: location,
      hints: ["write \"type\": \"ordinal\" for years, or texts such as \"\(year)\""])
  }

  /// Views none of whose marks has a place in the picture, though they have rows and nothing else was said of them.
  func checkShown(_ units: [UnitNode]) {
    guard run.findings.diagnostics.isEmpty else { return }
    for unit in units where unit.data.marks.count > 0 && !run.shownUnits.contains(unit.id) {
      guard unit.view.transforms.allSatisfy(\.isWritten) else { continue }
      run.findings.warning(
        "chart.unseen", "nothing of the mark can be seen", at: unit.unit.location,
        hints: ["look at its scales and rows: brief chart SPEC --explain"])
    }
  }

  /// A domain of numbers that begins where it ends: everything has one place, and bars no length.
  func checkExtents(_ unit: UnitSpec) {
    for definition in unit.encoding.fields where definition.type == .quantitative {
      guard let domain = definition.scale?["domain"], let items = domain.value.array,
        let first = items.first?.double, items.count > 1,
        items.allSatisfy({ $0.double == first })
      else { continue }
      run.findings.warning(
        "chart.domain",
        "the domain of \"\(definition.channel.rawValue)\" begins and ends at \(first.jsText)",
        at: domain.location, hints: ["write the least and the greatest value: [0, 100]"])
    }
  }

  /// Values that a listed domain leaves out, and which aren't drawn for it.
  func checkDomains(_ unit: UnitSpec, _ rows: Frame) {
    for definition in unit.encoding.fields where definition.type.isDiscrete {
      guard let domain = definition.scale?["domain"], let items = domain.value.array,
        !definition.isBinning, definition.timeUnit == nil, rows.has(definition.column),
        items.allSatisfy({ $0.object == nil })
      else { continue }
      let known = Set(items.map { Datum($0) })
      guard let other = rows.cells(definition.column).first(where: { !known.contains($0) }) else {
        continue
      }
      run.findings.warning(
        "data.domain",
        "the domain of \"\(definition.channel.rawValue)\" leaves out "
          + "\(JSONWriter.compact(other.value)), which isn't drawn", at: domain.location)
    }
  }

  private static func hint(for text: String, _ definition: ChannelDefinition) -> String {
    let plain = text.filter { $0 != "," }
    let instead =
      plain != text && !Datum.number(from: plain).isNaN
      ? "write numbers without separators: \(plain)"
      : definition.aggregate == nil
        ? "write \"type\": \"nominal\" for names" : "\"aggregate\": \"count\" counts rows"
    return "\(JSONWriter.compact(.string(text))) is none; \(instead)"
  }

  /// Whether it is made of the values of its field, not of their number.
  private static func needsValues(_ definition: ChannelDefinition) -> Bool {
    switch definition.aggregate {
    case nil: true
    case .argmin?, .argmax?: false
    case .operation(let operation, _)?:
      switch operation {
      case .count, .valid, .missing, .distinct, .values: false
      default: true
      }
    }
  }

  private struct Kind {
    var name: String
    var isValid: (Datum) -> Bool
  }

  private static func kind(_ definition: ChannelDefinition) -> Kind? {
    if definition.type == .temporal || definition.timeUnit != nil {
      return Kind(name: "date") { Dates.date($0).asNumber.isFinite }
    }
    guard definition.type == .quantitative else { return nil }
    return Kind(name: "number") { !$0.isNull && $0.asNumber.isFinite }
  }
}

extension Located {
  /// Whether somebody wrote the value, rather than a program for a composite mark.
  fileprivate var isWritten: Bool { !value.range.isEmpty }
}
