package import Formats
import Inputs
package import Tables

/// A table of an analysis: its name, what it shows, and what its reader must know.
package struct AnalysisTable: Sendable {
  /// The tables that every analysis has.
  package enum Name: String, Sendable, Hashable, CaseIterable {
    case sectors
    case kinds
    case seniority
    case participants
    case attendance
    case timeline
    case membershipEvents = "membership_events"
    case summits
    case sectorsBySummit = "sectors_by_summit"
    case kindsBySummit = "kinds_by_summit"
    case seniorityBySummit = "seniority_by_summit"
    case comparisonOrganizations = "comparison_organizations"
    case comparisonPeople = "comparison_people"
    case presence
    case concentration
  }

  package let name: Name
  package let note: LocalizedText?
  package let table: Table

  package var title: LocalizedText { name.title }

  /// A table with one row for each of `rows`.
  init<Row>(
    _ name: Name, note: LocalizedText? = nil, rows: [Row], columns: [AnalysisColumn<Row>]
  ) {
    self.name = name
    self.note = note
    table = Table(
      columns: columns.map { Table.Column($0.name, title: $0.title) },
      rows: rows.map { row in columns.map { $0.cell(row) } })
  }
}

extension AnalysisTable.Name {
  package var title: LocalizedText {
    switch self {
    case .sectors: LocalizedText(ko: "산업·분야별 참석자", en: "Participants by sector")
    case .kinds: LocalizedText(ko: "기관 종류별 참석자", en: "Participants by kind of organization")
    case .seniority: LocalizedText(ko: "직급별 참석자", en: "Participants by seniority")
    case .participants: LocalizedText(ko: "참석자", en: "Participants")
    case .attendance: LocalizedText(ko: "기관별 참석", en: "Attendance by organization")
    case .timeline: LocalizedText(ko: "회원 기관 수의 변화", en: "Members over time")
    case .membershipEvents: LocalizedText(ko: "가입과 탈퇴", en: "Joining and leaving")
    case .summits: LocalizedText(ko: "서밋 비교", en: "Summits side by side")
    case .sectorsBySummit:
      LocalizedText(ko: "서밋별 산업·분야별 참석자", en: "Participants by summit and sector")
    case .kindsBySummit:
      LocalizedText(ko: "서밋별 기관 종류별 참석자", en: "Participants by summit and kind")
    case .seniorityBySummit:
      LocalizedText(ko: "서밋별 직급별 참석자", en: "Participants by summit and seniority")
    case .comparisonOrganizations:
      LocalizedText(ko: "기관의 참석 비교", en: "Organizations compared with earlier summits")
    case .comparisonPeople:
      LocalizedText(ko: "참석자 비교", en: "People compared with earlier summits")
    case .presence: LocalizedText(ko: "서밋별 기관 참석", en: "Organizations by summit")
    case .concentration: LocalizedText(ko: "집중도와 균등도", en: "Concentration and evenness")
    }
  }
}
