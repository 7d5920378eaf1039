import Formats
import Inputs
import SummitData

extension AnalysisTable {
  /// One row a summit and trait.
  static func concentration(_ attendances: [Attendance]) -> AnalysisTable {
    typealias Row = (summit: Summit, dimension: Breakdown.Dimension, measured: Concentration)
    let rows: [Row] = attendances.flatMap { attendance in
      Breakdown.Dimension.allCases.compactMap { dimension in
        Breakdown(dimension, of: attendance).concentration.map {
          (attendance.summit, dimension, $0)
        }
      }
    }
    let measures: [AnalysisColumn<Row>] = [
      .count("participants", ko: "참석자(명)", en: "Participants") { $0.measured.participants },
      .count("groups", ko: "집단(개)", en: "Groups") { $0.measured.groups },
      .measure("hhi", ko: "허핀달–허시먼 지수", en: "Herfindahl–Hirschman index", decimals: 4) {
        $0.measured.herfindahl
      },
      .measure("hhi_points", ko: "HHI(10,000점 만점)", en: "HHI (points of 10,000)", decimals: 0) {
        $0.measured.herfindahlPoints
      },
      .measure("effective_groups", ko: "유효 집단 수", en: "Effective number of groups", decimals: 2) {
        $0.measured.effectiveGroups
      },
      .measure("shannon", ko: "섀넌 지수", en: "Shannon index", decimals: 4) { $0.measured.shannon },
      .measure("evenness", ko: "균등도", en: "Evenness", decimals: 4) { $0.measured.evenness },
    ]
    return AnalysisTable(
      .concentration, note: .coverage(of: attendances), rows: rows,
      columns: [.text("edition", ko: "서밋", en: "Summit") { $0.summit.edition }]
        + AnalysisColumn.coded("dimension", ko: "기준", en: "By") { $0.dimension } + measures)
  }
}
