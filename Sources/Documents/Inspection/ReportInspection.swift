package import Diagnostics
import Inputs

/// What a report reads, what its data give, what is missing, and what is never used.
package struct ReportInspection: Sendable {
  /// A place in the data that nothing in the report reads.
  package struct Unused: Sendable {
    package var path: String
    package var shape: DataShape
  }

  package var reads: [ReportRead]
  package var unused: [Unused]

  /// The reads that the data has nothing for.
  package var missing: [ReportRead] {
    reads.filter { $0.shape == nil && !$0.isHypothetical }
  }
}

extension ReportFolder {
  /// Looks through the report's texts, partials, charts and tables without expanding them.
  ///
  /// - Parameter data: Nil tells only what is read.
  package func inspect(_ data: ReportData?) throws(DiagnosticError) -> ReportInspection {
    let roots = try data.map { data throws(DiagnosticError) in try shapes(of: data) }
    let scope = StaticScope(roots: roots)
    var collector = ReadCollector(
      partials: partials,
      specifications: .init(
        // One that can't be read is said where it is drawn.
        chart: { try? specification($0, in: .json) }, table: { try? specification($0, in: .yaml) }))
    let texts = [
      frontMatter.title, frontMatter.subtitle, frontMatter.author, frontMatter.date,
      frontMatter.watermark,
    ]
    let corners = [frontMatter.pageTexts, frontMatter.firstPageTexts, frontMatter.evenPageTexts]
      .compactMap(\.self).flatMap { [$0.headLeft, $0.headRight, $0.footLeft, $0.footRight] }
    for text in (texts + corners).compactMap(\.self) {
      collector.visit(text.text, at: text.location, in: scope)
    }
    if let sources = frontMatter.sources, let path = try? NamePath(sources.text) {
      let list = collector.note(
        path, .rows, isOptional: false, at: sources.location, in: scope)
      if case .found(let place) = list {
        for key in ["id", "text"] {
          collector.note(field: key, of: place.entered, at: sources.location)
        }
      }
    }
    for table in frontMatter.tables { collector.visit(derived: table, in: scope) }
    collector.visit(template, in: scope)
    let unused = UnusedData(collector.reads, tables: frontMatter.tables, scope: scope)
    let files = data?.entries.filter { $0.source != nil } ?? []
    return ReportInspection(
      reads: collector.reads,
      unused: files.flatMap { entry -> [ReportInspection.Unused] in
        guard case .found(let place) = scope.look(up: NamePath(segments: [entry.name])) else {
          return []
        }
        return unused.below(place)
      })
  }

  /// The shapes of all names in reach, derived tables included.
  private func shapes(
    of data: ReportData
  ) throws(DiagnosticError) -> [(String, DataShape)] {
    let report: Value = .object(
      ["title", "subtitle", "author", "date"].map { ($0, .string("")) })
    return try names(in: data).names.map { ($0.0, DataShape($0.1.value)) }
      + [("@report", DataShape(report))]
  }
}
