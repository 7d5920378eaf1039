import Testing

@Suite struct AnalyzeCommandTests {
  @Test func textHasEveryTableWithRowsUnderItsTitle() {
    let run = CommandRun(["analyze", PackageFolder.sample(2022)])
    #expect(run.code == 0)
    #expect(run.errors == "")
    #expect(run.output.hasPrefix("산업·분야별 참석자 (sectors)\n"))
    #expect(run.output.contains("\n\n직급별 참석자 (seniority)\n"))
  }

  @Test func oneTableInEnglish() {
    let run = CommandRun([
      "analyze", PackageFolder.sample(2022), "--table", "kinds", "--lang", "en",
    ])
    #expect(run.output.hasPrefix("Participants by kind of organization (kinds)\n"))
    #expect(run.output.contains("\nResearch institute"))
    #expect(!run.output.contains("research_institute"))
  }

  @Test func csvHasBothLanguagesUnlessOneIsChosen() {
    let arguments = ["analyze", PackageFolder.sample(2022), "--table", "kinds", "--format", "csv"]
    #expect(
      CommandRun(arguments).output.hasPrefix(
        "kind,kind_label_ko,kind_label_en,participants,share\n"))
    #expect(
      CommandRun(arguments + ["--lang", "ko"]).output.hasPrefix(
        "kind,kind_label,participants,share\n"))
  }

  @Test func summitsAreCompared() {
    let run = CommandRun([
      "analyze", PackageFolder.sample(2022), "--compare", PackageFolder.sample(2021), "--compare",
      PackageFolder.sample(2020), "--table", "summits", "--format", "csv",
    ])
    #expect(run.output.split(separator: "\n").count == 4)
  }

  @Test func allFaultsOfAllFilesAreSaid() throws {
    let folder = try TemporaryFolder(["a.json": "[", "b.json": "{"])
    let run = CommandRun([
      "analyze", "\(folder.path)/a.json", "--compare", "\(folder.path)/b.json",
    ])
    #expect(run.code == 1)
    #expect(run.output == "")
    #expect(run.errors.contains("a.json:1:2: error:"))
    #expect(run.errors.contains("b.json:1:2: error:"))
  }
}

@Suite struct ValidateCommandTests {
  @Test func nothingWrongPrintsNothing() throws {
    let folder = try SmallReport.folder(["a.csv": "a,b\n1,2\n"])
    for arguments in [
      ["\(folder.path)/r", "--data", "\(folder.path)/d.json"],
      ["\(folder.path)/d.json"], ["\(folder.path)/a.csv"],
      [PackageFolder.sample(2022), "--as", "summit"],
    ] {
      let run = CommandRun(["validate"] + arguments)
      #expect(run.code == 0)
      #expect(run.errors + run.output == "")
    }
    #expect(try folder.files == ["a.csv", "d.json", "r/report.md"])
  }

  @Test func aReportWithoutDataIsReadByItself() throws {
    let folder = try SmallReport.folder(["r/report.md": "---\ntitel: x\n---\n{{/a}}\n"])
    let run = CommandRun(["validate", "\(folder.path)/r"])
    #expect(run.code == 1)
    #expect(run.errors.contains("did you mean \"title\"?"))
    #expect(run.errors.contains("report.md:4:1: error:"))
  }

  @Test func dataGoesWithAReport() throws {
    let folder = try SmallReport.folder()
    let run = CommandRun([
      "validate", "\(folder.path)/d.json", "--data", "\(folder.path)/d.json",
    ])
    #expect(run.code == 64)
    #expect(
      run.errors(in: folder)
        == "error: \"DIR/d.json\" is a data file, and --data goes with a report\n"
        + "  hint: leave out --data, or name the report's folder\n")
  }
}

@Suite struct SchemaCommandTests {
  @Test func theSummitsSchemaIsPrintedTheSameEveryTime() {
    let run = CommandRun(["schema", "summit"])
    #expect(run.code == 0)
    #expect(
      run.output.hasPrefix(
        "{\n  \"$schema\": \"https://json-schema.org/draft/2020-12/schema\",\n"))
    #expect(run.output == CommandRun(["schema", "summit"]).output)
  }
}

