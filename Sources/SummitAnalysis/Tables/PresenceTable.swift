import Formats
import Inputs
import SummitData

extension AnalysisTable {
  /// One row an organization and summit, for charts of who came when.
  static func presence(_ comparison: Comparison) -> AnalysisTable {
    typealias Row = (item: Comparison.Item<Organization>, at: Attendance, isPresent: Bool)
    let rows: [Row] = comparison.organizations.flatMap { item in
      zip(comparison.attendances, item.present).map { (item, $0, $1) }
    }
    let summit: [AnalysisColumn<Row>] = [
      .text("edition", ko: "서밋", en: "Summit") { $0.at.summit.edition }
    ]
    let facts: [AnalysisColumn<Row>] = [
      .flag("member", ko: "회원", en: "Member") { $0.at.isMember($0.item.id) },
      .flag("present", ko: "참석", en: "Present") { $0.isPresent },
      .count("participants", ko: "참석자(명)", en: "Participants") {
        $0.at.people[$0.item.id]?.count ?? 0
      },
    ]
    return AnalysisTable(
      .presence, note: .coverage(of: comparison.attendances), rows: rows,
      columns: summit + AnalysisColumn.organization { $0.item.subject }
        + AnalysisColumn.kind { $0.item.subject.kind } + facts)
  }
}
