import Formats
import Inputs
import SummitData

/// One organization or person over several summits.
private struct Compared<Item> {
  var id: String
  /// As the latest summit that knows it has it.
  var item: Item
  /// Whether it was at each summit, in their order; the last is the one analysed.
  var present: [Bool]

  var sincePrevious: ReturnStatus? {
    guard present.count > 1, let now = present.last else { return nil }
    return ReturnStatus(now: now, then: present[present.count - 2])
  }

  var sinceEver: ReturnStatus? {
    guard present.count > 1, let now = present.last else { return nil }
    return ReturnStatus(now: now, then: present.dropLast().contains(true))
  }
}

/// How many of each status there are, against the summit before.
struct ReturnCounts {
  var returning = 0
  var new = 0
  var gone = 0

  fileprivate init(_ statuses: [ReturnStatus?]) {
    for status in statuses {
      switch status {
      case .returning: returning += 1
      case .new: new += 1
      case .gone: gone += 1
      case nil: break
      }
    }
  }
}

/// The summits up to the one analysed, in order of date, and who was at which.
struct Comparison {
  private let attendances: [Attendance]
  private let organizations: [Compared<Organization>]
  private let people: [Compared<Participant>]

  /// - Parameter attendances: In order of date; the last is the one analysed.
  init(_ attendances: [Attendance]) {
    self.attendances = attendances
    organizations = Self.compare(attendances) { attendance in
      attendance.present.compactMap { id in
        attendance.index.organizations[id].map { (id, $0) }
      }
    }
    people = Self.compare(attendances) { $0.summit.participants.map { ($0.id, $0) } }
  }

  var organizationCounts: ReturnCounts { ReturnCounts(organizations.map(\.sincePrevious)) }
  var peopleCounts: ReturnCounts { ReturnCounts(people.map(\.sincePrevious)) }

  /// Those of the latest summit in its order, then those gone, latest first.
  private static func compare<Item>(
    _ attendances: [Attendance], _ present: (Attendance) -> [(String, Item)]
  ) -> [Compared<Item>] {
    var compared: [Compared<Item>] = []
    var positions: [String: Int] = [:]
    for (summit, attendance) in attendances.enumerated().reversed() {
      for (id, item) in present(attendance) {
        let position = positions[id] ?? compared.count
        if positions[id] == nil {
          positions[id] = position
          compared.append(
            Compared(id: id, item: item, present: attendances.map { _ in false }))
        }
        compared[position].present[summit] = true
      }
    }
    return compared
  }
}

extension Comparison {
  var organizationTable: AnalysisTable {
    AnalysisTable(
      .comparisonOrganizations, note: .coverage(of: attendances),
      rows: attendances.count > 1 ? organizations : [],
      columns: [
        AnalysisColumn("organization", ko: "기관 코드", en: "Organization code") { .string($0.id) },
        AnalysisColumn("organization_label", ko: "기관", en: "Organization") { Value($0.item.name) },
        AnalysisColumn("kind", ko: "종류 코드", en: "Kind code") { .string($0.item.kind.rawValue) },
        AnalysisColumn("kind_label", ko: "기관 종류", en: "Kind") { Value($0.item.kind.label) },
        AnalysisColumn("member", ko: "회원", en: "Member") { [attendances] compared in
          Value(.bool(attendances.last?.isMember(compared.id) ?? false))
        },
      ] + presenceColumns() + statusColumns())
  }

  var peopleTable: AnalysisTable {
    func organization(_ compared: Compared<Participant>) -> Organization? {
      let latest = zip(attendances, compared.present).reversed().first { $0.1 }?.0
      return latest?.index.organizations[compared.item.organization]
    }
    return AnalysisTable(
      .comparisonPeople, note: .coverage(of: attendances),
      rows: attendances.count > 1 ? people : [],
      columns: [
        AnalysisColumn("person", ko: "사람", en: "Person") { .string($0.id) },
        AnalysisColumn("name", ko: "이름", en: "Name") { Value($0.item.name) },
        AnalysisColumn("organization", ko: "기관 코드", en: "Organization code") {
          .string($0.item.organization)
        },
        AnalysisColumn("organization_label", ko: "기관", en: "Organization") {
          Value(organization($0)?.name)
        },
        AnalysisColumn("position", ko: "직위", en: "Position") { Value($0.item.position) },
      ] + presenceColumns() + statusColumns())
  }

  /// One row an organization and summit, for charts of who came when.
  var presenceTable: AnalysisTable {
    let rows = organizations.flatMap { compared in
      zip(attendances, compared.present).map { (compared, $0, $1) }
    }
    return AnalysisTable(
      .presence, note: .coverage(of: attendances), rows: rows,
      columns: [
        AnalysisColumn("edition", ko: "서밋", en: "Summit") { .string($0.1.summit.edition) },
        AnalysisColumn("organization", ko: "기관 코드", en: "Organization code") {
          .string($0.0.id)
        },
        AnalysisColumn("organization_label", ko: "기관", en: "Organization") {
          Value($0.0.item.name)
        },
        AnalysisColumn("kind", ko: "종류 코드", en: "Kind code") { .string($0.0.item.kind.rawValue) },
        AnalysisColumn("kind_label", ko: "기관 종류", en: "Kind") { Value($0.0.item.kind.label) },
        AnalysisColumn("member", ko: "회원", en: "Member") {
          Value(.bool($0.1.isMember($0.0.id)))
        },
        AnalysisColumn("present", ko: "참석", en: "Present") { Value(.bool($0.2)) },
        AnalysisColumn("participants", ko: "참석자(명)", en: "Participants") {
          .number($0.1.people[$0.0.id]?.count ?? 0)
        },
      ])
  }

  private func presenceColumns<Item>() -> [AnalysisColumn<Compared<Item>>] {
    attendances.enumerated().map { position, attendance in
      let edition = attendance.summit.edition
      return AnalysisColumn(Self.columnName(edition), ko: edition, en: edition) {
        Value(.bool($0.present[position]))
      }
    }
  }

  private func statusColumns<Item>() -> [AnalysisColumn<Compared<Item>>] {
    [
      AnalysisColumn("since_previous", ko: "지난 서밋 대비 코드", en: "Since the previous summit, code") {
        compared in
        compared.sincePrevious.map { .string($0.rawValue) } ?? .null
      },
      AnalysisColumn("since_previous_label", ko: "지난 서밋 대비", en: "Since the previous summit") {
        Value($0.sincePrevious?.label)
      },
      AnalysisColumn("since_ever", ko: "지난 모든 서밋 대비 코드", en: "Since all earlier summits, code") {
        compared in
        compared.sinceEver.map { .string($0.rawValue) } ?? .null
      },
      AnalysisColumn("since_ever_label", ko: "지난 모든 서밋 대비", en: "Since all earlier summits") {
        Value($0.sinceEver?.label)
      },
    ]
  }

  /// The column of a summit, a name that templates and charts can write as it is: `in_2022`.
  static func columnName(_ edition: String) -> String {
    "in_" + String(edition.map { $0.isLetter || $0.isNumber ? $0 : "_" })
  }
}
