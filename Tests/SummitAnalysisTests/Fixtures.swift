import Diagnostics
import Foundation
import Inputs
import SummitAnalysis
import SummitData
import Tables

func sampleSource(_ year: Int) throws -> Source {
  let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  let name = "Samples/ai-one-team-summit-\(year).json"
  return Source(name: name, bytes: Array(try Data(contentsOf: folder.appending(path: name))))
}

func sampleTree(_ year: Int) throws -> Value {
  try JSONReader.read(sampleSource(year))
}

func sample(_ year: Int) throws -> Summit {
  let source = try sampleSource(year)
  return try Summit.decode(Located(JSONReader.read(source), in: source)).summit
}

/// The analysis of a sample, compared with those of other years.
func analysis(_ year: Int, with others: [Int] = []) throws -> Analysis {
  try Analysis(sample(year), comparedWith: others.map(sample))
}

extension Analysis {
  /// The cells of a column as short texts: numbers and texts as they are, of bilingual ones the English.
  func column(_ table: AnalysisTable.Name, _ column: String) -> [String] {
    guard let table = self[table]?.table, let index = table.columnIndex(column) else { return [] }
    return table.rows.map { $0[index].shown }
  }
}

extension Value {
  var shown: String {
    switch kind {
    case .null: "–"
    case .bool(let flag): flag ? "yes" : "no"
    case .number(let number): number.text
    case .string(let text): text
    case .array(let items): items.map(\.shown).joined(separator: " ")
    case .object(let object): object["en"]?.shown ?? object.keys.joined(separator: " ")
    }
  }
}
