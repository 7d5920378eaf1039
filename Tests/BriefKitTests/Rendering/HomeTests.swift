import BriefKit
import Diagnostics
import Testing

@Suite struct HomeTests {
  @Test func theFolderGivenIsTaken() throws {
    let home = try Home.find(given: PackageFolder.path)
    #expect(home.path == PackageFolder.path)
    #expect(home.fonts == PackageFolder.path + "/Fonts")
    #expect(home.reports == PackageFolder.path + "/Reports")
  }

  @Test(arguments: ["", "/nonexistent", "/"])
  func aFolderWithoutFontsIsRefused(_ path: String) {
    let error = #expect(throws: DiagnosticError.self) { try Home.find(given: path) }
    #expect(
      error?.diagnostics.map(\.message) == ["--home names \"\(path)\", which has no folder Fonts"])
  }

  @Test(.enabled(if: BriefProgram.path != nil, "the program isn't beside the tests"))
  func theEnvironmentNamesItToo() throws {
    let run = try BriefProgram.run(["fonts"], environment: ["BRIEFKIT_HOME": "/nonexistent"])
    #expect(run.code == 1)
    #expect(
      run.errors == "error: $BRIEFKIT_HOME names \"/nonexistent\", which has no folder Fonts\n"
        + "  hint: name the folder that holds Fonts and Reports\n")
  }
}
