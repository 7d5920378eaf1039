package import Inputs

extension Summit {
  /// The tree that templates see: the file as written, with what ids name in place of the ids, and with codes, dates
  /// and sources as they print. What the file leaves out is null or an empty list.
  package var value: Value { SummitTree(self).value }
}

/// Makes the tree that templates see.
///
/// Texts stay the nodes that were read, so that what is printed can be traced to its place in the file.
struct SummitTree {
  let summit: Summit
  let index: SummitIndex
  private var industries: [String: Value] = [:]
  private var organizations: [String: Value] = [:]
  private var participants: [String: Value] = [:]
  private var resultsByArea: [String: [Value]] = [:]
  private var plansByArea: [String: [Value]] = [:]
  /// Stands for no area; no id can be empty.
  private static let noArea = ""

  init(_ summit: Summit) {
    self.summit = summit
    index = SummitIndex(summit)
    for (industry, raw) in zip(summit.industries, summit.tree["industries"]?.array ?? []) {
      industries[industry.id] = Self.industry(industry, raw)
    }
    for (organization, raw) in zip(summit.organizations, summit.tree["organizations"]?.array ?? [])
    {
      organizations[organization.id] = self.organization(organization, raw)
    }
    for (participant, raw) in zip(summit.participants, summit.tree["participants"]?.array ?? []) {
      participants[participant.id] = self.participant(participant, raw)
    }
    for (result, raw) in zip(summit.results, summit.tree["results"]?.array ?? []) {
      resultsByArea[result.area ?? Self.noArea, default: []].append(self.result(result, raw))
    }
    for (plan, raw) in zip(summit.plans, summit.tree["plans"]?.array ?? []) {
      plansByArea[plan.area ?? Self.noArea, default: []].append(self.plan(plan, raw))
    }
  }

  var value: Value {
    let raw = summit.tree
    return cited(raw, summit.source).setting([
      ("date", summit.date.value),
      ("reported", summit.reported?.value ?? .null),
      ("venue", optional(raw["venue"], summit.venue, venue)),
      ("alliance", optional(raw["alliance"], summit.alliance, alliance)),
      (
        "industries",
        raw.items("industries", summit.industries) { item, _ in of(industries, item.id) }
      ),
      (
        "organizations",
        raw.items("organizations", summit.organizations) { item, _ in of(organizations, item.id) }
      ),
      ("memberships", raw.items("memberships", summit.memberships, membership)),
      (
        "coverage",
        summit.coverage.value.setting([("note", summit.coverage.note?.value ?? .null)])
      ),
      (
        "participants",
        raw.items("participants", summit.participants) { item, _ in of(participants, item.id) }
      ),
      ("divisions", raw.items("divisions", summit.divisions) { cited($1, $0.source) }),
      ("areas", raw.items("areas", summit.areas, area)),
      ("general", outcomes(of: Self.noArea)),
      ("results", raw.items("results", summit.results, result)),
      ("vision", optional(raw["vision"], summit.vision) { cited($1, $0.source) }),
      ("plans", raw.items("plans", summit.plans, plan)),
      ("projects", raw.items("projects", summit.projects, project)),
      ("statements", raw.items("statements", summit.statements, statement)),
      ("market", raw.items("market", summit.market) { cited($1, $0.source) }),
      ("sources", raw.items("sources", summit.sources, source)),
    ]).filling("host", "romanization")
  }
}

extension SummitTree {
  private func of(_ values: [String: Value], _ id: String) -> Value { values[id] ?? .null }

  private func optional<Item>(
    _ raw: Value?, _ item: Item?, _ value: (Item, Value) -> Value
  ) -> Value {
    guard let raw, let item else { return .null }
    return value(item, raw)
  }

  /// The fact with its sources as a list and as a citation.
  private func cited(_ raw: Value, _ citation: Citation) -> Value {
    raw.setting([
      ("source", .array(citation.map(Value.string))),
      ("cite", citation.isEmpty ? .null : .string(citation.cite)),
    ])
  }

