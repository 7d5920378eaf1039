package import SummitData

/// The summits up to the one analysed, in order of date, and who was at which.
package struct Comparison: Sendable {
  /// One organization or person over the summits.
  package struct Item<Subject: Sendable>: Sendable {
    package let id: String
    /// As the latest summit that knows it has it.
    package let subject: Subject
    /// Whether it was at each summit, in their order; the last is the one analysed.
    package fileprivate(set) var present: [Bool]

    /// Against the summit before; nil where there is none, and for who was at neither.
    package var sincePrevious: ReturnStatus? {
      guard present.count > 1, let now = present.last else { return nil }
      return ReturnStatus(now: now, then: present[present.count - 2])
    }

    /// Against all summits before; nil where there is none.
    package var sinceEver: ReturnStatus? {
      guard present.count > 1, let now = present.last else { return nil }
      return ReturnStatus(now: now, then: present.dropLast().contains(true))
    }
  }

  /// In order of date; the last is the one analysed.
  package let attendances: [Attendance]
  /// Those of the latest summit in its order, then those gone, latest first.
  package let organizations: [Item<Organization>]
  package let people: [Item<Participant>]

  package init(_ attendances: [Attendance]) {
    self.attendances = attendances
    organizations = Self.items(attendances) { attendance in
      attendance.present.compactMap { id in
        attendance.index.organizations[id].map { (id, $0) }
      }
    }
    people = Self.items(attendances) { $0.summit.participants.map { ($0.id, $0) } }
  }

  /// Whether there is a summit to compare with.
  package var hasEarlier: Bool { attendances.count > 1 }

  /// The column of a summit, a name that templates and charts can write as it is: `in_2022`.
  static func columnName(_ edition: String) -> String {
    "in_" + String(edition.map { $0.isLetter || $0.isNumber ? $0 : "_" })
  }

  private static func items<Subject>(
    _ attendances: [Attendance], _ present: (Attendance) -> [(String, Subject)]
  ) -> [Item<Subject>] {
    var items: [Item<Subject>] = []
    var positions: [String: Int] = [:]
    for (summit, attendance) in attendances.enumerated().reversed() {
      for (id, subject) in present(attendance) {
        let position = positions[id] ?? items.count
        if positions[id] == nil {
          positions[id] = position
          items.append(Item(id: id, subject: subject, present: attendances.map { _ in false }))
        }
        items[position].present[summit] = true
      }
    }
    return items
  }
}
