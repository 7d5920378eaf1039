import Diagnostics
import Inputs
import SummitAnalysis
import SummitData
import Tables
import Testing

/// A summit with these memberships and participants, as JSON; organizations a (with parts b, and c of b), d.
private func summit(
  edition: String = "1", date: String = "\"2022-10-25\"", memberships: String = "",
  participants: [(id: String, organization: String)] = []
) throws -> Summit {
  let people = participants.map {
    """
    {"id": "\($0.id)", "name": {"en": "\($0.id)"}, "organization": "\($0.organization)",
     "position": {"en": "p"}, "seniority": "head", "source": "S"}
    """
  }
  let text = """
    {
      "name": {"en": "s"}, "edition": "\(edition)", "date": \(date), "source": "S",
      "industries": [{"id": "i", "name": {"en": "i"}, "isic": "J"}],
      "organizations": [
        {"id": "a", "name": {"en": "A"}, "kind": "industry", "industry": "i"},
        {"id": "b", "name": {"en": "B"}, "kind": "industry", "industry": "i", "parent": "a"},
        {"id": "c", "name": {"ko": "다"}, "kind": "government", "industry": "i", "parent": "b"},
        {"id": "d", "name": {"en": "D"}, "kind": "academia", "industry": "i"}
      ],
      "memberships": [\(memberships)],
      "coverage": "complete",
      "participants": [\(people.joined(separator: ","))],
      "sources": [{"id": "S", "outlet": {"en": "o"}, "date": "2022"}]
    }
    """
  let source = Source(name: "s.json", text: text)
  return try Summit.decode(Located(JSONReader.read(source), in: source)).summit
}

private func member(_ id: String, joined: String, left: String? = nil) -> String {
  let leaving = left.map { ", \"left\": \($0), \"left_source\": \"S\"" } ?? ""
  return "{\"organization\": \"\(id)\", \"joined\": \(joined), \"source\": \"S\"\(leaving)}"
}

@Suite struct EdgeTests {
  @Test func nobodyThereIsNoFault() throws {
    let analysis = try Analysis(summit())
    #expect(analysis.column(.kinds, "share") == ["0.0", "0.0", "0.0", "0.0"])
    #expect(analysis.column(.sectors, "sector") == [])
    #expect(analysis.column(.concentration, "hhi") == [])
    #expect(analysis.counts["members_present_share"]?.isNull == true)
    #expect(analysis[.kinds]?.note == nil)
  }

  @Test func partsOfPartsStandForTheNearestMember() throws {
    let people = [(id: "x", organization: "c"), (id: "y", organization: "b")]
    let a = try Analysis(
      summit(memberships: member("a", joined: "\"2020\""), participants: people))
    #expect(a.attendance.people["a"]?.map(\.id) == ["x", "y"])
    let b = try Analysis(
      summit(
        memberships: member("a", joined: "\"2020\"") + "," + member("b", joined: "\"2020\""),
        participants: people))
    #expect(b.attendance.people["b"]?.map(\.id) == ["x", "y"])
    #expect(b.attendance.membersAbsent == ["a"])
  }

  @Test func partsOfNoMemberAreGuestsThemselves() throws {
    let analysis = try Analysis(summit(participants: [(id: "x", organization: "c")]))
    #expect(analysis.attendance.guests == ["c"])
    #expect(analysis.column(.attendance, "organization_label") == ["ko"])
  }

  @Test(arguments: [
    ("\"2022-10-25\"", nil, true),
    ("\"2022-10\"", nil, false),  // joined by the 31st at the latest
    ("{\"by\": \"2022-10-25\"}", nil, true),
    ("\"2020\"", "\"2022-10-25\"", false),
    ("\"2020\"", "{\"by\": \"2022-10-26\"}", true),
  ])
  func membershipCountsFromTheLatestDays(_ joined: String, _ left: String?, _ holds: Bool) throws {
    let summit = try summit(memberships: member("a", joined: joined, left: left))
    #expect(Attendance(summit).isMember("a") == holds)
  }

  @Test func whoLeftAndJoinedAgainIsCountedOnce() throws {
    let analysis = try Analysis(
      summit(
        memberships: [
          member("a", joined: "\"2022-01-01\"", left: "\"2022-02-01\""),
          member("a", joined: "\"2022-03-01\""), member("d", joined: "\"2022-02-01\""),
        ].joined(separator: ",")))
    #expect(analysis.column(.timeline, "members") == ["1", "1", "2"])
    #expect(analysis.attendance.members == ["a", "d"])
  }

  @Test func changesAfterTheSummitStayOnTheTimeline() throws {
    let analysis = try Analysis(
      summit(
        memberships: member("a", joined: "\"2022-01\"") + ","
          + member("d", joined: "\"2023-01-01\"")))
    #expect(analysis.column(.timeline, "members") == ["1", "2"])
    #expect(analysis.column(.timeline, "until") == ["2023-01-01", "2023-01-01"])
    #expect(analysis.attendance.members == ["a"])
  }

  @Test func twoSummitsOfOneEditionAreRefused() throws {
    let first = try summit(edition: "1-a")
    let second = try summit(edition: "1 a", date: "\"2021-10-25\"")
    let error = #expect(throws: DiagnosticError.self) {
      try Analysis(first, comparedWith: [second])
    }
    #expect(
      error?.diagnostics.map { $0.rendered(.plain) } == [
        """
        error: two summits are both of edition "1 a"
          hint: compare summits whose "edition" differs
        """
      ])
  }
}

@Suite struct ListTests {
  private func ids(_ analysis: Analysis, _ list: String, _ column: String) -> [String] {
    analysis.value["lists"]?[list]?.array?.compactMap { $0[column]?.string } ?? ["no list"]
  }

  @Test func namesWhoWasAbsentAndWhoJoined() throws {
    let of2021 = try analysis(2021, with: [2020])
    #expect(ids(of2021, "absent", "organization") == ["kaist", "lgu"])
    #expect(ids(of2021, "joined", "organization") == ["woori", "hanjin"])
    #expect(ids(of2021, "left", "organization") == [])
    let of2022 = try analysis(2022, with: [2021])
    #expect(ids(of2022, "guests", "organization") == ["msit"])
    #expect(ids(of2022, "left", "organization") == ["lgu"])
    #expect(try ids(analysis(2022), "joined", "organization") == [])
  }

  @Test func leaderHasMoreThanAnyOther() throws {
    #expect(try ids(analysis(2022), "leading_sector", "sector") == ["education"])
    #expect(try ids(analysis(2021), "leading_sector", "sector") == [])
    #expect(try ids(analysis(2022), "leading_kind", "kind") == ["industry"])
    // Kinds stand in their own order: the largest needn't be the first.
    let academic = try Analysis(
      summit(participants: [(id: "x", organization: "d"), (id: "y", organization: "d")]))
    #expect(ids(academic, "leading_kind", "kind") == ["academia"])
    #expect(ids(academic, "leading_sector", "sector") == ["i"])
    #expect(try ids(Analysis(summit()), "leading_kind", "kind") == [])
  }
}
