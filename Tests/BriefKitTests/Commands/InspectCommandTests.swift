import Testing

@Suite struct InspectCommandTests {
  private static let files = [
    "r/report.md": """
    ---
    title: "{{name}}"
    tables:
      big: {data: regions, transform: [{filter: datum.amount > 5}]}
    ---
    {{#regions}}
    - {{name}} {{amount:,.1f}} {{?remark}}
    {{/regions}}
    {{#big}}{{kind}}{{/big}} {{totl}}
    {{#?people}}{{name}}{{/people}}

    ![차트](c.vl.json)
    """,
    "r/c.vl.json": #"""
    {"data": {"name": "sales"}, "mark": "bar",
     "transform": [{"calculate": "datum.plan * 2", "as": "twice"}],
     "encoding": {"x": {"field": "month"}, "y": {"field": "twice", "type": "quantitative"}}}
    """#,
    "d.json": #"""
    {"name": "모임", "total": 5, "note": "쓰지 않음",
     "regions": [{"name": "서울", "amount": 1.5, "kind": "도시", "code": 1}, {"name": "부산", "amount": 9, "kind": "도시", "code": null}],
     "sales": [{"month": "2022-01", "plan": 1, "actual": 2}]}
    """#,
  ]

  private func run(_ arguments: String) throws -> String {
    let folder = try TemporaryFolder(Self.files)
    let words = arguments.replacing("DIR", with: folder.path).split(separator: " ").map(String.init)
    let run = CommandRun(words)
    #expect(run.code == 0, "\(run.errors)")
    return run.output.replacing(folder.path, with: "DIR")
  }

  @Test func namesAreToldWithTypePlaceAndFormat() throws {
    let text = try run("inspect DIR/r --data DIR/d.json")
    let lines = text.split(separator: "\n").map { line in
      line.split(separator: " ").joined(separator: " ")
    }
    for line in [
      "name text value DIR/r/report.md:2:8 and 1 more",
      "regions list of 2 objects rows, section DIR/r/report.md:4:15 and 1 more",
      "regions[].amount number field, value ,.1f DIR/r/report.md:4:45 and 1 more",
      "regions[].name text value DIR/r/report.md:7:3",
      "big[].kind text value DIR/r/report.md:9:9",
      "totl – value DIR/r/report.md:9:26",
      "sales list of 1 object rows DIR/r/c.vl.json:1:19",
      "sales[].plan number field DIR/r/c.vl.json:2:30",
      "sales[].month date field DIR/r/c.vl.json:3:30",
    ] {
      #expect(lines.contains(line), "\(line)\n\(text)")
    }
  }

  @Test func whatIsMissingAndWhatIsNeverUsedIsTold() throws {
    let text = try run("inspect DIR/r --data DIR/d.json")
    let missing = try #require(text.split(separator: "Missing in the data\n").last)
    let lines = missing.split(separator: "\n").map { line in
      line.split(separator: " ").joined(separator: " ")
    }
    for line in [
      "totl did you mean \"total\"? DIR/r/report.md:9:26",
      "remark may be missing DIR/r/report.md:7:28", "people may be missing DIR/r/report.md:10:1",
      "total number", "note text", "regions[].code number or null", "sales[].actual number",
    ] {
      #expect(lines.contains(line), "\(line)\n\(text)")
    }
    // A column that a derived table hands on is used.
    #expect(!lines.contains("regions[].kind text"))
  }

  @Test func withoutDataTheNamesAreTold() throws {
    let text = try run("inspect DIR/r")
    #expect(text.contains("regions"))
    #expect(!text.contains("Missing") && !text.contains("Never used"))
  }

  @Test func programsGetJSON() throws {
    let text = try run("inspect DIR/r --data DIR/d.json --format json")
    for part in [
      #""missing": ["#, #""suggestion": "total""#, #""type": "number or null""#, #""as": "field""#,
    ] {
      #expect(text.contains(part), "\(part)\n\(text)")
    }
  }

  @Test func theSampleIsWhole() {
    let run = CommandRun([
      "inspect", "executive-brief", "--data", PackageFolder.sample(2022),
      "--data", "earlier=\(PackageFolder.sample(2021))",
    ])
    #expect(run.code == 0, "\(run.errors)")
    let parts = run.output.split(separator: "Missing in the data")
    let lines = parts.count > 1 ? parts[1] : ""
    #expect(!lines.contains("did you mean") && !lines.contains("_label"), "\(lines)")
  }
}
