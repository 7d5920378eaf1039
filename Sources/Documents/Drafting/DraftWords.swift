import Formats

/// What a draft says in each language.
struct DraftWords {
  let language: Language

  var rows: String { language == .ko ? "행 수" : "Number of rows" }
  /// Behind a number of rows.
  var rowUnit: String { language == .ko ? "행" : "rows" }

  /// The sum or the mean of a column.
  func total(_ column: DraftColumn) -> String {
    switch language {
    case .ko: "\(column.name) \(column.isAmount ? "합계" : "평균")"
    case .en: "\(column.isAmount ? "Sum" : "Mean") of \(column.name)"
    }
  }

  func total(_ column: DraftColumn, by category: String) -> String {
    switch language {
    case .ko: "\(category)별 \(total(column))"
    case .en: "\(total(column)) by \(category)"
    }
  }

  func count(by category: String) -> String {
    language == .ko ? "\(category)별 행 수" : "Rows by \(category)"
  }

  func overTime(_ name: String) -> String {
    language == .ko ? "\(name), 시간에 따라" : "\(name) over time"
  }

  func against(_ first: String, _ second: String) -> String {
    language == .ko ? "\(first), \(second)의 관계" : "\(first) against \(second)"
  }

  func distribution(_ name: String) -> String {
    language == .ko ? "\(name)의 분포" : "Distribution of \(name)"
  }

  /// Says that a table shows the first rows only.
  func first(_ count: Int, of summary: String) -> String {
    let total = "{{\(summary).0.count:,d}}"
    return language == .ko
      ? "처음 \(count)행만 보인다. 모두 \(total)행이다." : "The first \(count) of \(total) rows."
  }

  func first(_ count: Int, ofTexts total: Int) -> String {
    language == .ko
      ? "처음 \(count)개만 보인다. 모두 \(total)개이다." : "The first \(count) of \(total)."
  }

  var facts: String { language == .ko ? "내용" : "Contents" }
}
