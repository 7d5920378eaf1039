import Diagnostics
import Formats
import Inputs
import SummitData
import Testing

@Suite struct SampleTests {
  @Test(arguments: sampleYears)
  func decodesWithoutWarnings(_ year: Int) throws {
    let source = try sampleSource(year)
    let (summit, warnings) = try Summit.decode(Located(JSONReader.read(source), in: source))
    #expect(warnings.isEmpty)
    #expect(summit.edition == "\(year)")
  }

  @Test(
    arguments: zip(
      sampleYears, [(10, 9, Coverage.named), (9, 11, .photograph), (13, 12, .named)]))
  func holdsTheNumbersOfTheReports(
    _ year: Int, _ expected: (participants: Int, members: Int, coverage: Coverage)
  ) throws {
    let summit = try sample(year)
    let members = summit.memberships.filter { $0.holds(on: summit.date.latestDay) }
    #expect(summit.participants.count == expected.participants)
    #expect(members.count == expected.members)
    #expect(summit.coverage == expected.coverage)
  }

  @Test(arguments: sampleYears)
  func knowsAllNamesInBothLanguages(_ year: Int) throws {
    let tree = try sample(year).tree(in: sampleSource(year))
    var incomplete: [Value] = []
    func walk(_ value: Value) {
      if let object = value.object {
        let languages = object.keys.filter { $0 == "ko" || $0 == "en" }
        if languages.count == 1 { incomplete.append(value) }
        object.members.forEach { walk($0.value) }
      }
      value.array?.forEach(walk)
    }
    walk(tree)
    #expect(incomplete.isEmpty)
  }

  @Test func dateAndVenueOf2022() throws {
    let summit = try sample(2022)
    #expect(summit.date.latestDay == CivilDate(year: 2022, month: 10, day: 25))
    #expect(summit.reported?.latestDay == CivilDate(year: 2022, month: 10, day: 26))
    #expect(summit.venue?.name.ko == "소피텔 앰배서더 서울")
    #expect(summit.plans.compactMap(\.figure?.value.double) == [2e11])
    #expect(summit.projects.first?.uses.count == 5)
  }

  @Test func yearsAgreeOnWhatTheyShare() throws {
    let summits = try sampleYears.map(sample)
    for (earlier, later) in zip(summits, summits.dropFirst()) {
      let names = SummitIndex(later)
      for organization in earlier.organizations {
        guard let same = names.organizations[organization.id] else { continue }
        #expect(same == organization)
      }
      for industry in earlier.industries {
        guard let same = names.industries[industry.id] else { continue }
        #expect(same == industry)
      }
      for membership in earlier.memberships {
        let same = later.memberships.first { $0.organization == membership.organization }
        #expect(same?.joined == membership.joined)
      }
    }
  }
}

extension Summit {
  fileprivate func tree(in source: Source) throws -> Value { try JSONReader.read(source) }
}
