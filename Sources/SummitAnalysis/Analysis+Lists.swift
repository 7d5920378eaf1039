import Inputs
import Tables

extension Analysis {
  /// Rows that a text names one by one, picked from the tables: who was absent or a guest, who joined or left, which
  /// group is larger than any other.
  var lists: Value {
    .object([
      ("absent", .array(rows(.attendance, where: "status", is: AttendanceStatus.absent))),
      ("guests", .array(rows(.attendance, where: "status", is: AttendanceStatus.guest))),
      ("joined", .array(changes(.joined))), ("left", .array(changes(.left))),
      ("leading_sector", .array(leaders(.sectors))), ("leading_kind", .array(leaders(.kinds))),
      ("leading_seniority", .array(leaders(.seniority))),
    ])
  }

  private func rows(_ name: AnalysisTable.Name) -> [Value] {
    self[name]?.table.value.array ?? []
  }

  private func rows(
    _ name: AnalysisTable.Name, where column: String, is code: some RawRepresentable<String>
  ) -> [Value] {
    rows(name).filter { $0[column]?.string == code.rawValue }
  }

  /// Who joined or left since the summit before; nobody without one.
  private func changes(_ change: MembershipEvent.Change) -> [Value] {
    rows(.membershipEvents, where: "change", is: change)
      .filter { $0["since_previous"]?.bool == true }
  }

  /// The row of a breakdown with more participants than any other; none where two have as many.
  private func leaders(_ name: AnalysisTable.Name) -> [Value] {
    let rows = rows(name)
    func count(_ row: Value) -> Double { row["participants"]?.double ?? 0 }
    let most = rows.map(count).max() ?? 0
    let leaders = rows.filter { count($0) == most }
    return most > 0 && leaders.count == 1 ? leaders : []
  }
}
