import Testing

@Suite struct RenderCommandTests {
  @Test func aFolderGetsThePDFAndItsPages() throws {
    let folder = try SmallReport.folder()
    let run = CommandRun([
      "render", "\(folder.path)/r", "--data", "\(folder.path)/d.json", "-o", "\(folder.path)/out",
    ])
    #expect(run.errors == "")
    #expect(run.output == "")
    #expect(run.code == 0)
    #expect(
      try folder.files == ["d.json", "out/brief.pdf", "out/page-1.png", "r/report.md"])
    #expect(try folder.bytes("out/brief.pdf").starts(with: Array("%PDF-".utf8)))
    #expect(try folder.bytes("out/page-1.png").starts(with: [0x89, 0x50, 0x4E, 0x47]))
  }

  @Test(arguments: [
    ("x.pdf", ["x.pdf"]), ("x.png", ["x.png"]), ("x-{page}.svg", ["x-1.svg"]),
    ("deep/er/x.pdf", ["deep/er/x.pdf"]),
  ])
  func aFileIsThatFileAlone(_ output: String, _ expected: [String]) throws {
    let folder = try SmallReport.folder()
    let run = CommandRun([
      "render", "\(folder.path)/r", "--data", "\(folder.path)/d.json", "-o",
      "\(folder.path)/\(output)",
    ])
    #expect(run.code == 0)
    #expect(try folder.files == (expected + ["d.json", "r/report.md"]).sorted())
  }

  @Test func anEarlierOutputStaysAsItWasWhenARunFails() throws {
    let folder = try SmallReport.folder()
    let arguments = [
      "render", "\(folder.path)/r", "--data", "\(folder.path)/d.json", "-o", "\(folder.path)/out",
    ]
    #expect(CommandRun(arguments).code == 0)
    let (pdf, png) = (try folder.bytes("out/brief.pdf"), try folder.bytes("out/page-1.png"))
    try folder.write(#"{"name": "다른 이름"}"#, to: "d.json")
    #expect(CommandRun(arguments).code == 1)
    #expect(try folder.bytes("out/brief.pdf") == pdf)
    #expect(try folder.bytes("out/page-1.png") == png)
    #expect(
      try folder.files == ["d.json", "out/brief.pdf", "out/page-1.png", "r/report.md"])
  }

  @Test func pagesThatAShorterDocumentNoLongerHasAreRemoved() throws {
    let folder = try SmallReport.folder([
      "r/report.md": SmallReport.text + "\n\n::: {.page-break}\n:::\n\n둘째 쪽\n"
    ])
    let arguments = [
      "render", "\(folder.path)/r", "--data", "\(folder.path)/d.json", "-o", "\(folder.path)/out",
    ]
    #expect(CommandRun(arguments).errors == "")
    #expect(try folder.files.contains("out/page-2.png"))
    try folder.write(SmallReport.text, to: "r/report.md")
    #expect(CommandRun(arguments).code == 0)
    #expect(
      try folder.files == ["d.json", "out/brief.pdf", "out/page-1.png", "r/report.md"])
  }

  @Test func timingsGoToStandardError() throws {
    let folder = try SmallReport.folder()
    let run = CommandRun([
      "render", "\(folder.path)/r", "--data", "\(folder.path)/d.json", "-o",
      "\(folder.path)/x.pdf", "--timings",
    ])
    let phases = run.errors.split(separator: "\n").map { $0.prefix { $0 != " " } }
    #expect(
      phases == [
        "report", "data", "bind", "fonts", "typeset", "pdf", "write", "other", "total",
      ])
    #expect(run.output == "")
  }

  @Test func aTerminalSeesEachFileOnOneLine() throws {
    let folder = try SmallReport.folder()
    let run = CommandRun(
      [
        "render", "\(folder.path)/r", "--data", "\(folder.path)/d.json", "-o",
        "\(folder.path)/out",
      ], isTerminal: true)
    let shown = run.errors(in: folder).split(separator: "\r\u{1B}[K")
    #expect(
      shown.map(String.init) == [
        "DIR/out/brief.pdf", "DIR/out/page-1.png",
        "wrote DIR/out/brief.pdf and 1 more (1 page)\n",
      ])
  }

  @Test(.enabled(if: BriefProgram.path != nil, "the program isn't beside the tests"))
  func standardStreamsAreDashes() throws {
    let folder = try SmallReport.folder()
    let run = try BriefProgram.run(
      ["render", "\(folder.path)/r", "--data", "-", "-o", "-"], input: SmallReport.data)
    #expect(run.errors == "")
    #expect(run.code == 0)
    #expect(run.output.starts(with: Array("%PDF-".utf8)))
    #expect(try folder.files == ["d.json", "r/report.md"])
  }

  @Test(.enabled(if: BriefProgram.path != nil, "the program isn't beside the tests"))
  func theDateOfTheBuildIsThatOfTheEnvironment() throws {
    let folder = try SmallReport.folder()
    let arguments = ["render", "\(folder.path)/r", "--data", "\(folder.path)/d.json", "-o"]
    let dated = try BriefProgram.run(arguments + ["-"], environment: ["SOURCE_DATE_EPOCH": "0"])
    #expect(dated.code == 0)
    #expect(String(decoding: dated.output, as: UTF8.self).contains("1970"))
    let wrong = try BriefProgram.run(
      arguments + ["\(folder.path)/x.pdf"], environment: ["SOURCE_DATE_EPOCH": "soon"])
    #expect(wrong.code == 1)
    #expect(
      wrong.errors == "error: SOURCE_DATE_EPOCH is \"soon\", not a number of seconds\n"
        + "  hint: set it to whole seconds since 1970, such as 1666742400\n")
    #expect(try folder.files == ["d.json", "r/report.md"])
  }

  @Test(.enabled(if: BriefProgram.path != nil, "the program isn't beside the tests"))
  func aFullStandardOutputIsExit74() throws {
    let folder = try SmallReport.folder()
    let run = try BriefProgram.run(
      ["render", "\(folder.path)/r", "--data", "\(folder.path)/d.json", "-o", "-"],
      output: "/dev/full")
    #expect(run.code == 74)
    #expect(
      run.errors == "error: \"standard output\" can't be written: No space left on device\n"
        + "  hint: choose another place with --output\n")
  }
}
