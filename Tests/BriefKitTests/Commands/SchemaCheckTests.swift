import Testing

/// `schema.json` in a report's folder, and `brief validate --schema`.
@Suite struct SchemaCheckTests {
  static let schema = """
    {
      "properties": {
        "name": {"type": "string"},
        "count": {"type": "integer", "minimum": 5},
        "day": {"format": "date"}
      },
      "required": ["name"]
    }
    """

  private func render(_ folder: TemporaryFolder, _ options: [String] = []) -> CommandRun {
    CommandRun(
      [
        "render", "\(folder.path)/r", "--data", "\(folder.path)/d.json", "-o",
        "\(folder.path)/out/a.pdf",
      ] + options)
  }

  @Test func dataThatFollowsTheReportsSchemaIsRendered() throws {
    let folder = try SmallReport.folder([
      "r/schema.json": Self.schema, "d.json": #"{"name": "모임", "count": 5, "day": "2022-10-25"}"#,
    ])
    let run = render(folder)
    #expect(run.errors(in: folder) == "")
    #expect(run.code == 0)
    #expect(try folder.files.contains("out/a.pdf"))
  }

  @Test func dataThatBreaksTheReportsSchemaIsReportedBeforeItIsBound() throws {
    let folder = try SmallReport.folder([
      "r/schema.json": Self.schema, "d.json": #"{"nmae": "모임", "count": 3, "day": "soon"}"#,
    ])
    let said = """
      DIR/d.json:1:1: error: the input has no "name", which is required
      DIR/r/schema.json:7:3: note: "required" of the schema stands here
        hint: did you mean "name" where it says "nmae"?
      DIR/d.json:1:25: error: "/count" must be at least 5, not 3
      DIR/r/schema.json:4:34: note: "minimum" of the schema stands here
      DIR/d.json:1:35: error: "/day" must be a date, not "soon"
      DIR/r/schema.json:5:13: note: "format" of the schema stands here
        hint: write it as in "2022-10-25"

      """
    let run = render(folder)
    #expect(run.errors(in: folder) == said)
    #expect(run.code == 1)
    #expect(try !folder.files.contains("out/a.pdf"))
    let validated = CommandRun([
      "validate", "\(folder.path)/r", "--data", "\(folder.path)/d.json",
    ])
    #expect(validated.errors(in: folder) == said)
    #expect(validated.code == 1)
  }

