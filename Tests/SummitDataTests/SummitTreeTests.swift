import Diagnostics
import Inputs
import SummitData
import Testing

@Suite struct SummitTreeTests {
  /// The value at a dotted path; numbers are positions in lists.
  private func at(_ path: String, of value: Value) -> Value? {
    path.split(separator: ".").reduce(Optional(value)) { value, key in
      if let position = Int(key) {
        guard let items = value?.array, items.indices.contains(position) else { return nil }
        return items[position]
      }
      return value?[String(key)]
    }
  }

  static let paths: [(String, Value)] = [
    ("name.ko", "AI 원팀 서밋 2022"),
    ("date.latest", "2022-10-25"),
    ("date.text.ko", "2022년 10월 25일"),
    ("cite", "A; @B; @K"),
    ("host", .null),
    ("coverage.code", "named"),
    ("coverage.note.en", "Those whom the reports name; the list is not complete."),
    ("venue.name.en", "Sofitel Ambassador Seoul"),
    ("venue.cite", "A"),
    ("alliance.founding.place.ko", "KAIST(대전)"),
    ("participants.0.name.ko", "구현모"),
    ("participants.0.organization.name.ko", "KT"),
    ("participants.0.organization.kind.label.ko", "기업"),
    ("participants.0.organization.industry.name.ko", "통신"),
    ("participants.0.organization.industry.isic.section", "J"),
    ("participants.0.organization.industry.isic.division", 61),
    ("participants.0.organization.parent", .null),
    ("participants.0.seniority.label.en", "Head of organization"),
    ("organizations.12.full_name.ko", "한국전자통신연구원"),
    ("memberships.6.organization.name.en", "LG Uplus"),
    ("memberships.6.left.text.ko", "2022년 5월 26일까지"),
    ("memberships.6.left_cite", "J"),
    ("memberships.0.left", .null),
    ("areas.0.plans.1.figure.value", 200_000_000_000),
    ("areas.0.results.0.title.ko", "열린 연구개발"),
    ("plans.0.area", .null),
    ("plans.1.area.name.en", "Research"),
    ("plans.1.figure", .null),
    ("projects.0.since.text.en", "2021"),
    ("projects.0.organizations.3.name.ko", "ETRI"),
    ("projects.0.uses.4.name.ko", "신약 개발"),
    ("projects.0.state.cite", "A"),
    ("statements.0.speaker.organization.name.en", "KT"),
    ("sources.0.text.ko", "아주경제, 2022년 10월 26일"),
    ("sources.0.text.en", "Ajou Business Daily, 26 October 2022"),
  ]

  @Test(arguments: paths)
  func templatesReach(_ path: String, _ expected: Value) throws {
    #expect(at(path, of: try sample(2022).value) == expected)
  }

  @Test(arguments: sampleYears)
  func textsKeepTheirPlaceInTheFile(_ year: Int) throws {
    let source = try sampleSource(year)
    let name = try #require(at("participants.3.name.ko", of: sample(year).value))
    #expect(
      String(decoding: source.bytes[name.range], as: UTF8.self)
        == "\"\(name.string ?? "")\"")
  }

  /// Whether a template may ask one tree for all that it may ask another: strict templates need every name.
  @Test func whatAFileLeavesOutIsNullOrEmpty() throws {
    let full = try sample(2022).value
    let small = try decode(smallSummit).value
    for key in full.object?.keys ?? [] { #expect(small[key] != nil, "\(key)") }
    let lists = [
      "organizations", "memberships", "participants", "results", "areas", "industries", "sources",
    ]
    for list in lists {
      let keys = full[list]?.array?.first?.object?.keys ?? []
      #expect(!keys.isEmpty)
      for key in keys { #expect(small[list]?.array?.first?[key] != nil, "\(list).\(key)") }
    }
    #expect(small["host"]?.isNull == true)
    #expect(small["plans"]?.array?.isEmpty == true)
    #expect(small["vision"]?.isNull == true)
  }
}
