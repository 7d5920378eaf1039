package import Inputs
import SummitData
import Tables

extension Analysis {
  /// The analysis as templates and charts see it: `analysis.sectors`, `analysis.counts.participants`.
  package var value: Value {
    let notes = tables.map { ($0.name.rawValue, $0.note?.value ?? .null) }
    let head: [(String, Value)] = [
      ("counts", counts), ("lists", lists), ("coverage", attendance.summit.coverage.value),
      ("notes", .object(notes)),
    ]
    return .object(head + tables.map { ($0.name.rawValue, $0.table.value) })
  }
}
