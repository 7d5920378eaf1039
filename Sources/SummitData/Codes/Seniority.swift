package import Formats

/// How high a position stands: a coding over the positions as written, not a fact of the sources.
package enum Seniority: String, Code {
  /// Leads the organization: chief executive, bank president, university or institute president.
  case head
  /// A president or vice chairman beside or below the head.
  case president
  /// Executive vice president, chief officer, institute vice president, vice minister, deputy minister.
  case executive
  /// Head of a division or an office.
  case director

  package var label: LocalizedText {
    switch self {
    case .head: LocalizedText(ko: "기관장", en: "Head of organization")
    case .president: LocalizedText(ko: "사장·부회장", en: "President or vice chairman")
    case .executive: LocalizedText(ko: "부사장·부기관장급", en: "Executive")
    case .director: LocalizedText(ko: "본부장·실장", en: "Director")
    }
  }
}
