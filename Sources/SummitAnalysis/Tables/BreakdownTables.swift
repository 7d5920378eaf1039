import Formats
import Inputs
import SummitData

extension AnalysisTable {
  /// One row a group of one summit.
  static func breakdown(
    _ name: Name, _ dimension: Breakdown.Dimension, _ attendance: Attendance
  ) -> AnalysisTable {
    AnalysisTable(
      name, note: attendance.summit.coverage.note,
      rows: Breakdown(dimension, of: attendance).groups, columns: columns(dimension) { $0 })
  }

  /// One row a summit and group, groups of nobody included.
  static func breakdowns(
    _ name: Name, _ dimension: Breakdown.Dimension, _ attendances: [Attendance]
  ) -> AnalysisTable {
    typealias Row = (summit: Summit, group: Breakdown.Group)
    let rows: [Row] = attendances.flatMap { attendance in
      Breakdown(dimension, of: attendance).groups.map { (attendance.summit, $0) }
    }
    return AnalysisTable(
      name, note: .coverage(of: attendances), rows: rows,
      columns: [.text("edition", ko: "서밋", en: "Summit") { $0.summit.edition }]
        + columns(dimension) { $0.group }
        + AnalysisColumn.coded("coverage", ko: "명단의 범위", en: "Coverage of the list") {
          $0.summit.coverage
        })
  }

  private static func columns<Row>(
    _ dimension: Breakdown.Dimension, _ group: @escaping (Row) -> Breakdown.Group
  ) -> [AnalysisColumn<Row>] {
    let name = dimension.rawValue
    let ko = dimension.label.ko ?? name
    let en = dimension.label.en ?? name
    let trait: [AnalysisColumn<Row>] = [
      .text(name, ko: "\(ko) 코드", en: "\(en) code") { group($0).code },
      .label("\(name)_label", ko: ko, en: en) { group($0).label },
    ]
    return trait + (dimension == .sector ? AnalysisColumn.kind { group($0).kind } : []) + [
      .count("participants", ko: "참석자(명)", en: "Participants") { group($0).count },
      AnalysisColumn("share", ko: "비율(%)", en: "Share (%)") { Value(.number(group($0).share)) },
    ]
  }
}