  private static func industry(_ industry: Industry, _ raw: Value) -> Value {
    raw.setting([
      (
        "isic",
        .object([
          ("code", raw["isic"] ?? .null),
          ("section", .string(industry.isic.section.rawValue)),
          ("division", industry.isic.division.map { .number($0) } ?? .null),
        ])
      )
    ])
  }

  private func organization(_ organization: Organization, _ raw: Value) -> Value {
    let parent = organization.parent.flatMap { index.organizations[$0] }
    return cited(raw, organization.source).setting([
      ("kind", organization.kind.value),
      ("industry", of(industries, organization.industry)),
      (
        "parent",
        parent.map { .object([("id", .string($0.id)), ("name", $0.name.value)]) } ?? .null
      ),
    ]).filling("full_name")
  }

  private func participant(_ participant: Participant, _ raw: Value) -> Value {
    cited(raw, participant.source).setting([
      ("organization", of(organizations, participant.organization)),
      ("seniority", participant.seniority.value),
    ])
  }

  private func venue(_ venue: Venue, _ raw: Value) -> Value {
    cited(raw, venue.source).filling("place")
  }

  private func alliance(_ alliance: Alliance, _ raw: Value) -> Value {
    let founding = optional(raw["founding"], alliance.founding) { founding, raw in
      cited(raw, founding.source).setting([("date", founding.date.value)]).filling("place")
    }
    return cited(raw, alliance.source).setting([("founding", founding)])
      .filling("description", "goal")
  }

  private func membership(_ membership: Membership, _ raw: Value) -> Value {
    cited(raw, membership.source).setting([
      ("organization", of(organizations, membership.organization)),
      ("joined", membership.joined.value),
      ("left", membership.left?.value ?? .null),
      ("left_source", .array(membership.leftSource.map(Value.string))),
      (
        "left_cite",
        membership.leftSource.isEmpty ? .null : .string(membership.leftSource.cite)
      ),
    ])
  }

  private func result(_ result: Outcome, _ raw: Value) -> Value {
    grouped(cited(raw, result.source), area: result.area)
  }

  private func plan(_ plan: Plan, _ raw: Value) -> Value {
    grouped(cited(raw, plan.source), area: plan.area)
  }

  private func grouped(_ raw: Value, area: String?) -> Value {
    let area = area.flatMap { index.areas[$0] }
    return raw.setting([
      ("area", area.map { .object([("id", .string($0.id)), ("name", $0.name.value)]) } ?? .null),
      ("figure", raw["figure"].map { $0.filling("unit") } ?? .null),
    ])
  }

  /// An area with its results and plans.
  private func area(_ area: Area, _ raw: Value) -> Value {
    raw.setting((outcomes(of: area.id).object?.members ?? []).map { ($0.key, $0.value) })
  }

  /// Results and plans of one area, or of none, and whether there are any.
  private func outcomes(of area: String) -> Value {
    let results = resultsByArea[area] ?? []
    let plans = plansByArea[area] ?? []
    return .object([
      ("results", .array(results)), ("plans", .array(plans)),
      ("is_empty", Value(.bool(results.isEmpty && plans.isEmpty))),
    ])
  }

  private func project(_ project: Project, _ raw: Value) -> Value {
    cited(raw, project.source).setting([
      ("since", project.since?.value ?? .null),
      ("organizations", .array(project.organizations.map { of(organizations, $0) })),
      ("state", optional(raw["state"], project.state) { cited($1, $0.source) }),
      ("approach", optional(raw["approach"], project.approach) { cited($1, $0.source) }),
      ("uses", raw.items("uses", project.uses) { cited($1, $0.source) }),
    ])
  }

  private func statement(_ statement: Statement, _ raw: Value) -> Value {
    cited(raw, statement.source).setting([("speaker", of(participants, statement.speaker))])
  }

  private func source(_ source: SourceReference, _ raw: Value) -> Value {
    raw.setting([("date", source.date.value), ("text", source.text.value)])
  }
}