  @Test func theFrontMatterNamesAnotherSchema() throws {
    let report = SmallReport.text.replacing("title:", with: "schema: shapes/d.yaml\ntitle:")
    let folder = try SmallReport.folder([
      "r/report.md": report, "r/shapes/d.yaml": "properties:\n  count:\n    maximum: 2\n",
    ])
    #expect(
      render(folder).errors(in: folder) == """
        DIR/d.json:1:25: error: "/count" must be at most 2, not 3
        DIR/r/shapes/d.yaml:3:5: note: "maximum" of the schema stands here

        """)
    let without = try SmallReport.folder(["r/report.md": report])
    #expect(
      render(without).errors(in: without) == """
        DIR/r/report.md:2:9: error: there is no schema "shapes/d.yaml" in the report's folder
          hint: put it beside report.md, or leave "schema" out

        """)
  }

  @Test func aFaultyReportSchemaIsReportedWithoutData() throws {
    let folder = try SmallReport.folder(["r/schema.json": #"{"type": "objct", "tpye": 1}"#])
    let run = CommandRun(["validate", "\(folder.path)/r"])
    #expect(
      run.errors(in: folder) == """
        DIR/r/schema.json:1:10: error: unknown type "objct"
          hint: did you mean "object"?
        DIR/r/schema.json:1:19: warning: unknown keyword "tpye" is ignored
          hint: did you mean "type"?

        """)
    #expect(run.code == 1)
  }

  @Test(arguments: [[], ["--data", "d.json"]])
  func anOddReportSchemaIsAWarning(_ data: [String]) throws {
    let folder = try SmallReport.folder(["r/schema.json": #"{"tpye": "object"}"#])
    let data = data.map { $0.hasPrefix("-") ? $0 : "\(folder.path)/\($0)" }
    let run = CommandRun(["validate", "\(folder.path)/r"] + data)
    #expect(
      run.errors(in: folder).hasPrefix(
        """
        DIR/r/schema.json:1:2: warning: unknown keyword "tpye" is ignored
          hint: did you mean "type"?

        """))
    #expect(run.code == 0)
  }

  @Test func aDataFileOfAnyFormatIsHeldAgainstASchema() throws {
    let folder = try TemporaryFolder([
      "s.json": #"{"items": {"properties": {"n": {"minimum": 2}, "day": {"format": "date"}}}}"#,
      "a.csv": "n,day\n2,2022-10-25\n1,soon\n", "b.ndjson": "{\"n\": 2}\n{\"n\": 1}\n",
      "c.yaml": "- n: 2\n- n: 1\n", "good.json": "[{\"n\": 3}]",
    ])
    func validate(_ file: String, _ options: [String] = []) -> CommandRun {
      CommandRun(
        ["validate", "\(folder.path)/\(file)", "--schema", "\(folder.path)/s.json"] + options)
    }
    let note = "DIR/s.json:1:33: note: \"minimum\" of the schema stands here\n"
    #expect(
      validate("a.csv").errors(in: folder) == """
        DIR/a.csv:3:1: error: "/1/n" must be at least 2, not 1
        \(note)DIR/a.csv:3:3: error: "/1/day" must be a date, not "soon"
        DIR/s.json:1:56: note: "format" of the schema stands here
          hint: write it as in "2022-10-25"

        """)
    #expect(
      validate("a.csv", ["--no-formats"]).errors(in: folder)
        == "DIR/a.csv:3:1: error: \"/1/n\" must be at least 2, not 1\n" + note)
    #expect(
      validate("b.ndjson").errors(in: folder)
        == "DIR/b.ndjson:2:7: error: \"/1/n\" must be at least 2, not 1\n" + note)
    #expect(
      validate("c.yaml").errors(in: folder)
        == "DIR/c.yaml:2:6: error: \"/1/n\" must be at least 2, not 1\n" + note)
    let good = validate("good.json", ["--formats"])
    #expect(good.errors == "" && good.output == "" && good.code == 0)
    #expect(validate("a.csv").code == 1)
  }

  @Test func aSchemaThatIsMissingOrForAReportIsRefused() throws {
    let folder = try SmallReport.folder(["s.json": "{}"])
    let missing = CommandRun([
      "validate", "\(folder.path)/d.json", "--schema", "\(folder.path)/none.json",
    ])
    #expect(missing.errors(in: folder).contains("DIR/none.json"))
    #expect(missing.code == 1)
    let report = CommandRun([
      "validate", "\(folder.path)/r", "--schema", "\(folder.path)/s.json",
    ])
    #expect(
      report.errors(in: folder) == """
        error: "DIR/r" is no data file, and --schema goes with one
          hint: a report's own schema lies beside report.md: schema.json

        """)
    #expect(report.code == 64)
  }

  @Test(arguments: [
    (
      "regex-steps=3", "matching the pattern \"^(x|y)+z$\" passes the limit of 3 steps"
    ),
    ("schema-steps=1", "checking the input against its schema passes the limit of 1 steps"),
  ]) func limitsOfTheCheckAreOptions(_ setting: String, _ message: String) throws {
    let folder = try SmallReport.folder([
      "r/schema.json": #"{"properties": {"name": {"pattern": "^(x|y)+z$"}}}"#,
      "d.json": #"{"name": "xyxyxyxyxyxyz", "count": 1}"#,
    ])
    #expect(render(folder).code == 0)
    let run = render(folder, ["--limit", setting])
    #expect(run.errors(in: folder).hasPrefix("DIR/d.json:1:10: error: \(message)\n"))
    #expect(
      run.errors.contains("  hint: if that is intended: --limit \(setting.prefix { $0 != "=" })="))
    #expect(run.code == 1)
  }

  @Test func theSchemaInferredFromDataAcceptsIt() throws {
    let folder = try SmallReport.folder()
    let data = ["--data", "\(folder.path)/d.json"]
    let schema = CommandRun(["schema", "\(folder.path)/r"] + data)
    #expect(schema.code == 0)
    try folder.write(schema.output, to: "r/schema.json")
    #expect(render(folder).errors(in: folder) == "")
    try folder.write(#"{"name": "모임", "count": "셋"}"#, to: "d.json")
    #expect(
      render(folder).errors(in: folder).hasPrefix("DIR/d.json:1:25: error: \"/count\" must be"))
  }

  /// The published schema of a summit and the samples agree.
  @Test func theSamplesFollowTheSchemaOfSummits() throws {
    let schema = CommandRun(["schema", "summit"])
    let folder = try TemporaryFolder(["summit.schema.json": schema.output])
    for year in 2020...2022 {
      let run = CommandRun([
        "validate", PackageFolder.sample(year), "--schema", "\(folder.path)/summit.schema.json",
      ])
      #expect(run.errors == "")
      #expect(run.code == 0)
    }
  }
}
