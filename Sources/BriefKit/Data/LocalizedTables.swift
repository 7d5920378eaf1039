import Diagnostics
import Documents
import Formats
import Inputs
import Tables

/// Named data as tables, each read once in each language that it is asked for in; a class, since charts of a run share it.
final class LocalizedTables {
  private struct Key: Hashable {
    var name: String
    var language: Language
  }

  private let data: [String: Located]
  private var asked: Set<String> = []
  private var tables: [Key: Table?] = [:]
  /// What was missing in the languages asked for.
  private(set) var warnings: [Diagnostic] = []

  /// - Parameter data: Lists, in all their languages.
  init(_ data: [String: Located]) {
    self.data = data
  }

  /// Data that nothing asked for.
  var unused: [String] { data.keys.filter { !asked.contains($0) }.sorted() }

  func table(_ name: String, in language: Language) -> Table? {
    asked.insert(name)
    let key = Key(name: name, language: language)
    if let known = tables[key] { return known }
    guard let file = data[name] else { return nil }
    let (value, notes) = Localization.read(file, in: language)
    warnings += notes
    let table = Table(value)
    tables[key] = table
    return table
  }
}