@Suite struct FontsCommandTests {
  @Test func listsTheFaces() {
    let run = CommandRun(["fonts"])
    #expect(run.code == 0)
    #expect(run.output.contains("Brief Sans KR     400  upright  installable"))
  }

  @Test func tellsTheFaceOfEachCharacterOnce() {
    let run = CommandRun(["fonts", "--text", "가 나가"])
    #expect(run.code == 0)
    #expect(
      run.output == """
        text  code    face
        ────  ──────  ─────────────
        가    U+AC00  Brief Sans KR
        나    U+B098  Brief Sans KR

        """)
  }

  @Test func aCharacterThatNoFaceHasIsExit1AndTheRestIsListed() {
    let run = CommandRun(["fonts", "--text", "가\u{20000}"])
    #expect(run.code == 1)
    #expect(run.output.contains("가    U+AC00  Brief Sans KR"))
  }
}

@Suite struct ChartCommandTests {
  static let spec = """
    {"data": {"name": "rows"}, "mark": "bar",
     "encoding": {"x": {"field": "year", "type": "ordinal"},
                  "y": {"field": "count", "type": "quantitative"}}}
    """

  @Test(arguments: [
    ("c.png", ["c.png"]), ("c.svg", ["c.svg"]), ("c.pdf", ["c.pdf"]),
    ("out", ["out/bars.png", "out/bars.svg"]),
  ])
  func aChartIsDrawnByTheEndingOfItsOutput(_ output: String, _ expected: [String]) throws {
    let folder = try TemporaryFolder([
      "bars.vl.json": Self.spec, "rows.csv": "year,count\n2020,5\n2021,9\n",
    ])
    let run = CommandRun([
      "chart", "\(folder.path)/bars.vl.json", "--data", "rows=\(folder.path)/rows.csv", "-o",
      "\(folder.path)/\(output)",
    ])
    #expect(run.errors == "")
    #expect(run.code == 0)
    #expect(try folder.files == (["bars.vl.json", "rows.csv"] + expected).sorted())
  }

