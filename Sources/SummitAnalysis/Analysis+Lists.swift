import Inputs
import Tables

extension Analysis {
  /// Rows that a text names one by one, picked from the tables: who was absent or a guest, who joined or left.
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
    return .object([
      ("absent", status(.absent)), ("guests", status(.guest)),
      ("joined", events(.joined)), ("left", events(.left)),
    ])
  }
}
