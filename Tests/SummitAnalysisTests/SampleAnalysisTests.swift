import Formats
import Inputs
import SummitAnalysis
import SummitData
import Tables
import Testing

@Suite("The samples' numbers")
struct SampleAnalysisTests {
  @Test func keyFiguresOf2022() throws {
    let counts = try analysis(2022).counts
    let expected: [(String, Int)] = [
      ("participants", 13), ("organizations", 13), ("members", 12), ("members_present", 12),
      ("members_absent", 0), ("guests", 1), ("sectors", 11), ("founding_members", 5),
    ]
    for (name, number) in expected {
      #expect(counts[name]?.double == Double(number), "\(name)")
    }
    #expect(counts["members_present_share"]?.number?.text == "100.0")
    #expect(counts["kinds"]?["industry"] == 8)
    #expect(counts["kinds"]?["academia"] == 3)
    #expect(counts["kinds"]?["research_institute"] == 1)
    #expect(counts["kinds"]?["government"] == 1)
    #expect(counts["people_compared"]?["new"]?.isNull == true)
  }

  @Test func sectorsOf2022StandByNumberThenAsListed() throws {
    let analysis = try analysis(2022)
    #expect(
      analysis.column(.sectors, "sector") == [
        "education", "telecom", "electronics", "shipbuilding", "banking", "securities", "food",
        "logistics", "bio", "ict_research", "ict_policy",
      ])
    #expect(analysis.column(.sectors, "participants") == ["3"] + Array(repeating: "1", count: 10))
    #expect(analysis.column(.sectors, "share") == ["23.0"] + Array(repeating: "7.7", count: 10))
    #expect(analysis.column(.sectors, "kind").suffix(2) == ["research_institute", "government"])
  }

  @Test func kindsAndSeniorityOf2022() throws {
    let analysis = try analysis(2022)
    #expect(analysis.column(.kinds, "participants") == ["8", "3", "1", "1"])
    #expect(analysis.column(.kinds, "share") == ["61.5", "23.1", "7.7", "7.7"])
    #expect(analysis.column(.seniority, "participants") == ["6", "2", "3", "2"])
    #expect(analysis[.kinds]?.note?.ko == "보도에 이름이 나온 사람들이며 전체 명단은 아니다.")
  }

  @Test func membersGrowFromFiveToTwelve() throws {
    let analysis = try analysis(2022)
    #expect(analysis.column(.timeline, "members") == ["5", "9", "10", "11", "12"])
    #expect(
      analysis.column(.timeline, "date") == [
        "2020-02-20", "2020-09-25", "2021-04-20", "2021-11-10", "2022-05-26",
      ])
    #expect(
      analysis.column(.timeline, "date_text") == [
        "20 February 2020", "June – 25 September 2020", "20 April 2021", "by 10 November 2021",
        "26 May 2022",
      ])
    #expect(analysis.column(.timeline, "left") == ["–", "–", "–", "–", "LG Uplus"])
    #expect(analysis.column(.timeline, "until").last == "2022-10-25")
  }

  @Test func nineOfElevenMembersAreNamedIn2021() throws {
    let attendance = try analysis(2021).attendance
    #expect(attendance.members.count == 11)
    #expect(attendance.membersPresent.count == 9)
    #expect(attendance.membersAbsent == ["kaist", "lgu"])
    #expect(attendance.guests == [])
  }

  @Test func allNineMembersAndTheMinistryAreNamedIn2020() throws {
    let attendance = try analysis(2020).attendance
    #expect(attendance.membersPresent.count == 9)
    #expect(attendance.membersAbsent == [])
    #expect(attendance.guests == ["msit"])
  }

  @Test func aCompanyOfAGroupStandsForItsMember() throws {
    let analysis = try analysis(2021)
    #expect(analysis.attendance.people["hhi"]?.map(\.id) == ["kang-cheol-ho"])
    #expect(analysis.column(.sectors, "sector").contains("robots"))
    #expect(!analysis.column(.sectors, "sector").contains("shipbuilding"))
  }

  @Test func organizationsComparedWithEarlierSummits() throws {
    let analysis = try analysis(2022, with: [2021, 2020])
    func organizations(_ column: String, _ status: ReturnStatus) -> [String] {
      zip(
        analysis.column(.comparisonOrganizations, "organization"),
        analysis.column(.comparisonOrganizations, column)
      ).filter { $0.1 == status.rawValue }.map(\.0)
    }
    #expect(organizations("since_previous", .new) == ["gc", "kaist", "skku", "msit"])
    #expect(organizations("since_previous", .gone) == [])
    #expect(organizations("since_ever", .new) == ["gc", "skku"])
    #expect(organizations("since_ever", .gone) == ["lgu"])
    #expect(analysis.column(.comparisonOrganizations, "in_2020").count { $0 == "yes" } == 10)
  }

  @Test func peopleComparedWithEarlierSummits() throws {
    let analysis = try analysis(2022, with: [2020, 2021])
    let returning = zip(
      analysis.column(.comparisonPeople, "person"),
      analysis.column(.comparisonPeople, "since_previous")
    ).filter { $0.1 == "returning" }.map(\.0)
    #expect(returning == ["ku-hyeon-mo", "cho-hyeon-min", "kim-u-seung"])
    #expect(analysis.counts["people_compared"]?["new"] == 10)
    #expect(analysis.counts["people_compared"]?["gone"] == 6)
  }

  @Test func summitsStandSideBySideInOrderOfDate() throws {
    let analysis = try analysis(2022, with: [2021, 2020])
    #expect(analysis.column(.summits, "edition") == ["2020", "2021", "2022"])
    #expect(analysis.column(.summits, "participants") == ["10", "9", "13"])
    #expect(analysis.column(.summits, "members") == ["9", "11", "12"])
    #expect(analysis.column(.summits, "sectors") == ["8", "9", "11"])
    #expect(analysis.column(.summits, "coverage") == ["named", "photograph", "named"])
    #expect(
      analysis.column(.kindsBySummit, "participants")
        == ["6", "2", "1", "1", "7", "1", "1", "0", "8", "3", "1", "1"])
  }

  @Test func laterSummitsStandBesideButDecideNothing() throws {
    let analysis = try analysis(2020, with: [2022])
    #expect(analysis.column(.summits, "edition") == ["2020", "2022"])
    #expect(analysis.column(.comparisonPeople, "person") == [])
    #expect(analysis.counts["people_compared"]?["new"]?.isNull == true)
  }

  @Test func joiningSinceThePreviousSummitIsMarked() throws {
    let analysis = try analysis(2022, with: [2021])
    let since = zip(
      analysis.column(.membershipEvents, "organization"),
      analysis.column(.membershipEvents, "since_previous")
    ).filter { $0.1 == "yes" }.map(\.0)
    #expect(since == ["gc", "skku", "lgu"])
  }

  @Test func concentrationOf2022() throws {
    let analysis = try analysis(2022)
    // By hand: sectors (3² + 10·1²) / 13², kinds (8² + 3² + 1² + 1²) / 13².
    #expect(analysis.column(.concentration, "hhi") == ["0.1124", "0.4438", "0.3136"])
    #expect(analysis.column(.concentration, "hhi_points") == ["1124", "4438", "3136"])
    #expect(analysis.column(.concentration, "evenness") == ["0.9639", "0.7443", "0.9170"])
  }

  @Test(arguments: AnalysisTable.Name.allCases)
  func everyTableIsInReachOfTemplates(_ name: AnalysisTable.Name) throws {
    let analysis = try analysis(2022, with: [2021])
    let table = try #require(analysis[name]?.table)
    #expect(analysis.value[name.rawValue] == table.value)
    #expect(!table.rows.isEmpty)
    #expect(Set(table.columns.map(\.name)).count == table.columns.count)
    #expect(table.columns.allSatisfy { $0.title?.ko != nil && $0.title?.en != nil })
    #expect(analysis.value["notes"]?[name.rawValue] != nil)
  }
}