  @Test func timingsTellWhatEachOfSeveralChartsTook() throws {
    let folder = try TemporaryFolder([
      "a.vl.json": Self.spec, "b.vl.json": Self.spec, "rows.csv": "year,count\n2020,5\n",
    ])
    func told(_ specs: [String]) -> [String] {
      let run = CommandRun(
        ["chart"] + specs.map { "\(folder.path)/\($0)" } + [
          "--data", "rows=\(folder.path)/rows.csv", "-o", "\(folder.path)/out", "--timings",
        ])
      return run.errors(in: folder).replacing(/\d+\.\d+/, with: "N").split(separator: "\n")
        .map(String.init)
    }
    #expect(
      told(["a.vl.json", "b.vl.json"]).suffix(2) == [
        "DIR/a.vl.json: charts N, png N, svg N ms CPU",
        "DIR/b.vl.json: charts N, png N, svg N ms CPU",
      ])
    #expect(told(["a.vl.json"]).last?.hasPrefix("total") == true)
  }

  @Test(arguments: [[], ["--scale", "2"]])
  func theSizeIsThatOfThePictureInPixels(_ options: [String]) throws {
    let folder = try TemporaryFolder(["bars.vl.json": Self.spec, "rows.json": "[]"])
    let run = CommandRun(
      [
        "chart", "\(folder.path)/bars.vl.json", "--data", "rows=\(folder.path)/rows.json", "-o",
        "\(folder.path)/c.png", "--size", "401x203",
      ] + options)
    #expect(run.code == 0)
    // The header's width and height: PNG specification, 11.2.1.
    #expect(try folder.bytes("c.png")[16..<24] == [0, 0, 1, 0x91, 0, 0, 0, 0xCB])
  }

  @Test func theDataBehindAChartIsWrittenBesideIt() throws {
    let folder = try TemporaryFolder([
      "bars.vl.json": Self.spec, "rows.csv": "year,count\n2020,5\n2021,9\n",
    ])
    let run = CommandRun([
      "chart", "\(folder.path)/bars.vl.json", "--data", "rows=\(folder.path)/rows.csv", "-o",
      "\(folder.path)/c.svg", "--csv",
    ])
    #expect(run.code == 0)
    #expect(try folder.files == ["bars.vl.json", "c.svg", "c.table.csv", "rows.csv"])
    #expect(
      String(decoding: try folder.bytes("c.table.csv"), as: UTF8.self)
        == "year,count\n2020,5\n2021,9\n")
  }

  @Test(arguments: [("", UInt8(6)), ("\"background\": \"#ffffff\",", 3)])
  func aChartWithoutAGroundLetsTheSlideThrough(background: String, colorType: UInt8) throws {
    let spec =
      "{\(background) \"data\": {\"values\": [{\"a\": 1}]}, \"mark\": \"bar\", \"encoding\": {\"x\": {\"field\": \"a\", \"type\": \"quantitative\"}}}"
    let folder = try TemporaryFolder(["bars.vl.json": spec])
    let options = background.isEmpty ? ["--background", "transparent"] : []
    let run = CommandRun(
      ["chart", "\(folder.path)/bars.vl.json", "-o", "\(folder.path)/c.png"] + options)
    #expect(run.code == 0)
    let bytes = try folder.bytes("c.png")
    // The colour type (PNG, 11.2.1): true colour with alpha, or a palette, which says by tRNS where it isn't opaque.
    let hasTransparency = bytes[25] == 6 || String(decoding: bytes, as: UTF8.self).contains("tRNS")
    #expect(hasTransparency == (colorType == 6))
  }

  @Test(arguments: ["x.gif", "x.jpeg"])
  func anEndingThatIsNoFormatIsWrongUsage(output: String) throws {
    let run = CommandRun(["chart", "bars.vl.json", "-o", output])
    #expect(run.code == 64)
    #expect(run.errors.contains("is no format of a chart"))
  }

  @Test func explainingWritesNothing() throws {
    let folder = try TemporaryFolder([
      "bars.vl.json": Self.spec, "rows.csv": "year,count\n2020,5\n2021,9\n",
    ])
    let run = CommandRun([
      "chart", "\(folder.path)/bars.vl.json", "--data", "rows=\(folder.path)/rows.csv",
      "--explain",
    ])
    #expect(run.code == 0)
    #expect(run.output.hasPrefix("data rows: 2 rows\n  year  count\n"))
    #expect(run.output.contains("scale y: linear, 0 … 9 → 300 … 0\n"))
    #expect(try folder.files == ["bars.vl.json", "rows.csv"])
  }

  @Test func checkingAndExplainingAreTwoThings() {
    let run = CommandRun(["chart", "x.vl.json", "--check", "--explain"])
    #expect(run.code == 64)
    #expect(run.errors.hasPrefix("Error: --check and --explain are two things: ask for one."))
  }

  @Test func oneFaultyChartKeepsAllFromBeingWritten() throws {
    let folder = try TemporaryFolder([
      "bars.vl.json": Self.spec, "bad.vl.json": "{", "rows.csv": "year,count\n2020,5\n",
    ])
    let run = CommandRun([
      "chart", "\(folder.path)/bars.vl.json", "\(folder.path)/bad.vl.json", "--data",
      "rows=\(folder.path)/rows.csv", "-o", "\(folder.path)/out",
    ])
    #expect(run.code == 1)
    #expect(run.errors(in: folder).hasPrefix("DIR/bad.vl.json:1:2: error:"))
    #expect(try folder.files == ["bad.vl.json", "bars.vl.json", "rows.csv"])
  }

  @Test(arguments: [
    ("[1]", "DIR/config.json:1:1: error: a config must be an object, not a list\n"),
    ("{\"a\": 1", "DIR/config.json:1:8: error: the text ends inside an object\n"),
  ])
  func aConfigIsAnObject(_ text: String, _ message: String) throws {
    let folder = try TemporaryFolder(["bars.vl.json": Self.spec, "config.json": text])
    let run = CommandRun([
      "chart", "\(folder.path)/bars.vl.json", "--config", "\(folder.path)/config.json", "-o",
      "\(folder.path)/c.png",
    ])
    #expect(run.code == 1)
    #expect(run.errors(in: folder).hasPrefix(message))
  }
}
