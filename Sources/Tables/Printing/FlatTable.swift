package import Formats
package import Inputs

/// A table without bilingual cells, as it is printed: of a bilingual column one language, or each in a column.
package struct FlatTable: Sendable {
  package struct Column: Sendable {
    package var name: String
    package var title: LocalizedText?
  }

  package var columns: [Column] = []
  package var rows: [[Value]]

  /// - Parameter language: The language to keep, the other standing in where it is missing; nil keeps both, in
  ///   columns named like `label_ko` and `label_en`.
  package init(_ table: Table, language: Language?) {
    rows = table.rows.map { _ in [] }
    for (position, column) in table.columns.enumerated() {
      let cells = table.rows.map { $0[position] }
      guard cells.contains(where: { $0.bilingual != nil }) else {
        append(Column(name: column.name, title: column.title), cells)
        continue
      }
      if let language {
        append(
          Column(name: column.name, title: column.title),
          cells.map { cell in
            guard let text = cell.bilingual else { return cell }
            return text[language.rawValue] ?? text.members.first?.value ?? .null
          })
      } else {
        for language in Language.allCases {
          append(
            Column(name: "\(column.name)_\(language.rawValue)", title: column.title),
            cells.map { cell in
              guard let text = cell.bilingual else { return cell }
              return text[language.rawValue] ?? .null
            })
        }
      }
    }
  }

  private mutating func append(_ column: Column, _ cells: [Value]) {
    columns.append(column)
    for (row, cell) in cells.enumerated() { rows[row].append(cell) }
  }
}

extension Value {
  /// The object, if its keys are language codes and nothing else.
  fileprivate var bilingual: Object? {
    guard let object, !object.members.isEmpty,
      object.members.allSatisfy({ Language(rawValue: $0.key) != nil })
    else { return nil }
    return object
  }

  /// The cell as plain text: nothing for null, JSON for what is no scalar.
  var cellText: String {
    switch kind {
    case .null: ""
    case .bool(let flag): flag ? "true" : "false"
    case .number(let number): number.text
    case .string(let text): text
    case .array, .object: JSONWriter.compact(self)
    }
  }
}
