package import Diagnostics
import Formats
import Graphics
package import Inputs
import Tables

/// Charts that were drawn before, by all that they were drawn from: specification, look, size, and the rows they asked for.
///
/// A document that is set several times draws each chart once, and so do documents after each other that show the
/// same one. Bound to one shaper, since a chart's text is set with its fonts; a class, since all who draw share it.
package final class ChartMemo {
  /// What a chart is drawn from, but for its data.
  private struct Content: Hashable {
    /// With what its variables stand for.
    var spec: Value
    /// As it is written: values are equal in any order of members, pictures aren't.
    var source: [UInt8]
    var name: String
    var config: Value?
    var width: Double?
    var height: Double?
    var fixed: Size?
    var language: Language
    var family: String
    var ink: Color?
    var plainNumbers: ChartEnvironment.PlainNumbers
    var dataNames: [String]
    var now: Double?

    /// The text alone: of equal texts few stand for different charts, and all else takes longer to hash than to compare.
    func hash(into hasher: inout Hasher) { hasher.combine(source) }
  }

  private struct Entry {
    var chart: Chart
    /// What the names meant that the chart asked for.
    var tables: [(name: String, table: Table?)]
    /// Files may have changed when the next document is drawn.
    var readsFiles: Bool
    /// When it was last wanted.
    var lastUse: Int
  }

  private var entries: [Content: [Entry]] = [:]
  private var uses = 0

  /// What is kept from one document for the next.
  private static let mostCharts = 64
  private static let mostMarks = 20_000
  /// Of one specification over different rows: where rows never come again, looking for them is in vain.
  private static let mostOfOne = 16

  package init() {}

  /// How many charts are kept.
  var count: Int { entries.values.reduce(0) { $0 + $1.count } }

  /// Forgets what another document can't use, or what is more than should be kept.
  package func beginDocument() {
    let all = entries.values.joined()
    guard
      all.contains(where: \.readsFiles) || all.count > Self.mostCharts
        || all.reduce(0, { $0 + $1.chart.markCount }) > Self.mostMarks
        || entries.values.contains(where: { $0.count > Self.mostOfOne })
    else { return }
    var kept: [(content: Content, entry: Entry)] = entries.flatMap { content, list in
      list.filter { !$0.readsFiles }.map { (content, $0) }
    }
    kept.sort { $0.entry.lastUse > $1.entry.lastUse }
    entries = [:]
    var marks = 0
    for (content, entry) in kept.prefix(Self.mostCharts) {
      guard entries[content]?.count ?? 0 < Self.mostOfOne else { continue }
      marks += entry.chart.markCount
      if marks > Self.mostMarks { break }
      entries[content, default: []].append(entry)
    }
  }

  /// The chart as it was drawn before, or drawn now.
  package func chart(
    _ spec: Located, in environment: ChartEnvironment
  ) throws(DiagnosticError) -> Chart {
    uses += 1
    let content = Content(
      spec: spec.value, source: spec.source.bytes, name: spec.source.name,
      config: environment.config?.value,
      width: environment.containerWidth, height: environment.containerHeight,
      fixed: environment.fixedSize, language: environment.language,
      family: environment.fontFamily, ink: environment.labelInk,
      plainNumbers: environment.plainNumbers, dataNames: environment.dataNames,
      now: environment.now)
    var known = entries[content] ?? []
    var tables: [String: Table?] = [:]
    func table(_ name: String) -> Table? {
      if let table = tables[name] { return table }
      let table = environment.data(name)
      tables[name] = .some(table)
      return table
    }
    if let place = known.firstIndex(where: { $0.tables.allSatisfy { table($0.name) == $0.table } })
    {
      entries[content]?[place].lastUse = uses
      return known[place].chart
    }
    let log = ReadingLog()
    let chart = try ChartRenderer.draw(spec, in: log.watching(environment))
    known.append(
      Entry(chart: chart, tables: log.tables, readsFiles: log.readsFiles, lastUse: uses))
    entries[content] = known
    return chart
  }
}

/// What a chart reads while it is drawn; a class, since the environment's closures write to it.
private final class ReadingLog {
  private(set) var tables: [(name: String, table: Table?)] = []
  private(set) var readsFiles = false

  func watching(_ environment: ChartEnvironment) -> ChartEnvironment {
    var result = environment
    result.data = { [self] name in
      let table = environment.data(name)
      if !tables.contains(where: { $0.name == name }) { tables.append((name, table)) }
      return table
    }
    result.file = { [self] (url, location) throws(DiagnosticError) in
      readsFiles = true
      return try environment.file(url, location)
    }
    return result
  }
}
