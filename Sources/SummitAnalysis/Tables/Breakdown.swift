import Formats
import Inputs
import SummitData

/// The participants of a summit counted by one trait.
struct Breakdown {
  enum Dimension: String, Code {
    case sector
    case kind
    case seniority

    var label: LocalizedText {
      switch self {
      case .sector: LocalizedText(ko: "산업·분야", en: "Sector")
      case .kind: LocalizedText(ko: "기관 종류", en: "Kind of organization")
      case .seniority: LocalizedText(ko: "직급", en: "Seniority")
      }
    }
  }

  struct Group {
    var code: String
    var label: LocalizedText
    var count: Int
    var share: Number
    /// The kind that most of its participants' organizations are of; the first of several.
    var kind: OrganizationKind?
  }

  let dimension: Dimension
  /// Sectors by number of participants, then as the file lists them; the others in their own order, empty ones too.
  let groups: [Group]

  init(_ dimension: Dimension, of attendance: Attendance) {
    self.dimension = dimension
    let people = attendance.summit.participants
    func organization(_ person: Participant) -> Organization? {
      attendance.organization(of: person)
    }
    switch dimension {
    case .kind:
      let counts = Self.counts(people.compactMap { organization($0)?.kind })
      groups = Self.groups(
        OrganizationKind.allCases.map { ($0.rawValue, $0.label, counts[$0] ?? 0, $0) })
    case .seniority:
      let counts = Self.counts(people.map(\.seniority))
      groups = Self.groups(
        Seniority.allCases.map { ($0.rawValue, $0.label, counts[$0] ?? 0, nil) })
    case .sector:
      let counts = Self.counts(people.compactMap { organization($0)?.industry })
      var kinds: [String: [OrganizationKind: Int]] = [:]
      for person in people {
        guard let organization = organization(person) else { continue }
        kinds[organization.industry, default: [:]][organization.kind, default: 0] += 1
      }
      let present = attendance.summit.industries.filter { counts[$0.id] != nil }
      groups = Self.groups(
        present.enumerated().sorted {
          (counts[$1.element.id] ?? 0, $0.offset) < (counts[$0.element.id] ?? 0, $1.offset)
        }.map(\.element).map { industry in
          let most = kinds[industry.id]?.values.max()
          let kind = OrganizationKind.allCases.first { kinds[industry.id]?[$0] == most }
          return (industry.id, industry.name, counts[industry.id] ?? 0, kind)
        })
    }
  }

  private static func counts<Trait: Hashable>(_ traits: [Trait]) -> [Trait: Int] {
    Dictionary(traits.map { ($0, 1) }, uniquingKeysWith: +)
  }

  private static func groups(
    _ groups: [(code: String, label: LocalizedText, count: Int, kind: OrganizationKind?)]
  ) -> [Group] {
    zip(groups, Shares.percentages(of: groups.map(\.count))).map { group, share in
      Group(
        code: group.code, label: group.label, count: group.count, share: share, kind: group.kind)
    }
  }

  var concentration: Concentration? { Concentration(counts: groups.map(\.count)) }
}
