import Formats
import Inputs
import SummitData

extension AnalysisTable {
  /// One row a summit and trait.
  static func concentration(_ attendances: [Attendance]) -> AnalysisTable {
    let rows = attendances.flatMap { attendance in
      Breakdown.Dimension.allCases.compactMap { dimension in
        Breakdown(dimension, of: attendance).concentration.map {
          (summit: attendance.summit, dimension: dimension, measure: $0)
        }
      }
    }
    return AnalysisTable(
      .concentration, note: .coverage(of: attendances), rows: rows,
      columns: [
        AnalysisColumn("edition", ko: "서밋", en: "Summit") { .string($0.summit.edition) },
        AnalysisColumn("dimension", ko: "기준 코드", en: "Dimension code") {
          .string($0.dimension.rawValue)
        },
        AnalysisColumn("dimension_label", ko: "기준", en: "By") { Value($0.dimension.label) },
        AnalysisColumn("participants", ko: "참석자(명)", en: "Participants") {
          .number($0.measure.participants)
        },
        AnalysisColumn("groups", ko: "집단(개)", en: "Groups") { .number($0.measure.groups) },
        AnalysisColumn("hhi", ko: "허핀달–허시먼 지수", en: "Herfindahl–Hirschman index") {
          Value(measure: $0.measure.herfindahl)
        },
        AnalysisColumn("hhi_points", ko: "HHI(10,000점)", en: "HHI (points)") {
          Value(measure: $0.measure.herfindahlPoints, decimals: 0)
        },
        AnalysisColumn("effective_groups", ko: "유효 집단 수", en: "Effective number of groups") {
          Value(measure: $0.measure.effectiveGroups, decimals: 2)
        },
        AnalysisColumn("shannon", ko: "섀넌 지수", en: "Shannon index") {
          Value(measure: $0.measure.shannon)
        },
        AnalysisColumn("evenness", ko: "균등도", en: "Evenness") {
          Value(measure: $0.measure.evenness)
        },
      ])
  }
}
