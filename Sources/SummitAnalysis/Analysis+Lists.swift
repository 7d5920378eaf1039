import Inputs
import Tables

extension Analysis {
  /// Rows that a text names one by one, picked from the tables: who was absent or a guest, who joined or left, which
  /// group is larger than any other.
  var lists: Value {
    func rows(_ name: AnalysisTable.Name, where isWanted: (Value) -> Bool) -> Value {
      .array((self[name]?.table.value.array ?? []).filter(isWanted))
    }
    func events(_ change: MembershipEvent.Change) -> Value {
      rows(.membershipEvents) {
        $0["since_previous"]?.bool == true && $0["change"]?.string == change.rawValue
      }
    }
    func status(_ status: AttendanceStatus) -> Value {
      rows(.attendance) { $0["status"]?.string == status.rawValue }
    }
    /// The first row of a breakdown, as a list; empty where the first is no larger than the second.
    func leader(_ name: AnalysisTable.Name) -> Value {
      let rows = self[name]?.table.value.array ?? []
      let counts = rows.prefix(2).map { $0["participants"]?.double ?? 0 }
      return .array(counts.count < 2 || counts[0] > counts[1] ? Array(rows.prefix(1)) : [])
    }
    return .object([
      ("absent", status(.absent)), ("guests", status(.guest)),
      ("joined", events(.joined)), ("left", events(.left)),
      ("leading_sector", leader(.sectors)), ("leading_kind", leader(.kinds)),
    ])
  }
}
