package import Diagnostics
package import Formats
package import Inputs

/// The words that a report's pages carry in one language: those that BriefKit brings, and the report's own.
package struct Strings: Sendable {
  /// The words that are there without a file.
  package enum Key: String, Sendable, CaseIterable {
    case sources
    case continued
    case note
    case important
    case unit
    case page
    case contents
    case figureReference = "figure"
    case tableReference = "table"
    case sectionReference = "section"
    case titleReference = "section-title"
    case onPage = "on-page"
    case sourcePages = "source-pages"
    case total
    case subtotal
    case carriedForward = "carried-forward"
    case broughtForward = "brought-forward"
    case sparkline
  }

  private var texts: [String: String]
  /// In the order of writing: ours, then the report's own.
  package private(set) var keys: [String]

  /// Ours, in a language.
  package init(language: Language) {
    texts = [:]
    keys = []
    for key in Key.allCases { set(key.rawValue, Self.bundled(key, language)) }
  }

  package subscript(key: Key) -> String { texts[key.rawValue] ?? "" }
  package subscript(key: String) -> String? { texts[key] }

  /// Takes in the texts of strings.LANG.yaml; a text given there replaces ours.
  package mutating func add(_ file: Located) throws(DiagnosticError) {
    // A file of comments only changes nothing.
    if file.value.isNull { return }
    let (texts, _) = try Shape.dictionary(of: .text).decode(file)
    for (key, text) in texts { set(key, text) }
  }

  private mutating func set(_ key: String, _ text: String) {
    if texts.updateValue(text, forKey: key) == nil { keys.append(key) }
  }

  /// The strings as templates see them: `@strings.KEY`.
  package var value: Value {
    .object(keys.map { ($0, .string(texts[$0] ?? "")) })
  }

  private static func bundled(_ key: Key, _ language: Language) -> String {
    switch (key, language) {
    case (.sources, .ko): "출처"
    case (.sources, .en): "Sources"
    case (.continued, .ko): "(계속)"
    case (.continued, .en): "(continued)"
    case (.note, .ko): "참고"
    case (.note, .en): "Note"
    case (.important, .ko): "중요"
    case (.important, .en): "Important"
    case (.unit, .ko): "단위"
    case (.unit, .en): "Unit"
    case (.page, .ko): "쪽"
    case (.page, .en): "Page"
    case (.contents, .ko): "차례"
    case (.contents, .en): "Contents"
    case (.figureReference, .ko): "그림 {number}"
    case (.figureReference, .en): "Figure {number}"
    case (.tableReference, .ko): "표 {number}"
    case (.tableReference, .en): "Table {number}"
    case (.sectionReference, .ko): "{number}절"
    case (.sectionReference, .en): "Section {number}"
    case (.titleReference, .ko): "‘{title}’"
    case (.titleReference, .en): "“{title}”"
    case (.onPage, .ko): "{reference}, {page}쪽"
    case (.onPage, .en): "{reference} on page {page}"
    case (.sourcePages, .ko): "{pages}쪽"
    case (.sourcePages, .en): "p. {pages}"
    case (.total, .ko): "합계"
    case (.total, .en): "Total"
    case (.subtotal, .ko): "소계"
    case (.subtotal, .en): "Subtotal"
    case (.carriedForward, .ko): "다음 쪽으로 이월"
    case (.carriedForward, .en): "Carried forward"
    case (.broughtForward, .ko): "앞쪽에서 이월"
    case (.broughtForward, .en): "Brought forward"
    case (.sparkline, .ko): "처음 {first}, 마지막 {last}, 최소 {least}, 최대 {greatest}"
    case (.sparkline, .en): "from {first} to {last}, least {least}, greatest {greatest}"
    }
  }
}
