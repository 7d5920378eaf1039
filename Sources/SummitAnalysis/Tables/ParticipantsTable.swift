import Formats
import Inputs
import SummitData

extension AnalysisTable {
  /// One row a participant, by kind of organization and then as the file lists them.
  static func participants(_ attendance: Attendance) -> AnalysisTable {
    let people = OrganizationKind.allCases.flatMap { kind in
      attendance.summit.participants.filter { attendance.organization(of: $0)?.kind == kind }
    }
    func organization(_ person: Participant) -> Organization? {
      attendance.organization(of: person)
    }
    func industry(_ person: Participant) -> Industry? {
      organization(person).flatMap { attendance.index.industries[$0.industry] }
    }
    return AnalysisTable(
      .participants, note: attendance.summit.coverage.note, rows: people,
      columns: [
        AnalysisColumn("kind", ko: "종류 코드", en: "Kind code") { person in
          organization(person).map { .string($0.kind.rawValue) } ?? .null
        },
        AnalysisColumn("kind_label", ko: "구분", en: "Kind") { Value(organization($0)?.kind.label) },
        AnalysisColumn("person", ko: "사람", en: "Person") { .string($0.id) },
        AnalysisColumn("name", ko: "이름", en: "Name") { Value($0.name) },
        AnalysisColumn("organization", ko: "기관 코드", en: "Organization code") {
          .string($0.organization)
        },
        AnalysisColumn("organization_label", ko: "기관", en: "Organization") {
          Value(organization($0)?.name)
        },
        AnalysisColumn("position", ko: "직위", en: "Position") { Value($0.position) },
        AnalysisColumn("seniority", ko: "직급 코드", en: "Seniority code") {
          .string($0.seniority.rawValue)
        },
        AnalysisColumn("seniority_label", ko: "직급", en: "Seniority") { Value($0.seniority.label) },
        AnalysisColumn("sector", ko: "산업 코드", en: "Sector code") { person in
          industry(person).map { .string($0.id) } ?? .null
        },
        AnalysisColumn("sector_label", ko: "산업·분야", en: "Sector") { Value(industry($0)?.name) },
        AnalysisColumn("isic", ko: "ISIC", en: "ISIC") { person in
          industry(person).map { .string($0.isic.text) } ?? .null
        },
        AnalysisColumn("cite", ko: "출처", en: "Source") { .string($0.source.cite) },
      ])
  }
}
