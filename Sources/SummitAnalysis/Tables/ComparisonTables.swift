import Formats
import Inputs
import SummitData

extension AnalysisTable {
  /// One row an organization of any of the summits; none without an earlier summit.
  static func comparisonOrganizations(_ comparison: Comparison) -> AnalysisTable {
    let isMember: [AnalysisColumn<Comparison.Item<Organization>>] = [
      .flag("member", ko: "회원", en: "Member") {
        comparison.attendances.last?.isMember($0.id)
      }
    ]
    return AnalysisTable(
      .comparisonOrganizations, note: .coverage(of: comparison.attendances),
      rows: comparison.hasEarlier ? comparison.organizations : [],
      columns: AnalysisColumn.organization { $0.subject } + AnalysisColumn.kind { $0.subject.kind }
        + isMember + presence(comparison) + statuses())
  }

  /// One row a person of any of the summits; none without an earlier summit.
  static func comparisonPeople(_ comparison: Comparison) -> AnalysisTable {
    typealias Row = Comparison.Item<Participant>
    func organization(_ row: Row) -> Organization? {
      let latest = zip(comparison.attendances, row.present).reversed().first { $0.1 }?.0
      return latest?.organization(of: row.subject)
    }
    let who: [AnalysisColumn<Row>] = [
      .text("person", ko: "사람 코드", en: "Person code") { $0.id },
      .label("name", ko: "이름", en: "Name") { $0.subject.name },
    ]
    let what: [AnalysisColumn<Row>] = [
      .label("position", ko: "직위", en: "Position") { $0.subject.position }
    ]
    return AnalysisTable(
      .comparisonPeople, note: .coverage(of: comparison.attendances),
      rows: comparison.hasEarlier ? comparison.people : [],
      columns: who + AnalysisColumn.organization(organization) + what + presence(comparison)
        + statuses())
  }

  /// A column a summit: whether the subject was there.
  private static func presence<Subject>(
    _ comparison: Comparison
  ) -> [AnalysisColumn<Comparison.Item<Subject>>] {
    comparison.attendances.enumerated().map { position, attendance in
      let edition = attendance.summit.edition
      return .flag(Comparison.columnName(edition), ko: edition, en: edition) {
        $0.present[position]
      }
    }
  }

  private static func statuses<Subject>() -> [AnalysisColumn<Comparison.Item<Subject>>] {
    AnalysisColumn.coded("since_previous", ko: "지난 서밋 대비", en: "Since the previous summit") {
      $0.sincePrevious
    }
      + AnalysisColumn.coded("since_ever", ko: "지난 모든 서밋 대비", en: "Since all earlier summits") {
        $0.sinceEver
      }
  }
}
