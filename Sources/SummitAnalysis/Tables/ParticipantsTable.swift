import Formats
import Inputs
import SummitData

extension AnalysisTable {
  /// One row a participant, by kind of organization and then as the file lists them.
  static func participants(_ attendance: Attendance) -> AnalysisTable {
    func organization(_ person: Participant) -> Organization? {
      attendance.organization(of: person)
    }
    func industry(_ person: Participant) -> Industry? {
      organization(person).flatMap { attendance.index.industries[$0.industry] }
    }
    let byKind = Dictionary(grouping: attendance.summit.participants) { organization($0)?.kind }
    let who: [AnalysisColumn<Participant>] = [
      .text("person", ko: "사람 코드", en: "Person code") { $0.id },
      .label("name", ko: "이름", en: "Name") { $0.name },
    ]
    let what: [AnalysisColumn<Participant>] = [
      .label("position", ko: "직위", en: "Position") { $0.position }
    ]
    let origin: [AnalysisColumn<Participant>] = [
      .text("isic", ko: "ISIC", en: "ISIC") { industry($0)?.isic.text },
      .text("cite", ko: "출처", en: "Source") { $0.source.cite },
    ]
    return AnalysisTable(
      .participants, note: attendance.summit.coverage.note,
      rows: OrganizationKind.allCases.flatMap { byKind[$0] ?? [] },
      columns: AnalysisColumn.kind { organization($0)?.kind } + who
        + AnalysisColumn.organization(organization) + what
        + AnalysisColumn.coded("seniority", ko: "직급", en: "Seniority") { $0.seniority }
        + AnalysisColumn.sector(industry) + origin)
  }
}
