import Testing

@Suite struct EditionCommandTests {
  private static let files = [
    "r/report.md": "---\ntitle: \"{{name}}\"\n---\n{{count}}개\n",
    "r/report.en.md": "---\ntitle: \"On {{name}}\"\n---\n{{count}} items\n",
  ]

  private func run(_ arguments: String, _ more: [String: String] = [:]) throws -> (
    run: CommandRun, folder: TemporaryFolder
  ) {
    let folder = try SmallReport.folder(Self.files.merging(more) { $1 })
    let words = arguments.replacing("DIR", with: folder.path).split(separator: " ").map(String.init)
    return (CommandRun(words), folder)
  }

  @Test func allLanguagesGoToFoldersOfTheirOwn() throws {
    let (run, folder) = try run("render DIR/r --data DIR/d.json --lang all -o DIR/out")
    #expect(run.code == 0, "\(run.errors)")
    let files = try folder.files
    for language in ["ko", "en"] {
      #expect(files.contains("out/\(language)/brief.pdf"))
      #expect(files.contains("out/\(language)/page-1.png"))
    }
  }

  @Test func aFileMayNameTheLanguage() throws {
    let (run, folder) = try run("render DIR/r --data DIR/d.json --lang all -o DIR/b-{lang}.pdf")
    #expect(run.code == 0, "\(run.errors)")
    #expect(try folder.files.filter { $0.hasSuffix(".pdf") } == ["b-en.pdf", "b-ko.pdf"])
  }

  @Test func nothingIsWrittenWhereOneLanguageIsAtFault() throws {
    let (run, folder) = try run(
      "render DIR/r --data DIR/d.json --lang all -o DIR/out", ["r/report.en.md": "{{nmae}}"])
    #expect(run.code == 1)
    #expect(
      run.errors(in: folder).hasPrefix("DIR/r/report.en.md:1:1: error: unknown name \"nmae\""))
    #expect(try folder.files.allSatisfy { !$0.hasPrefix("out") })
  }

  @Test func validateHoldsTheEditionsAgainstEachOther() throws {
    #expect(try run("validate DIR/r --data DIR/d.json").run.code == 0)
    let (run, folder) = try run(
      "validate DIR/r --data DIR/d.json", ["r/report.en.md": "many items"])
    #expect(run.code == 1)
    #expect(
      run.errors(in: folder).hasPrefix(
        "DIR/r/report.md:4:1: error: the value \"count\" is shown in \"ko\" and not in \"en\"\n"))
    let alone = try self.run(
      "validate DIR/r --data DIR/d.json --lang ko", ["r/report.en.md": "many items"])
    #expect(alone.run.code == 0)
  }

  @Test func withoutDataSyntaxIsCheckedAndTheRestIsNot() throws {
    let folder = try SmallReport.folder([
      "r/report.md":
        "---\ntitle: T\ntables: {a: {data: x, transform: [{fliter: y}]}}\n---\n![](c.vl.json)\n\n![](t.table.yaml)\n",
      "r/c.vl.json": "{,}", "r/t.table.yaml": "data: x\ncolums: []\n",
    ])
    let run = CommandRun(["validate", "\(folder.path)/r"])
    #expect(run.code == 1)
    for part in [
      "c.vl.json:1:2: error", "unknown member \"colums\"", "unknown transform \"fliter\"",
    ] {
      #expect(run.errors.contains(part), "\(run.errors)")
    }
    let sound = try SmallReport.folder()
    let warned = CommandRun(["validate", "\(sound.path)/r"])
    #expect(warned.code == 0)
    #expect(
      warned.errors.contains("warning: names and values are not checked, since no data is given"))
  }

  @Test func namesWithoutAnyDataAreNotTheReportsFault() throws {
    let folder = try SmallReport.folder()
    let run = CommandRun(["render", "\(folder.path)/r", "-o", "\(folder.path)/x.pdf"])
    #expect(run.code == 1)
    #expect(run.errors.contains("hint: no data is given: name the file with --data FILE"))
  }

  @Test func aLanguageWithoutWordsIsWarnedOf() throws {
    let folder = try SmallReport.folder()
    let run = CommandRun([
      "render", "\(folder.path)/r", "--data", "\(folder.path)/d.json", "--lang", "en", "-o",
      "\(folder.path)/x.pdf",
    ])
    #expect(run.code == 0)
    #expect(run.errors.hasPrefix("warning: the report has no words in \"en\"; report.md serves"))
  }

  /// Standard input can be read once only, however many editions are made of it.
  @Test(.enabled(if: BriefProgram.path != nil, "the program isn't beside the tests"))
  func allEditionsShareStandardInput() throws {
    let folder = try SmallReport.folder(Self.files)
    for arguments in [
      ["render", "\(folder.path)/r", "--data", "-", "--lang", "all", "-o", "\(folder.path)/out"],
      ["validate", "\(folder.path)/r", "--data", "-"],
      ["schema", "\(folder.path)/r", "--data", "-"],
    ] {
      let run = try BriefProgram.run(arguments, input: SmallReport.data)
      #expect(run.code == 0 && run.errors == "", "\(run.errors)")
    }
    #expect(try folder.files.contains("out/en/brief.pdf"))
  }
}
