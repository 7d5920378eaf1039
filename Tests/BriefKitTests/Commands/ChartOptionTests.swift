import Testing

/// What `brief chart` says of options and files that aren't what it takes.
@Suite struct ChartOptionTests {
  private static let spec = """
    {"data": {"name": "rows"}, "mark": "bar", "encoding": {"x": {"field": "year"}}}
    """

  private static func folder(_ spec: String = spec) throws -> TemporaryFolder {
    try TemporaryFolder([
      "bars.vl.json": spec, "rows.csv": "year,count\n2020,5\n2021,9\n",
    ])
  }

  private static func draw(_ folder: TemporaryFolder, _ options: [String]) -> CommandRun {
    CommandRun(
      [
        "chart", "\(folder.path)/bars.vl.json", "--data", "rows=\(folder.path)/rows.csv", "-o",
        "\(folder.path)/c.png",
      ] + options)
  }

  @Test func dataThatNoChartReadsAreTold() throws {
    let folder = try Self.folder()
    let run = Self.draw(folder, ["--data", "sales=\(folder.path)/rows.csv"])
    #expect(run.code == 0)
    #expect(run.errors.contains("warning: no chart reads the data \"sales\""), "\(run.errors)")
  }

  @Test(arguments: ["1600X900", "1600×900", "1600x900"])
  func aSizeMayHaveAnyX(size: String) throws {
    let folder = try Self.folder()
    #expect(Self.draw(folder, ["--size", size]).code == 0)
    #expect(try folder.bytes("c.png")[16..<24] == [0, 0, 6, 64, 0, 0, 3, 132])
  }

  @Test(arguments: [
    (["--scale", "-1"], "the scale is a number above 0, such as 2"),
    (
      ["--background", "bleu"],
      "--background names no colour: \"bleu\"\n  hint: did you mean \"blue\"?"
    ),
    (
      ["--theme", "executve-brief"],
      "there is no theme \"executve-brief\"\n  hint: did you mean \"executive-brief\"?"
    ),
    (
      ["--outlines", "--standard", "pdf17"],
      "error: --outlines is for SVG, and none is written\n  hint: leave it out, or end the output in .svg\n"
        + "error: --standard is for PDF, and none is written"
    ),
    (["--size", "10x10"], "bars.vl.json:1:1: error: a picture of 10 by 10 points has no room"),
    (
      ["--scale", "500", "--size", "100000x100000"],
      "bars.vl.json: error: a picture of 100000 × 100000 passes the limit"
    ),
  ])
  func optionsAreNamedWithWhatToType(options: [String], message: String) throws {
    let folder = try Self.folder()
    let run = Self.draw(folder, options)
    #expect(run.code != 0)
    #expect(run.errors.contains(message), "\(run.errors)")
  }

  @Test func aThemeMayBeThatOfAReport() throws {
    let folder = try Self.folder()
    let run = Self.draw(folder, ["--theme", "executive-brief"])
    #expect(run.errors == "")
    #expect(run.code == 0)
  }

  @Test(arguments: [
    (
      spec.replacing("rows", with: "row"),
      "unknown data \"row\"\n  hint: did you mean \"rows\"?\n  hint: give it: --data NAME=FILE"
    ),
    (
      spec.replacing(#""name": "rows""#, with: #""url": "rows.xlsx""#),
      "\"rows.xlsx\" is a spreadsheet, which isn't read\n  hint: save it as CSV and write \"rows.csv\""
    ),
    (
      spec.replacing(#""mark""#, with: #""title": "\#u{12345}", "mark""#),
      "bars.vl.json:1:38: error: no font has a glyph for \"\u{12345}\" (U+12345)"
    ),
  ])
  func faultsOfSpecificationsHaveTheirPlaceAndAHint(spec: String, message: String) throws {
    let run = Self.draw(try Self.folder(spec), [])
    #expect(run.code == 1)
    #expect(run.errors.contains(message), "\(run.errors)")
  }

  @Test func aTableInPlaceOfASpecificationIsSaidToBeOne() throws {
    let folder = try Self.folder()
    let run = CommandRun(["chart", "\(folder.path)/rows.csv", "-o", "\(folder.path)/c.png"])
    #expect(run.code == 1)
    #expect(
      run.errors(in: folder) == """
        DIR/rows.csv:1:1: error: these are rows of data, not a specification
          hint: write {"data": {"url": "rows.csv"}, "mark": "bar", …}

        """)
  }

  @Test func severalSpecificationsAreCheckedOneByOne() throws {
    let folder = try TemporaryFolder([
      "a.vl.json": Self.spec, "b.vl.json": Self.spec.replacing("bar", with: "bat"),
    ])
    let run = CommandRun(["chart", "--check"] + ["a", "b"].map { "\(folder.path)/\($0).vl.json" })
    #expect(
      run.output.replacing(folder.path, with: "DIR") == """
        DIR/a.vl.json: nothing is wrong with it
          marks: bar
          data: rows
          channels: x
        DIR/b.vl.json: 1 error
          marks: bat
          data: rows
          channels: x

        """)
    #expect(run.code == 1)
  }
}
