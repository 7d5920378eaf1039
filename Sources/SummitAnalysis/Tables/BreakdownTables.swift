import Formats
import Inputs
import SummitData

extension AnalysisTable {
  /// One row a group of one summit.
  static func breakdown(_ name: Name, _ dimension: Breakdown.Dimension, _ attendance: Attendance)
    -> AnalysisTable
  {
    AnalysisTable(
      name, note: attendance.summit.coverage.note,
      rows: Breakdown(dimension, of: attendance).groups, columns: columns(dimension) { $0 })
  }

  /// One row a summit and group, groups of nobody included.
  static func breakdowns(
    _ name: Name, _ dimension: Breakdown.Dimension, _ attendances: [Attendance]
  ) -> AnalysisTable {
    let rows = attendances.flatMap { attendance in
      Breakdown(dimension, of: attendance).groups.map { (attendance.summit, $0) }
    }
    let edition: [AnalysisColumn<(Summit, Breakdown.Group)>] = [
      AnalysisColumn("edition", ko: "서밋", en: "Summit") { .string($0.0.edition) }
    ]
    let coverage: [AnalysisColumn<(Summit, Breakdown.Group)>] = [
      AnalysisColumn("coverage", ko: "명단", en: "Coverage") { .string($0.0.coverage.rawValue) },
      AnalysisColumn("coverage_label", ko: "명단의 범위", en: "Coverage of the list") {
        Value($0.0.coverage.label)
      },
    ]
    return AnalysisTable(
      name, note: .coverage(of: attendances), rows: rows,
      columns: edition + columns(dimension) { $0.1 } + coverage)
  }

  private static func columns<Row>(
    _ dimension: Breakdown.Dimension, _ group: @escaping (Row) -> Breakdown.Group
  ) -> [AnalysisColumn<Row>] {
    let name = dimension.rawValue
    var columns: [AnalysisColumn<Row>] = [
      AnalysisColumn(name, ko: "코드", en: "Code") { .string(group($0).code) },
      AnalysisColumn(
        "\(name)_label", ko: dimension.label.ko ?? name, en: dimension.label.en ?? name
      ) { Value(group($0).label) },
    ]
    if dimension == .sector {
      columns += [
        AnalysisColumn("kind", ko: "종류 코드", en: "Kind code") { row in
          group(row).kind.map { .string($0.rawValue) } ?? .null
        },
        AnalysisColumn("kind_label", ko: "기관 종류", en: "Kind") { Value(group($0).kind?.label) },
      ]
    }
    return columns + [
      AnalysisColumn("participants", ko: "참석자(명)", en: "Participants") {
        .number(group($0).count)
      },
      AnalysisColumn("share", ko: "비율(%)", en: "Share (%)") { Value(.number(group($0).share)) },
    ]
  }
}

extension LocalizedText {
  /// What readers of counts over several summits must know: each list's coverage where it isn't complete.
  static func coverage(of attendances: [Attendance]) -> LocalizedText? {
    let open = attendances.map(\.summit).filter { $0.coverage != .complete }
    guard !open.isEmpty else { return nil }
    func note(_ language: Language) -> String {
      open.map { "\($0.edition): \($0.coverage.label[language] ?? "")" }.joined(separator: "; ")
    }
    return LocalizedText(ko: note(.ko), en: note(.en))
  }
}
