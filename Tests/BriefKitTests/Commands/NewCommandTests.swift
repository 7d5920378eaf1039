import Foundation
import Testing

@Suite struct NewCommandTests {
  /// Data of many shapes, each of which has to become a report that renders.
  private static let data: [(name: String, text: String)] = [
    ("plain.json", #"{"title": "모임", "count": 3, "big": 123456789012, "share": 0.25, "on": true}"#),
    ("nested.json", #"{"매출": {"국내": 1200, "해외": {"합계": 34.5}}, "날짜": "2022-10-25"}"#),
    (
      "list.csv",
      "지역,금액,날짜,id\n서울,700,2022-01-03,1\n부산,300,2022-02-03,2\n서울,,2022-02-04,3\n부산,12.5,2022-03-05,4\n"
    ),
    ("long.csv", "n,v\n" + (0..<50).map { "x\($0),\($0)\n" }.joined()),
    ("years.json", #"[{"year": 2020, "v": 1.5}, {"year": 2021, "v": 2.5}]"#),
    ("one.json", #"[{"v": 1}, {"v": 2}, {"v": null}]"#), ("mixed.json", #"[{"a": 1}, {"a": "x"}]"#),
    ("words.json", #"{"tags": ["a", "b"], "none": [], "nulls": null, "rows": [{"x": {"y": 1}}]}"#),
    ("points.json", #"[{"a": 1, "b": 2}, {"a": 3, "b": 5}]"#), ("scalars.json", "[1, 2, 3]"),
    (
      "odd.json",
      #"[{"US Gross": 1, "a.b": "x", "c[0]": "y", "{{d}}": "z", "e|f": 2, "*g*": 3, "\"h\"": 4, "": 5}]"#
    ),
    ("hostile.json", #"{"title": "a: b # c", "x:y": 3, "k]l": 4, "list of": [{"p q": "r"}]}"#),
    ("empty.json", "{}"), ("emptylist.json", "[]"), ("two.ndjson", "{\"a\": 1}\n{\"a\": 2}\n"),
    ("bilingual.json", #"{"name": {"ko": "모임", "en": "Meeting"}, "n": 1}"#),
  ]

  @Test(arguments: data.map(\.name), ["ko", "en"])
  func aReportOfAnyDataRendersAtOnce(_ name: String, _ language: String) throws {
    let text = try #require(Self.data.first { $0.name == name }?.text)
    let folder = try TemporaryFolder([name: text])
    let data = "\(folder.path)/\(name)"
    let new = CommandRun(["new", "\(folder.path)/r", "--data", data, "--lang", language])
    #expect(new.code == 0, "\(new.errors)")
    let render = CommandRun([
      "render", "\(folder.path)/r", "--data", data, "-o", "\(folder.path)/o",
    ])
    let report = try folder.text("r/report.md")
    #expect(render.code == 0, "\(render.errors)\n\(report)")
    #expect(render.errors == "", "\(render.errors)")
    // Its schema holds the data that it was made of.
    let validate = CommandRun([
      "validate", data, "--schema", "\(folder.path)/r/schema.json", "--formats",
    ])
    #expect(validate.code == 0 && validate.errors == "", "\(validate.errors)")
    // Nothing that the draft reads is missing.
    let inspect = CommandRun(["inspect", "\(folder.path)/r", "--data", data])
    #expect(!inspect.output.contains("Missing"), "\(inspect.output)")
  }

  @Test(arguments: ["movies.json", "seattle-weather.csv", "penguins.json"])
  func realDataBecomeReports(_ name: String) throws {
    let gallery =
      ProcessInfo.processInfo.environment["BRIEFKIT_GALLERY"]
      ?? PackageFolder.path + "/../shared/vega-lite"
    let data = "\(gallery)/data/\(name)"
    guard FileManager.default.fileExists(atPath: data) else { return }
    let folder = try TemporaryFolder([:])
    #expect(CommandRun(["new", "\(folder.path)/r", "--data", data]).code == 0)
    let run = CommandRun(["render", "\(folder.path)/r", "--data", data, "-o", "\(folder.path)/o"])
    #expect(run.code == 0 && run.errors == "", "\(run.errors)")
  }

  @Test func longListsShowTheirFirstRowsAndSayHowManyThereAre() throws {
    let text = try #require(Self.data.first { $0.name == "long.csv" }?.text)
    let folder = try TemporaryFolder(["long.csv": text])
    _ = CommandRun(["new", "\(folder.path)/r", "--data", "\(folder.path)/long.csv"])
    let report = try folder.text("r/report.md")
    #expect(report.contains("처음 20행만 보인다. 모두 {{rows_summary.0.count:,d}}행이다."))
    #expect(try folder.text("r/tables/rows.table.yaml").contains("data: rows_first"))
  }

  @Test func severalInputsAreDeclared() throws {
    let folder = try TemporaryFolder(["a.json": "{\"n\": 1}", "b.csv": "x\n1\n"])
    let data = ["--data", "\(folder.path)/a.json", "--data", "sales=\(folder.path)/b.csv"]
    #expect(CommandRun(["new", "\(folder.path)/r"] + data).code == 0)
    #expect(try folder.text("r/report.md").contains("inputs:\n  sales: {}\n"))
    let run = CommandRun(["render", "\(folder.path)/r", "-o", "\(folder.path)/o"] + data)
    #expect(run.code == 0, "\(run.errors)")
  }

  @Test func aReportThatIsThereIsLeftAlone() throws {
    let folder = try SmallReport.folder()
    let run = CommandRun(["new", "\(folder.path)/r", "--data", "\(folder.path)/d.json"])
    #expect(run.code == 1)
    #expect(
      run.errors(in: folder) == """
        error: there is a report in "DIR/r" already
          hint: choose another folder, or remove that one

        """)
    #expect(try folder.text("r/report.md") == SmallReport.text)
  }

  @Test func withoutDataNothingIsMade() throws {
    let folder = try TemporaryFolder([:])
    let run = CommandRun(["new", "\(folder.path)/r"])
    #expect(run.code == 1)
    #expect(run.errors.contains("a new report is made for data, and none is given"))
  }
}
