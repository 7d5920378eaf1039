import Testing

/// A limit set low on the command line, and what is said of a report that passes it.
struct PassedLimit: CustomTestStringConvertible {
  let setting: String
  let message: String

  var testDescription: String { setting }

  static let table = [
    PassedLimit(
      setting: "input-bytes=20",
      message: "DIR/r/report.md: error: \"DIR/r/report.md\" passes the limit of 20 bytes"),
    PassedLimit(
      setting: "input-depth=1",
      message:
        "DIR/d.json:1:23: error: the nesting of lists and objects passes the limit of 1 levels"
    ),
    PassedLimit(
      setting: "pages=1",
      message: "DIR/r/report.md:4:16: error: the document passes the limit of 1 pages"),
    PassedLimit(
      setting: "image-pixels=100",
      message: "error: a picture of 1191 × 1684 passes the limit of 100 pixels"),
    PassedLimit(
      setting: "svg-bytes=80",
      message: "DIR/r/report.md:12:1: error: the drawing passes the limit of 80 bytes"),
    PassedLimit(
      setting: "svg-shapes=1",
      message: "DIR/r/report.md:12:1: error: the drawing passes the limit of 1 shapes"),
    PassedLimit(
      setting: "template-depth=1",
      message: "DIR/r/report.md:4:10: error: the nesting of sections passes the limit of 1 levels"),
    PassedLimit(
      setting: "template-bytes=10",
      message: "DIR/r/report.md:4:16: error: the expanded text passes the limit of 10 bytes"),
    PassedLimit(
      setting: "expression-steps=2",
      message: "DIR/r/c.vl.json:2:30: error: evaluating expressions passes the limit of 2 steps"),
    PassedLimit(
      setting: "rows=1",
      message: "DIR/r/report.md:4:10: error: the expansion of sections passes the limit of 1 rows"),
  ]
}

@Suite struct LimitTests {
  static let files = [
    "r/report.md": """
    ---
    title: "{{name}}"
    ---
    {{#rows}}{{#n}}{{n}} row{{/n}}

    ::: {.page-break}
    :::
    {{/rows}}

    ![C](c.vl.json){#fig-c}

    ![D](d.svg)
    """,
    "r/d.svg": """
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9"/><path d="M0 0v9"/></svg>
    """,
    "d.json": #"{"name": "x", "rows": [{"n": 1}, {"n": 2}, {"n": 3}]}"#,
    "r/c.vl.json": """
    {"data": {"name": "rows"},
     "transform": [{"calculate": "datum.n * 2 + 1", "as": "m"}], "mark": "bar",
     "encoding": {"x": {"field": "n", "type": "ordinal"},
                  "y": {"field": "m", "type": "quantitative"}}}
    """,
  ]

  private func render(_ folder: TemporaryFolder, _ options: [String]) -> CommandRun {
    CommandRun(
      [
        "render", "\(folder.path)/r", "--data", "\(folder.path)/d.json", "-o",
        "\(folder.path)/out",
      ] + options)
  }

  @Test func theReportPassesNoLimitByDefault() throws {
    let folder = try TemporaryFolder(Self.files)
    let run = render(folder, [])
    #expect(run.errors == "")
    #expect(run.code == 0)
  }

  @Test(arguments: PassedLimit.table)
  func aLimitThatIsPassedIsOneErrorThatNamesTheOption(_ limit: PassedLimit) throws {
    let folder = try TemporaryFolder(Self.files)
    let run = render(folder, ["--limit", limit.setting])
    let lines = run.errors(in: folder).split(separator: "\n")
    #expect(lines.first.map(String.init) == limit.message)
    let name = limit.setting.prefix { $0 != "=" }
    #expect(
      lines.dropFirst().first?.hasPrefix("  hint: if that is intended: --limit \(name)=") == true)
    #expect(run.code == 1)
    #expect(try folder.files == Self.files.keys.sorted())
  }
}
