package import Diagnostics
import Inputs
package import SummitData

/// What a summit's data say when they are counted, alone and beside other summits.
package struct Analysis: Sendable {
  package let attendance: Attendance
  package let comparison: Comparison
  /// In the order of `AnalysisTable.Name`.
  package let tables: [AnalysisTable]
  /// - Parameter others: Summits to compare with, in any order; those before the summit decide who is new, returning or
  ///   gone, those after it only stand beside it.
  package init(_ summit: Summit, comparedWith others: [Summit] = []) throws(DiagnosticError) {
    try Self.checkEditions([summit] + others)
    let attendance = Attendance(summit)
    let earlier = Self.inOrder(others.filter { $0.date.latestDay < summit.date.latestDay })
    let comparison = Comparison(earlier.map(Attendance.init) + [attendance])
    self.comparison = comparison
    let all = Self.inOrder([summit] + others).map(Attendance.init)
    self.attendance = attendance
    tables = AnalysisTable.Name.allCases.map { name in
      switch name {
      case .sectors: .breakdown(name, .sector, attendance)
      case .kinds: .breakdown(name, .kind, attendance)
      case .seniority: .breakdown(name, .seniority, attendance)
      case .participants: .participants(attendance)
      case .attendance: .attendance(attendance)
      case .timeline: .timeline(attendance)
      case .membershipEvents: .membershipEvents(attendance, previous: earlier.last)
      case .summits: .summits(all, analysed: summit)
      case .sectorsBySummit: .breakdowns(name, .sector, all)
      case .kindsBySummit: .breakdowns(name, .kind, all)
      case .seniorityBySummit: .breakdowns(name, .seniority, all)
      case .comparisonOrganizations: .comparisonOrganizations(comparison)
      case .comparisonPeople: .comparisonPeople(comparison)
      case .presence: .presence(comparison)
      case .concentration: .concentration(all)
      }
    }
  }

  package subscript(name: AnalysisTable.Name) -> AnalysisTable? {
    tables.first { $0.name == name }
  }

  private static func inOrder(_ summits: [Summit]) -> [Summit] {
    summits.enumerated().sorted {
      ($0.element.date.latestDay, $0.offset) < ($1.element.date.latestDay, $1.offset)
    }.map(\.element)
  }

  /// Columns and charts tell summits apart by their edition.
  private static func checkEditions(_ summits: [Summit]) throws(DiagnosticError) {
    var columns: Set<String> = []
    let repeated = summits.map(\.edition).filter {
      !columns.insert(Comparison.columnName($0)).inserted
    }
    guard !repeated.isEmpty else { return }
    throw DiagnosticError(
      repeated.map {
        .error(
          "analysis.edition", "two summits are both of edition \"\($0)\"",
          hints: ["compare summits whose \"edition\" differs"])
      })
  }
}
