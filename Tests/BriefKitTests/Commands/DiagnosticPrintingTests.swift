import Testing

@Suite struct DiagnosticPrintingTests {
  let folder: TemporaryFolder
  let arguments: [String]

  init() throws {
    folder = try SmallReport.folder(["d.json": "{\"name\": 1,}"])
    arguments = [
      "render", "\(folder.path)/r", "--data", "\(folder.path)/d.json", "-o", "\(folder.path)/out",
    ]
  }

  @Test func aPipeGetsPlainLines() {
    #expect(
      CommandRun(arguments).errors(in: folder)
        == "DIR/d.json:1:11: error: a comma stands before the closing \"}\"\n"
        + "  hint: remove the comma\n")
  }

  @Test func aTerminalGetsAnExcerptAndASum() {
    #expect(
      CommandRun(arguments, isTerminal: true).errors(in: folder)
        == """
        \r\u{1B}[KDIR/d.json:1:11: error: a comma stands before the closing "}"
          {"name": 1,}
                    ^
          hint: remove the comma
        1 error

        """)
  }

  @Test func aTerminalIsColouredUnlessItMustNot() {
    #expect(
      CommandRun(arguments, isTerminal: true, hasColour: true).errors.contains("\u{1B}[1;31m"))
    #expect(!CommandRun(arguments, isTerminal: true).errors.contains("\u{1B}[1;31m"))
  }

  @Test func jsonIsOneObjectALine() {
    let run = CommandRun(arguments + ["--diagnostics", "json"], isTerminal: false)
    #expect(run.code == 1)
    #expect(
      run.errors(in: folder) == #"{"severity":"error","id":"json.trailing-comma","#
        + #""message":"a comma stands before the closing \"}\"","file":"DIR/d.json","#
        + #""line":1,"column":11,"endLine":1,"endColumn":12,"hints":["remove the comma"]}"# + "\n")
  }
}
