package import Formats

/// What kind of organization one is, in the order that tables and charts show them.
package enum OrganizationKind: String, Code {
  case industry
  case academia
  case researchInstitute = "research_institute"
  case government

  package var label: LocalizedText {
    switch self {
    case .industry: LocalizedText(ko: "기업", en: "Industry")
    case .academia: LocalizedText(ko: "학계", en: "Academia")
    case .researchInstitute: LocalizedText(ko: "출연연", en: "Research institute")
    case .government: LocalizedText(ko: "정부", en: "Government")
    }
  }
}
